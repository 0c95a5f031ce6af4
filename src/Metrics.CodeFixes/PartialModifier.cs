using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>Adds <c>partial</c>, which must be the last modifier.</summary>
internal static class PartialModifier
{
    public static SyntaxNode Add(SyntaxNode node) =>
        node is MemberDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) ? AddTo(declaration) : node;

    private static MemberDeclarationSyntax AddTo(MemberDeclarationSyntax declaration)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
        {
            return declaration.WithModifiers(declaration.Modifiers.Add(partial));
        }

        // The comments and the indentation in front belong to the first token, which 'partial' becomes.
        var first = FirstTokenAfterAttributes(declaration);
        var rest = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return rest.WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static SyntaxToken FirstTokenAfterAttributes(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0
            ? declaration.GetFirstToken()
            : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
}
