using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators;

/// <summary>Writes the bodies of instrument members, the registration of their metrics, and the assembly's catalogue.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class MetricsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var counters = Groups(context, InstrumentKind.Counter, Steps.CounterGroups);
        var gauges = Groups(context, InstrumentKind.Gauge, Steps.GaugeGroups);
        var histograms = Groups(context, InstrumentKind.Histogram, Steps.HistogramGroups);

        context.RegisterSourceOutput(counters, WriteGroup);
        context.RegisterSourceOutput(gauges, WriteGroup);
        context.RegisterSourceOutput(histograms, WriteGroup);

        context.RegisterSourceOutput(OpenLabels(context), WriteOpenLabel);

        var catalogue = Catalogued(counters)
            .Combine(Catalogued(gauges))
            .Combine(Catalogued(histograms))
            .Select(static (all, _) => InOrder(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(Steps.Catalogue);
        var assembly = context.CompilationProvider
            .Select(AssemblyReader.Read)
            .WithTrackingName(Steps.Assembly);

        context.RegisterSourceOutput(catalogue.Combine(assembly), WriteRegistration);
    }

    /// <summary>The tracking names of the steps.</summary>
    internal static class Steps
    {
        public const string CounterGroups = nameof(CounterGroups);
        public const string GaugeGroups = nameof(GaugeGroups);
        public const string HistogramGroups = nameof(HistogramGroups);
        public const string OpenLabels = nameof(OpenLabels);
        public const string CataloguedGroups = nameof(CataloguedGroups);
        public const string Catalogue = nameof(Catalogue);
        public const string Assembly = nameof(Assembly);
    }
}
