using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// The series of all metrics of an assembly, with those of its references (MET205). A metric of a reference whose author
/// states a budget that covers it has been decided on there, and does not count here.
/// </summary>
internal static class AssemblyTotal
{
    private const int Shown = 3;

    /// <summary>Reports the total at the largest of the assembly's own metrics; without any there is nothing to change here.</summary>
    public static void Report(CompilationAnalysisContext context, IEnumerable<CountedMetric> metrics)
    {
        var own = metrics
            .OrderByDescending(static metric => metric.Lines)
            .ThenBy(static metric => metric.Name, System.StringComparer.Ordinal)
            .ToList();
        if (own.Count == 0 || own[0].Location.SourceTree is not { } tree)
        {
            return;
        }

        var budget = SeriesBudget.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        var items = own.Select(static metric => (Text: $"'{metric.Name}'", metric.Lines)).Concat(References(context.Compilation)).ToList();
        var total = items.Aggregate(0L, static (sum, item) => SeriesArithmetic.Sum(sum, item.Lines));
        if (total > budget.AssemblyLines)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CardinalityDescriptors.AssemblyOverBudget,
                own[0].Location,
                context.Compilation.AssemblyName,
                SeriesText.Number(total),
                Sum(items),
                SeriesText.Number(budget.AssemblyLines),
                SeriesArithmetic.AcrossInstances(total, budget.Replicas)));
        }
    }

    private static IEnumerable<(string Text, long Lines)> References(Compilation compilation)
    {
        foreach (var assembly in CatalogueReader.AssembliesOf(compilation))
        {
            var lines = CatalogueReader.Metrics(assembly)
                .Where(static metric => !(metric.SeriesBudget >= metric.KeptLines))
                .Aggregate(0L, static (sum, metric) => SeriesArithmetic.Sum(sum, metric.KeptLines));
            if (lines > 0)
            {
                yield return ($"assembly '{assembly.Name}'", lines);
            }
        }
    }

    /// <summary><c>'orders_total' 9,000 + assembly 'Library' 2,000 + 12 others 500</c></summary>
    private static string Sum(List<(string Text, long Lines)> items)
    {
        var ordered = items.OrderByDescending(static item => item.Lines).ThenBy(static item => item.Text, System.StringComparer.Ordinal).ToList();
        var shown = ordered.Count == Shown + 1 ? Shown + 1 : Shown;
        var texts = ordered.Take(shown).Select(static item => $"{item.Text} {SeriesText.Number(item.Lines)}").ToList();
        if (ordered.Count > shown)
        {
            var rest = ordered.Skip(shown).Aggregate(0L, static (sum, item) => SeriesArithmetic.Sum(sum, item.Lines));
            texts.Add($"{SeriesText.Number(ordered.Count - shown)} others {SeriesText.Number(rest)}");
        }

        return string.Join(" + ", texts);
    }
}
