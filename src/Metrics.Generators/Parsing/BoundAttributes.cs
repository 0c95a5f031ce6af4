using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Parsing;

/// <summary>The attributes on a label that bound it.</summary>
internal sealed record BoundAttributes(AttributeData? OneOf, AttributeData? InRange, AttributeData? MaxValues, AttributeData? ExpireAfter)
{
    public static BoundAttributes Of(LabelSource source) =>
        new(source.Find(KnownNames.OneOf), source.Find(KnownNames.InRange), source.Find(KnownNames.MaxValues), source.Find(KnownNames.ExpireAfter));

    /// <summary>Reports each bound that is not the one that fits the type.</summary>
    public void ReportMisfits(string label, ITypeSymbol type, ParsingContext context, AttributeData? fitting)
    {
        Check(OneOf, "OneOf", "it lists the texts of a string");
        Check(InRange, "InRange", "it bounds an integer");
        Check(MaxValues, "MaxValues", "it bounds a string");
        if (ExpireAfter is not null && (fitting is null || fitting != MaxValues))
        {
            context.Report(
                DeclarationDescriptors.UnfitBound,
                ExpireAfter.Spot(context.Cancellation),
                "ExpireAfter",
                label,
                LabelTypes.IsOpenLabel(type) ? $"it belongs to the type '{CSharpText.ForMessage(type)}', whose values are freed; move it there" : "it frees the texts of a [MaxValues] label; remove it");
        }

        void Check(AttributeData? attribute, string name, string purpose)
        {
            if (attribute is null || attribute == fitting)
            {
                return;
            }

            var reason = fitting is null || !IsForSameType(attribute, fitting)
                ? $"{purpose}, and the label is of type '{CSharpText.ForMessage(type)}'; remove it"
                : "one bound is enough; remove one of them";
            context.Report(DeclarationDescriptors.UnfitBound, attribute.Spot(context.Cancellation), name, label, reason);
        }
    }

    private bool IsForSameType(AttributeData attribute, AttributeData fitting) =>
        (attribute == OneOf && fitting == MaxValues) || (attribute == MaxValues && fitting == OneOf);
}
