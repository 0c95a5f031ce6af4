using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Reports metrics that can make more series than their budget allows: MET204.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeriesBudgetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CardinalityDescriptors.OverBudget);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (GroupParser.Parse((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken) is not { } group)
        {
            return;
        }

        foreach (var metric in group.Metrics)
        {
            if (metric.Model is { } model && Spots.OfName(metric.Member) is { SourceTree: { } tree } location)
            {
                Check(context, model, location, SeriesBudget.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)));
            }
        }
    }

    private static void Check(SymbolAnalysisContext context, MetricModel model, Location location, SeriesBudget project)
    {
        var budget = model.SeriesBudget ?? project.Lines;
        if (model.Lines > budget)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CardinalityDescriptors.OverBudget,
                location,
                model.TextName,
                SeriesText.Number(model.Lines),
                SeriesArithmetic.FactorsOf(model),
                SeriesText.Number(budget),
                SeriesArithmetic.AcrossInstances(model.Lines, project.Replicas)));
        }
    }
}
