using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>What a type alone says of its values.</summary>
internal static class ValueTypes
{
    /// <summary>Whether the type is an enum: few values, as long as no other number was made one.</summary>
    public static bool IsEnum(ITypeSymbol? type) => Unwrap(type)?.TypeKind == TypeKind.Enum;

    /// <summary>Whether the type has few values, or names of code: bool, <c>System.Type</c>.</summary>
    public static bool IsBounded(ITypeSymbol? type)
    {
        type = Unwrap(type);
        return type is not null
            && (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void
                || MetadataNames.Is(type, "System.Type"));
    }

    /// <summary>
    /// Whether a value read out of a text or a collection carries on what the whole was: a part of a path does, its
    /// length does not.
    /// </summary>
    public static bool Carries(ITypeSymbol? type)
    {
        type = Unwrap(type);
        return type is not null
            && type.SpecialType is SpecialType.None or SpecialType.System_String or SpecialType.System_Object or SpecialType.System_DateTime
                or (>= SpecialType.System_Collections_IEnumerable and <= SpecialType.System_Collections_Generic_IReadOnlyCollection_T)
                or SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T
            && !IsBounded(type) && !IsEnum(type);
    }

    /// <summary>Whether the framework, and not a project, declares the member.</summary>
    public static bool IsFramework(ISymbol member)
    {
        var type = member.OriginalDefinition.ContainingType ?? member;
        if (!type.Locations.IsEmpty && type.Locations[0].IsInSource)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft";
    }

    public static bool IsWhole(ITypeSymbol? type) =>
        Unwrap(type)?.SpecialType is SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);

    public static bool IsText(ITypeSymbol? type) => Unwrap(type)?.SpecialType == SpecialType.System_String;

    /// <summary>The type below <c>Nullable</c>.</summary>
    public static ITypeSymbol? Unwrap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
