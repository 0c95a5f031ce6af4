using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// The two parts of a partial member. A property is asked through its accessors: they answer in every compiler that
/// knows partial properties, while the property itself does so only from version 4.12 of the compiler's interface on.
/// </summary>
internal static class PartialParts
{
    public static bool IsPartialDefinition(ISymbol member) => member switch
    {
        IMethodSymbol method => method.IsPartialDefinition,
        IPropertySymbol property => (property.GetMethod ?? property.SetMethod) is { IsPartialDefinition: true },
        _ => false,
    };

    /// <summary>The part with the body, or <see langword="null"/>.</summary>
    public static ISymbol? ImplementationOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.PartialImplementationPart,
        IPropertySymbol property => (property.GetMethod ?? property.SetMethod)?.PartialImplementationPart?.AssociatedSymbol,
        _ => null,
    };
}
