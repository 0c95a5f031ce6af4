using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>The types and methods through which texts and pairs are handed on.</summary>
internal static class ContentTypes
{
    public static bool IsPair(ITypeSymbol? type) => MetadataNames.Is(type, "System.Collections.Generic.KeyValuePair`2");

    /// <summary>Whether a value of the type can hold what is looked for.</summary>
    public static bool Holds(ITypeSymbol? type, ContentKind kind) => type switch
    {
        IArrayTypeSymbol array => Holds(array.ElementType, kind),
        { SpecialType: SpecialType.System_String } => kind == ContentKind.Texts,
        INamedTypeSymbol { IsTupleType: true } tuple => kind == ContentKind.Texts && tuple.TupleElements.Any(element => Holds(element.Type, kind)),
        INamedTypeSymbol { IsGenericType: true } generic => kind == ContentKind.Pairs
            ? IsPair(generic) || generic.TypeArguments.Any(IsPair) || HoldsPairs(generic)
            : generic.TypeArguments.Any(static argument => argument.SpecialType == SpecialType.System_String),
        INamedTypeSymbol => kind == ContentKind.Pairs && HoldsPairs(type),
        _ => false,
    };

    private static bool HoldsPairs(ITypeSymbol type) => type.AllInterfaces.Any(static one => one.TypeArguments.Any(IsPair));

    /// <summary>Whether a framework method gives back what is in the object or in the arguments that it gets.</summary>
    public static bool HandsOn(string method) => method switch
    {
        "AsSpan" or "AsMemory" or "AsEnumerable" or "AsReadOnly" or "Slice" or "ToArray" or "ToList" or "ToImmutableArray" => true,
        "Concat" or "Append" or "Prepend" or "Union" or "Create" or "Reverse" or "Take" or "Skip" or "GetValueOrDefault" => true,
        _ => false,
    };
}
