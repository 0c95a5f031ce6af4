using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns an enum of any shape and underlying type into a closed label.</summary>
internal static class EnumLabelParser
{
    /// <summary>The label's argument, or <see langword="null"/> where the enum makes none (reported).</summary>
    public static LabelArgument? Parse(INamedTypeSymbol type, LabelSource source, bool isNullable, ParsingContext context)
    {
        var label = source.Find(KnownNames.Label);
        var values = context.ValuesOf(
            type,
            labelCase: label?.Named("Case")?.Value is int chosen ? chosen : 0,
            asNumber: label?.NamedFlag("AsNumber") ?? false);
        if (values.Problem is { } problem)
        {
            context.Report(
                DeclarationDescriptors.InvalidEnum,
                Spots.OfType(source.Symbols[0], context.Cancellation),
                CSharpText.ForMessage(type),
                source.Name,
                problem);
            return null;
        }

        return new(source.Expression, ClosedLabel.Of(source.Name, LabelKind.Enum, values.Texts, isNullable))
        {
            Constants = new(values.Constants),
            IsContiguous = values.IsContiguous,
            IsExhaustive = values.IsExhaustive,
            IsWide = values.IsWide,
        };
    }
}
