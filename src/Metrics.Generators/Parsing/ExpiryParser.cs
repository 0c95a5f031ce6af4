using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Reads <c>[ExpireAfter]</c> on types, metrics and labels: MET011 where it is out of place.</summary>
internal static class ExpiryParser
{
    // About as long as half the longest TimeSpan, in seconds.
    private const double Longest = 4.6e11;

    /// <summary>The seconds that an attribute states; <see langword="null"/> where there is none, or it is at fault, which is reported.</summary>
    public static double? SecondsOf(AttributeData? attribute, string subject, ParsingContext context)
    {
        if (attribute is null)
        {
            return null;
        }

        var seconds = attribute.PositionalValue<double>(0) ?? double.NaN;
        if (seconds is > 0 and <= Longest)
        {
            return seconds;
        }

        context.Report(
            DeclarationDescriptors.UnfitBound,
            attribute.SpotOfPositional(0, context.Cancellation),
            "ExpireAfter",
            subject,
            seconds > 0 ? "no value is kept for so long; take the attribute away" : "the time must be greater than 0 seconds");
        return null;
    }

    /// <summary>The labels with the time that the metric or its group states for those that state none.</summary>
    public static ImmutableArray<ParsedLabel> Apply(ISymbol member, ImmutableArray<ParsedLabel> labels, double? ofGroup, ParsingContext context)
    {
        var attribute = member.FindAttribute(KnownNames.ExpireAfter);
        var seconds = SecondsOf(attribute, member.Name, context);
        if (attribute is not null && labels.All(static label => label.Argument is not null) && !labels.Any(IsOwnOpenLabel))
        {
            context.Report(
                DeclarationDescriptors.UnfitBound,
                attribute.Spot(context.Cancellation),
                "ExpireAfter",
                member.Name,
                labels.Any(static label => label.Model is { OpenType: not null })
                    ? "its open labels are types, which state for themselves when they expire; remove it"
                    : "it frees the texts of [MaxValues] labels, and the metric has none; remove it");
        }

        return (seconds ?? ofGroup) is { } stated
            ? labels.Select(label => IsOwnOpenLabel(label) ? With(label, label.Model!.ExpireAfter ?? stated) : label).ToImmutableArray()
            : labels;
    }

    private static bool IsOwnOpenLabel(ParsedLabel label) => label.Model is { Kind: LabelKind.Open, OpenType: null };

    private static ParsedLabel With(ParsedLabel label, double seconds) =>
        label with { Argument = label.Argument! with { Label = label.Model! with { ExpireAfter = seconds } } };
}
