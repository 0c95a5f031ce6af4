using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a string, or a span of characters, into a closed or an open label.</summary>
internal static class TextLabelParser
{
    public static (LabelArgument? Argument, LabelFault Fault) Parse(
        LabelSource source, BoundAttributes bounds, bool isNullable, ParsingContext context)
    {
        var bound = bounds.OneOf ?? bounds.MaxValues;
        bounds.ReportMisfits(source.Name, source.Type, context, bound);
        if (bound is null)
        {
            return (null, bounds.InRange is null ? LabelFault.OpenString : LabelFault.Reported);
        }

        var label = bounds.OneOf is { } oneOf
            ? Closed(source, oneOf, isNullable, context)
            : Open(source, bounds.MaxValues!, isNullable, context);
        return label is null
            ? (null, LabelFault.Reported)
            : (new(source.Expression, label), LabelFault.None);
    }

    private static LabelModel? Closed(LabelSource source, AttributeData oneOf, bool isNullable, ParsingContext context)
    {
        var texts = oneOf.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(static value => value.Value as string).ToList()
            : [];
        if (texts.Count == 0)
        {
            return Unfit(oneOf.Spot(context.Cancellation), "it lists no text; list the values that the label takes");
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            var problem = string.IsNullOrEmpty(texts[i])
                ? "an empty text is to Prometheus no label at all; make the label's type 'string?' for it and take it off the list"
                : !seen.Add(texts[i]!) ? $"it lists '{texts[i]}' twice; list each text once"
                : null;
            if (problem is not null)
            {
                return Unfit(Spots.OfElement(oneOf, null, i, context.Cancellation), problem);
            }
        }

        return ClosedLabel.Of(source.Name, LabelKind.OneOf, texts!, isNullable);

        LabelModel? Unfit(Location? location, string reason)
        {
            context.Report(DeclarationDescriptors.UnfitBound, location, "OneOf", source.Name, reason);
            return null;
        }
    }

    private static LabelModel? Open(LabelSource source, AttributeData maxValues, bool isNullable, ParsingContext context)
    {
        var maximum = maxValues.PositionalValue<int>(0) ?? 0;
        if (maximum < 1)
        {
            context.Report(
                DeclarationDescriptors.UnfitBound,
                maxValues.SpotOfPositional(0, context.Cancellation),
                "MaxValues",
                source.Name,
                "the maximum must be at least 1");
            return null;
        }

        return new(source.Name, LabelKind.Open, LabelSize.Saturated((long)maximum + 1 + (isNullable ? 1 : 0)), isNullable)
        {
            Maximum = maximum,
            Other = maximum,
            ExpectsOverflow = maxValues.NamedFlag("ExpectOverflow") ?? false,
            ExpireAfter = ExpiryParser.SecondsOf(source.Find(KnownNames.ExpireAfter), source.Name, context),
        };
    }
}
