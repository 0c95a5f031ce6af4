using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>The names that are made of a group's own.</summary>
internal static class GroupNames
{
    /// <summary>Namespace, containing types and name, joined by dots.</summary>
    public static string FullName(INamedTypeSymbol type) => string.Join(".", Parts(type, static name => name));

    /// <summary>The escaped namespace; empty for the global one.</summary>
    public static string Namespace(INamedTypeSymbol type) => string.Join(".", NamespaceParts(type).Select(CSharpText.Identifier));

    /// <summary>
    /// The name of the generated file. The compiler compares such names without regard to case, so that groups which differ in
    /// nothing else need a hash.
    /// </summary>
    public static string HintName(INamedTypeSymbol type)
    {
        var name = FullName(type);
        var file = new string([.. name.Select(static c => IsLegalInHint(c) ? c : '_')]);
        return (file != name || HasLookalike(type) ? $"{file}-{StableHash.Of(name)}" : file) + ".g.cs";
    }

    /// <summary>
    /// The name of the type that holds a static group's families. Dots become underscores, so that a name with an underscore of
    /// its own needs a hash; so does the name of the holder's method.
    /// </summary>
    public static string HolderName(INamedTypeSymbol type)
    {
        var name = FullName(type);
        var holder = new string([.. name.Select(static c => c is '.' or '<' or '>' or ',' or ' ' ? '_' : c)]);
        var isUnique = holder == name.Replace('.', '_') && name.IndexOf('_') < 0 && name != FieldNames.RegisterMethod;
        return CSharpText.TypeIdentifier(isUnique ? holder : $"{holder}_{StableHash.Of(name)}");
    }

    /// <summary>The name of the type that holds an open label's values; a group's holder has no two underscores in a row.</summary>
    public static string OpenLabelHolderName(INamedTypeSymbol type) => HolderName(type).TrimStart('@') + "__OpenLabel";

    /// <summary>The heads of the containing types and of the type, outermost first.</summary>
    public static IEnumerable<string> Heads(INamedTypeSymbol type) => Chain(type).Select(Head);

    private static string Head(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"{(IsUnsafe(type) ? "unsafe " : "")}partial {keyword} {CSharpText.TypeIdentifier(type.Name)}{TypeParameters(type, CSharpText.Identifier)}";
    }

    // The modifier makes an unsafe context of one part alone.
    private static bool IsUnsafe(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.UnsafeKeyword));

    private static string TypeParameters(INamedTypeSymbol type, Func<string, string> write) =>
        type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => write(parameter.Name)))}>";

    private static IEnumerable<string> Parts(INamedTypeSymbol type, Func<string, string> write) =>
        NamespaceParts(type).Concat(Chain(type).Select(part => part.Name + TypeParameters(part, write)));

    private static IEnumerable<string> NamespaceParts(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var current = type.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            parts.Push(current.Name);
        }

        return parts;
    }

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Push(current);
        }

        return chain;
    }

    // What the compiler allows beyond letters and digits and an identifier or its dots and type parameters can hold.
    private static bool IsLegalInHint(char c) => char.IsLetterOrDigit(c) || c is '.' or '_';

    private static bool HasLookalike(INamedTypeSymbol type)
    {
        for (ISymbol current = type; current is not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingSymbol)
        {
            var siblings = (current.ContainingSymbol as INamespaceOrTypeSymbol)?.GetMembers() ?? ImmutableArray<ISymbol>.Empty;
            if (siblings.Any(sibling => sibling is INamespaceOrTypeSymbol && IsLookalike(sibling.Name, current.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLookalike(string name, string other) =>
        name != other && string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
