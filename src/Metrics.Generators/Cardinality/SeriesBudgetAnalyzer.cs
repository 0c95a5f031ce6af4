using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// Reports metrics that can make more series than their budget allows (MET204), the label that is the cause of nearly all of
/// them (MET206), and assemblies whose metrics can make too many together (MET205).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeriesBudgetAnalyzer : DiagnosticAnalyzer
{
    /// <summary>In the properties of MET204: the lines that the metric can make.</summary>
    internal const string LinesProperty = "Lines";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CardinalityDescriptors.OverBudget, CardinalityDescriptors.AssemblyOverBudget, CardinalityDescriptors.DominantLabel);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(InstrumentKind.Counter.MetadataName) is null)
            {
                return;
            }

            var counted = new ConcurrentBag<CountedMetric>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, counted), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => AssemblyTotal.Report(end, counted));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentBag<CountedMetric> counted)
    {
        if (GroupParser.Parse((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken) is not { } group)
        {
            return;
        }

        foreach (var metric in group.Metrics)
        {
            if (metric.Model is { } model && Spots.OfName(metric.Member) is { SourceTree: { } tree } location)
            {
                counted.Add(new(model.TextName, SeriesArithmetic.KeptLines(model), location));
                Check(context, metric, model, location, SeriesBudget.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)));
            }
        }
    }

    private static void Check(SymbolAnalysisContext context, ParsedMetric metric, MetricModel model, Location location, SeriesBudget project)
    {
        var budget = model.SeriesBudget ?? project.Lines;
        var lines = SeriesArithmetic.AllowedLines(model);
        if (lines <= budget)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            CardinalityDescriptors.OverBudget,
            location,
            ImmutableDictionary<string, string?>.Empty.Add(LinesProperty, lines.ToString(CultureInfo.InvariantCulture)),
            model.TextName,
            SeriesText.Number(lines),
            SeriesArithmetic.FactorsOf(model),
            SeriesText.Number(budget),
            SeriesArithmetic.AcrossInstances(lines, project.Replicas)));
        if (DominantLabel.Of(metric, budget) is { } dominant)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CardinalityDescriptors.DominantLabel,
                dominant.Label.Parameter is { } parameter ? Spots.OfName(parameter) : location,
                dominant.Label.Name,
                SeriesText.Number(lines),
                model.TextName,
                SeriesText.Number(dominant.Size),
                SeriesText.Number(dominant.Others)));
        }
    }
}
