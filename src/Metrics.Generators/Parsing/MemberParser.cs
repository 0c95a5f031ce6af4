using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Reads the signature of a partial member, so that its implementing part repeats it to the letter.</summary>
internal static class MemberParser
{
    /// <summary>The signature, or <see langword="null"/> where no implementing part can be written.</summary>
    public static MemberModel? Parse(ISymbol member, ParsingContext context) => member switch
    {
        _ when !PartialParts.IsPartialDefinition(member) || HasOwnBody(member) => null,
        IMethodSymbol method => Method(method, context),
        IPropertySymbol { IsIndexer: false } property => Property(property, context),
        _ => null,
    };

    /// <summary>Whether the user wrote the implementing part.</summary>
    public static bool HasOwnBody(ISymbol member) =>
        PartialParts.ImplementationOf(member) is { } implementation && !GeneratedMembers.Contains(implementation);

    /// <summary>The name by which a body reads the parameter.</summary>
    public static string ReadName(IParameterSymbol parameter)
    {
        if (!IsCopied(parameter) || parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return CSharpText.NameOf(parameter);
        }

        var local = "__" + parameter.Name;
        while (method.Parameters.Any(other => other.Name == local))
        {
            local += "_";
        }

        return local;
    }

    private static bool IsCopied(IParameterSymbol parameter) => parameter.RefKind is not (RefKind.None or RefKind.Out);

    private static MemberModel? Method(IMethodSymbol method, ParsingContext context)
    {
        if (Declaration(method, context) is not MethodDeclarationSyntax syntax
            || IsUnimplementable(syntax.Modifiers)
            || (!method.ReturnsVoid && !syntax.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()))))
        {
            return null;
        }

        return new(syntax.Identifier.Text, Modifiers(syntax.Modifiers), Return(method.ReturnType, method.RefKind))
        {
            TypeParameters = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(static type => CSharpText.Identifier(type.Name)))}>",
            Constraints = method.Arity == 0 ? "" : CSharpText.ConstraintsOf(method),
            Parameters = string.Join(", ", method.Parameters.Select(parameter => Parameter(parameter, context))),
            HasOutParameter = method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out),
            Copies = new(method.Parameters.Where(IsCopied).Select(static parameter => (CSharpText.NameOf(parameter), ReadName(parameter)))),
            ParameterNames = new(method.Parameters.Select(static parameter => parameter.Name).Concat(method.Parameters.Where(IsCopied).Select(ReadName))),
        };
    }

    private static MemberModel? Property(IPropertySymbol property, ParsingContext context)
    {
        if (Declaration(property, context) is not PropertyDeclarationSyntax syntax || IsUnimplementable(syntax.Modifiers))
        {
            return null;
        }

        var accessors = syntax.AccessorList?.Accessors ?? default;
        return new(syntax.Identifier.Text, Modifiers(syntax.Modifiers), Return(property.Type, property.RefKind))
        {
            Accessors = new(accessors.Select(static accessor =>
                string.Concat(accessor.Modifiers.Select(static modifier => modifier.Text + " ")) + accessor.Keyword.Text)),
        };
    }

    private static SyntaxNode? Declaration(ISymbol member, ParsingContext context) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);

    // No part with a body is possible beside these, and the compiler says so.
    private static bool IsUnimplementable(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.AbstractKeyword) || modifiers.Any(SyntaxKind.ExternKeyword);

    private static string Modifiers(SyntaxTokenList modifiers)
    {
        var texts = new List<string>();
        foreach (var modifier in modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.AsyncKeyword))
            {
                texts.Add(modifier.Text);
            }
        }

        texts.Add("partial");
        return string.Join(" ", texts);
    }

    private static string Return(ITypeSymbol type, RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    } + CSharpText.OfType(type);

    // Attributes and default values stay with the defining part: repeated, they are an error and a warning.
    private static string Parameter(IParameterSymbol parameter, ParsingContext context)
    {
        var modifiers = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is ParameterSyntax syntax
            ? string.Concat(syntax.Modifiers.Select(static modifier => modifier.Text + " "))
            : "";
        return $"{modifiers}{CSharpText.OfType(parameter.Type)} {CSharpText.NameOf(parameter)}";
    }
}
