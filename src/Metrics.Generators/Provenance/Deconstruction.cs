using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Which part of a value an element of a deconstruction is.</summary>
internal static class Deconstruction
{
    /// <summary>The element of a tuple, the key or value of a pair, the property of a record, what <c>Deconstruct</c> gives out.</summary>
    public static Projection Element(ITypeSymbol? type, int ordinal, int count)
    {
        if (type is not INamedTypeSymbol { IsTupleType: false } named)
        {
            return Projection.Element(ordinal, null);
        }

        if (count == 2 && named.Name is "KeyValuePair" or "DictionaryEntry")
        {
            return ordinal == 0 ? Projection.Key : Projection.Value;
        }

        foreach (var member in named.OriginalDefinition.GetMembers(WellKnownMemberNames.DeconstructMethodName))
        {
            if (member is IMethodSymbol method && method.Parameters.Length == count && method.Parameters[ordinal] is var parameter)
            {
                return method.IsImplicitlyDeclared && PropertyOf(named.OriginalDefinition, parameter.Name) is { } property
                    ? Projection.Member(property, null)
                    : Projection.Member(parameter, null);
            }
        }

        return Projection.Element(ordinal, null);
    }

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member is IPropertySymbol property)
            {
                return property;
            }
        }

        return null;
    }
}
