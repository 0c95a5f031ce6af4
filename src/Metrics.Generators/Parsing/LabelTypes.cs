using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Sorts types by how they can be a label.</summary>
internal static class LabelTypes
{
    // Types of which each value may be a new one, so that only a conversion to something bounded makes a label of them.
    private static readonly HashSet<string> UnboundedNames =
    [
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Version",
        "System.Type", "System.Exception", "System.Half", "System.Int128", "System.UInt128", "System.Numerics.BigInteger",
        "System.Net.IPAddress", "System.Net.EndPoint", "System.Net.IPEndPoint", "System.Net.DnsEndPoint", "System.Text.StringBuilder",
        "Microsoft.AspNetCore.Http.PathString", "Microsoft.AspNetCore.Http.HostString", "Microsoft.AspNetCore.Http.QueryString",
        "Microsoft.Extensions.Primitives.StringValues", "Microsoft.Extensions.Primitives.StringSegment",
        "System.Diagnostics.ActivityTraceId", "System.Diagnostics.ActivitySpanId",
    ];

    /// <summary>The type without <c>Nullable&lt;T&gt;</c>, and whether a null may come.</summary>
    public static (ITypeSymbol Type, bool IsNullable) Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? (nullable.TypeArguments[0], true)
            : (type, type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated);

    public static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || IsSpan(type);

    /// <summary><c>ReadOnlySpan&lt;char&gt;</c></summary>
    public static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 } span
        && span.TypeArguments[0].SpecialType == SpecialType.System_Char
        && span.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    public static bool IsInteger(ITypeSymbol type) => RangeOf(type) is not null;

    /// <summary>The numbers that an integer type holds, as far as a long does; native integers are taken for 64 bits.</summary>
    public static (long Minimum, long Maximum)? RangeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 or SpecialType.System_IntPtr => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => (0, long.MaxValue),
        _ => null,
    };

    /// <summary>Whether each value of the type may be a new one.</summary>
    public static bool IsUnbounded(ITypeSymbol type)
    {
        if (IsInteger(type) || type.TypeKind == TypeKind.Dynamic || type.SpecialType is SpecialType.System_Object
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime)
        {
            return true;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol { ContainingType: null, Arity: 0 }
                && UnboundedNames.Contains(current.ContainingNamespace.ToDisplayString() + "." + current.Name))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsOpenLabel(ITypeSymbol type) => type.FindAttribute(KnownNames.OpenLabel) is not null;

    public static bool IsLabelSet(ITypeSymbol type) => type.FindAttribute(KnownNames.LabelSet) is not null;
}
