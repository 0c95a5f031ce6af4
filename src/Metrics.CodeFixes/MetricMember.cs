using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.CodeFixes;

/// <summary>Turns the declaration of a metric into one that the generator can implement.</summary>
internal static class MetricMember
{
    /// <summary>
    /// The property or method, where changing its modifiers, type and body makes a metric of it: it has one instrument
    /// attribute, is no indexer and implements no interface explicitly.
    /// </summary>
    public static async Task<MemberDeclarationSyntax?> FindAsync(Document document, SyntaxNode? node, CancellationToken cancellation)
    {
        var member = node?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is not (MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null }))
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var symbol = model?.GetDeclaredSymbol(member, cancellation);
        return symbol is not null && PartialParts.ImplementationOf(symbol) is null && symbol.GetAttributes().Count(static attribute => InstrumentKind.Of(attribute) is not null) == 1
            ? member
            : null;
    }

    /// <summary>The declaration as a partial one without body.</summary>
    /// <param name="member">The property or method.</param>
    /// <param name="type">The fully qualified type that it shall have; <see langword="null"/> to keep its own.</param>
    public static SyntaxNode Rewrite(SyntaxNode member, string? type) => member switch
    {
        PropertyDeclarationSyntax property => Rewrite(property, type),
        MethodDeclarationSyntax method => Rewrite(method, type),
        _ => member,
    };

    private static SyntaxNode Rewrite(PropertyDeclarationSyntax property, string? type)
    {
        var getter = SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        var accessors = SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(getter))
            .WithAdditionalAnnotations(Formatter.Annotation)
            .WithTrailingTrivia(property.GetTrailingTrivia());
        return Modifier.AddPartial(property
            .WithModifiers(Kept(property.Modifiers))
            .WithType(TypeOf(property.Type, type))
            .WithIdentifier(property.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithAccessorList(accessors)
            .WithExpressionBody(null)
            .WithInitializer(null)
            .WithSemicolonToken(default));
    }

    // C# wants an accessibility modifier on a partial method that returns something.
    private static SyntaxNode Rewrite(MethodDeclarationSyntax method, string? type)
    {
        var accessible = (MethodDeclarationSyntax)Modifier.EnsureAccess(method);
        return Modifier.AddPartial(accessible
            .WithModifiers(Kept(accessible.Modifiers))
            .WithReturnType(TypeOf(accessible.ReturnType, type))
            .WithParameterList(accessible.ParameterList.WithTrailingTrivia())
            .WithBody(null)
            .WithExpressionBody(null)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia())));
    }

    private static SyntaxTokenList Kept(SyntaxTokenList modifiers) => SyntaxFactory.TokenList(modifiers.Where(static modifier =>
        !modifier.IsKind(SyntaxKind.AsyncKeyword) && !modifier.IsKind(SyntaxKind.ExternKeyword)));

    private static TypeSyntax TypeOf(TypeSyntax current, string? type) => type is null
        ? current
        : SyntaxFactory.ParseTypeName(type).WithTriviaFrom(current).WithAdditionalAnnotations(Simplifier.Annotation);
}
