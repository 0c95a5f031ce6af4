using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Finds the bucket bounds of a histogram in whichever attribute states them.</summary>
internal static class BucketParser
{
    /// <summary>The bounds; empty for the default ones.</summary>
    public static EquatableArray<double> Parse(ISymbol member, AttributeData histogram, InstrumentKind kind, string name, ParsingContext context)
    {
        var cancellation = context.Cancellation;
        if (kind.Type != MetricType.Histogram)
        {
            if ((member.FindAttribute(KnownNames.ExponentialBuckets) ?? member.FindAttribute(KnownNames.LinearBuckets)) is { } misplaced)
            {
                context.Report(
                    DeclarationDescriptors.InvalidBuckets, misplaced.Spot(cancellation), name, $"a {kind.Word} has no buckets; remove the attribute");
            }

            return default;
        }

        var stated = new List<(Location? Spot, IReadOnlyList<double>? Bounds, string? Problem)>();
        if (histogram.Named("Buckets") is { Kind: TypedConstantKind.Array } list && !list.IsNull)
        {
            var bounds = list.Values.Select(static value => value.Value as double? ?? double.NaN).ToArray();
            stated.Add((SpotOfProblem(histogram, bounds, context), bounds, BucketBounds.Problem(bounds)));
        }

        if (member.FindAttribute(KnownNames.ExponentialBuckets) is { } exponential && Arguments(exponential) is { } e)
        {
            var bounds = BucketBounds.Exponential(e.Start, e.Step, e.Count, out var problem);
            stated.Add((exponential.Spot(cancellation), bounds, problem));
        }

        if (member.FindAttribute(KnownNames.LinearBuckets) is { } linear && Arguments(linear) is { } l)
        {
            var bounds = BucketBounds.Linear(l.Start, l.Step, l.Count, out var problem);
            stated.Add((linear.Spot(cancellation), bounds, problem));
        }

        if (stated.Count > 1)
        {
            context.Report(
                DeclarationDescriptors.InvalidBuckets, stated[1].Spot, name, "they are stated twice; keep one of 'Buckets', [ExponentialBuckets] and [LinearBuckets]");
        }
        else if (stated.Count == 1 && stated[0].Problem is { } reason)
        {
            context.Report(DeclarationDescriptors.InvalidBuckets, stated[0].Spot, name, reason);
        }
        else if (stated.Count == 1)
        {
            return new(stated[0].Bounds!);
        }

        return default;
    }

    private static (double Start, double Step, int Count)? Arguments(AttributeData attribute) =>
        attribute.PositionalValue<double>(0) is { } start
        && attribute.PositionalValue<double>(1) is { } step
        && attribute.PositionalValue<int>(2) is { } count
            ? (start, step, count)
            : null;

    /// <summary>The first bound at fault, else the list.</summary>
    private static Location? SpotOfProblem(AttributeData histogram, double[] bounds, ParsingContext context)
    {
        for (var i = 0; i < bounds.Length; i++)
        {
            if (BucketBounds.Problem(bounds.Take(i + 1).ToArray()) is not null)
            {
                return Spots.OfElement(histogram, "Buckets", i, context.Cancellation);
            }
        }

        return histogram.SpotOfNamed("Buckets", context.Cancellation);
    }
}
