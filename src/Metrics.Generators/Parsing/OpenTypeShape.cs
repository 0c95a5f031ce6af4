using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Checks that a type marked <c>[OpenLabel]</c> can have the generated members and be named by generated code.</summary>
internal static class OpenTypeShape
{
    private static readonly string[] Generated = ["Of", "Text", "ToString", "GetHashCode"];

    /// <summary>The first thing that is wrong, and where; <see langword="null"/> where nothing is.</summary>
    public static (ISymbol Culprit, string Reason)? Problem(INamedTypeSymbol type) =>
        Kind(type) is { } kind ? (type, kind)
        : Place(type) is { } place ? (type, place)
        : Member(type);

    private static string? Kind(INamedTypeSymbol type) =>
        type.TypeKind != TypeKind.Struct ? "it is no struct; write 'readonly partial struct'"
        : type.IsRecord ? "it is a record, which has an equality of its own; write 'readonly partial struct'"
        : type.IsRefLikeType ? "it is a ref struct, which cannot be kept for the next metric; remove 'ref'"
        : LabelTypes.IsLabelSet(type) ? "it is a label set as well; keep one of the two attributes"
        : null;

    private static string? Place(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return SymbolEqualityComparer.Default.Equals(current, type)
                    ? "it is generic; write an open label for each case"
                    : $"it stands in the generic type '{current.Name}'; move it out";
            }

            if (current.IsFileLocal)
            {
                return "it is file-local, and the generated half stands in another file; remove 'file'";
            }

            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return "generated code in another type must name it; make it internal or public, and the types around it as well";
            }
        }

        return null;
    }

    private static (ISymbol Culprit, string Reason)? Member(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (GeneratedMembers.Contains(member) || GeneratedMembers.Contains((member as IMethodSymbol)?.AssociatedSymbol ?? member))
            {
                continue;
            }

            if (member is IFieldSymbol { IsStatic: false } field)
            {
                var named = field.AssociatedSymbol ?? field;
                return (named, $"it has the instance field '{named.Name}', and its value is the generated one; remove it");
            }

            if (member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false })
            {
                return (member, "it has a constructor, and its values come from the generated 'Of'; remove it");
            }

            if (!member.IsImplicitlyDeclared && (Generated.Contains(member.Name) || IsEquality(member, type)))
            {
                return (member, $"it has a member '{member.Name}', which is generated; remove or rename it");
            }
        }

        return null;
    }

    private static bool IsEquality(ISymbol member, INamedTypeSymbol type) =>
        member is IMethodSymbol { Name: "Equals" or "op_Equality" or "op_Inequality" } method
        && method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Object
            || SymbolEqualityComparer.Default.Equals(parameter.Type, type));
}
