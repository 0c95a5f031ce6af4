using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Names as the tables write them: <c>System.Collections.Generic.List`1</c>, nested types with <c>+</c>.</summary>
internal static class MetadataNames
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, string> Known = new();

    public static string Of(INamedTypeSymbol type) => Known.GetValue(type, Build);

    public static bool Is(ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named
        && metadataName.EndsWith(named.MetadataName, System.StringComparison.Ordinal)
        && Of(named.OriginalDefinition) == metadataName;

    private static string Build(INamedTypeSymbol type)
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
}
