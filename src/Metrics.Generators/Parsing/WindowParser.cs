using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Reads the quantiles and the window of a summary.</summary>
internal static class WindowParser
{
    private const string Quantiles = "Quantiles";
    private const string MaxAge = "MaxAgeSeconds";
    private const string AgeBuckets = "AgeBuckets";

    /// <summary>What the attribute states; <see langword="null"/> for another instrument's.</summary>
    public static WindowModel? Parse(AttributeData summary, InstrumentKind kind, int labels, string name, ParsingContext context)
    {
        if (kind != InstrumentKind.Summary)
        {
            return null;
        }

        var quantiles = SummaryWindow.QuantilesOf(labels).ToArray();
        if (summary.Named(Quantiles) is { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            quantiles = list.Values.Select(static value => value.Value as double? ?? double.NaN).ToArray();
            if (SummaryWindow.Problem(quantiles) is { } problem)
            {
                context.Report(DeclarationDescriptors.InvalidSummary, SpotOfProblem(summary, quantiles, context), name, problem);
            }
        }

        var maxAge = summary.NamedDouble(MaxAge);
        if (maxAge is { } age && SummaryWindow.AgeProblem(age) is { } wrong)
        {
            context.Report(DeclarationDescriptors.InvalidSummary, summary.SpotOfNamed(MaxAge, context.Cancellation), name, wrong);
        }

        var ageBuckets = summary.NamedNumber(AgeBuckets);
        if (ageBuckets is { } parts && SummaryWindow.PartsProblem(parts) is { } unfit)
        {
            context.Report(DeclarationDescriptors.InvalidSummary, summary.SpotOfNamed(AgeBuckets, context.Cancellation), name, unfit);
        }

        return new(new(quantiles), maxAge, ageBuckets);
    }

    /// <summary>The first quantile at fault.</summary>
    private static Location? SpotOfProblem(AttributeData summary, double[] quantiles, ParsingContext context)
    {
        var first = Enumerable.Range(0, quantiles.Length).First(i => SummaryWindow.Problem(quantiles.Take(i + 1).ToArray()) is not null);
        return Spots.OfElement(summary, Quantiles, first, context.Cancellation);
    }
}
