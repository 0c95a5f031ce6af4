using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>
/// Reports names that work and mislead, MET101 to MET113, where they are written. What cannot work is MET001 to MET017's
/// matter and is not reported a second time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        NamingDescriptors.CounterWithoutTotal,
        NamingDescriptors.TotalOfAnotherType,
        NamingDescriptors.NotBaseUnit,
        NamingDescriptors.ReservedSuffix,
        NamingDescriptors.TypeInName,
        NamingDescriptors.CamelCase,
        NamingDescriptors.AbbreviatedUnit,
        NamingDescriptors.LabelInName,
        NamingDescriptors.TargetLabel,
        NamingDescriptors.EmptyHelp,
        NamingDescriptors.LatencyBuckets,
        NamingDescriptors.Colon,
        NamingDescriptors.LabelledQuantiles);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(InstrumentKind.Counter.MetadataName) is not null)
            {
                start.RegisterSymbolAction(CheckType, SymbolKind.NamedType);
            }
        });
    }

    private static void CheckType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var report = new NamingReport(context);
        if (LabelTypes.IsLabelSet(type))
        {
            var parsing = new ParsingContext(context.Compilation, context.CancellationToken);
            foreach (var label in LabelSetParser.Parse(type, "", null, parsing).Labels)
            {
                LabelNaming.Check(label, label.Symbol, report, context.CancellationToken);
            }
        }

        LabelledSummaries.Check(type, report, context.CancellationToken);
        if (GroupParser.Parse(type, context.Compilation, context.CancellationToken) is not { } group)
        {
            return;
        }

        CheckGroup(type, report, context);
        foreach (var metric in group.Metrics)
        {
            CheckMetric(metric, report, context);
        }
    }

    private static void CheckGroup(INamedTypeSymbol type, NamingReport report, SymbolAnalysisContext context)
    {
        if (type.FindAttribute(KnownNames.MetricGroup) is not { } attribute)
        {
            return;
        }

        LabelNaming.CheckConstants(attribute, report, context.CancellationToken);
        if (attribute.NamedText("Prefix") is { } text && MetricNames.IsValid(text))
        {
            var prefix = new NameText(text, 0);
            var spot = attribute.SpotOfNamed("Prefix", context.CancellationToken);
            TypeWords.CheckPrefix(prefix, spot, report);
            NameSpelling.CheckPrefix(prefix, spot, report);
        }
    }

    private static void CheckMetric(ParsedMetric metric, NamingReport report, SymbolAnalysisContext context)
    {
        foreach (var label in metric.Labels)
        {
            // The labels of a set of this project are reported where the set is declared, once for all its metrics.
            var isParameter = SymbolEqualityComparer.Default.Equals(label.Symbol, label.Parameter);
            var isDeclaredHere = SymbolEqualityComparer.Default.Equals(label.Symbol.ContainingAssembly, context.Compilation.Assembly);
            if (label.Parameter is { } parameter && (isParameter || !isDeclaredHere))
            {
                LabelNaming.Check(label, parameter, report, context.CancellationToken);
            }
        }

        if (MetricName.Of(metric) is not { } name)
        {
            return;
        }

        TypeEndings.Check(name, report);
        TypeWords.Check(name, report);
        MetricUnits.Check(name, report);
        NameSpelling.Check(name, report);
        LabelRepeats.Check(name, report);
        DefaultBuckets.Check(name, report);
        HelpTexts.Check(name, report, context.CancellationToken);
    }
}
