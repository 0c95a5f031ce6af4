using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Names as the tables write them: <c>System.Collections.Generic.List`1</c>, nested types with <c>+</c>.</summary>
internal static class MetadataNames
{
    public static string Of(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, '+').Insert(0, outer.MetadataName);
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, '.').Insert(0, space.Name);
        }

        return name.ToString();
    }

    public static bool Is(ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named
        && named.Name.Length <= metadataName.Length
        && metadataName.IndexOf(named.Name, System.StringComparison.Ordinal) >= 0
        && Of(named.OriginalDefinition) == metadataName;
}
