using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Checks that a type can be a group: MET001, and of MET012 what is about the type.</summary>
internal static class PlacementParser
{
    /// <summary>
    /// Whether the type's metrics can count, and whether a generated part can be added to it at all, if only with bodies that
    /// keep the compiler quiet.
    /// </summary>
    public static (bool IsUsable, bool CanBeExtended) Check(
        INamedTypeSymbol type, ImmutableArray<ISymbol> members, ParsingContext context)
    {
        var arePartial = CheckPartial(type, "Group", $"the bodies of the metrics in '{type.Name}'", context);
        var problem = Problem(type, members);
        if (problem is { } found)
        {
            context.Report(DeclarationDescriptors.UnusableGroup, Spots.OfName(found.Culprit), found.Culprit.Name, found.Reason);
        }

        return (arePartial && problem is null, !IsFileLocal(type));
    }

    /// <summary>An extension block is a type without a name, to the compiler.</summary>
    public static void ReportExtensionBlock(ImmutableArray<ISymbol> members, ParsingContext context)
    {
        foreach (var member in members)
        {
            context.Report(
                DeclarationDescriptors.UnusableGroup,
                Spots.OfName(member),
                member.Name,
                "it stands in an extension block, which cannot be partial; move it to a partial class");
        }
    }

    /// <summary>Reports a type that is not partial, or stands in one that is not: MET001.</summary>
    /// <param name="type">The type.</param>
    /// <param name="noun">What it is.</param>
    /// <param name="generated">What is to be generated.</param>
    /// <param name="context">Where problems go.</param>
    public static bool CheckPartial(INamedTypeSymbol type, string noun, string generated, ParsingContext context)
    {
        var arePartial = true;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(context.Cancellation) is TypeDeclarationSyntax declaration
                    && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    arePartial = false;
                    var what = SymbolEqualityComparer.Default.Equals(current, type) ? noun : "Containing type";
                    context.Report(
                        DeclarationDescriptors.NotPartialType, declaration.Identifier.GetLocation(), what, current.Name, generated);
                    break;
                }
            }
        }

        return arePartial;
    }

    private static (ISymbol Culprit, string Reason)? Problem(INamedTypeSymbol type, ImmutableArray<ISymbol> members)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return (type, "it is an interface, which has no fields to keep metrics in; move them to a partial class");
        }

        if (IsFileLocal(type))
        {
            return (type, "it is file-local, and the generated half stands in another file; remove 'file'");
        }

        if (Chain(type, static part => part.Arity > 0) is { } generic)
        {
            return (type, SymbolEqualityComparer.Default.Equals(generic, type)
                ? "it is generic, and would declare its metrics once for each type argument; move them to a class that is not"
                : $"it stands in the generic type '{generic.Name}', and would declare its metrics once for each type argument; move it out");
        }

        if (members.FirstOrDefault(member => member.IsStatic != members[0].IsStatic) is { } odd)
        {
            return (odd, $"it is {Word(odd)} and '{members[0].Name}' is {Word(members[0])}; make all metrics of a group static, or none");
        }

        return type.IsValueType && !members[0].IsStatic
            ? (type, "it is a struct, and instance metrics need an object to belong to; make them static, or the group a class")
            : null;
    }

    private static string Word(ISymbol member) => member.IsStatic ? "static" : "not static";

    private static bool IsFileLocal(INamedTypeSymbol type) => Chain(type, static part => part.IsFileLocal) is not null;

    private static INamedTypeSymbol? Chain(INamedTypeSymbol type, System.Func<INamedTypeSymbol, bool> condition)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (condition(current))
            {
                return current;
            }
        }

        return null;
    }
}
