using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>Adds modifiers to declarations, which may have none so far.</summary>
internal static class Modifier
{
    /// <summary>Adds <c>partial</c>, which must be the last modifier.</summary>
    public static SyntaxNode AddPartial(SyntaxNode node) =>
        node is MemberDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? Insert(declaration, declaration.Modifiers.Count, SyntaxKind.PartialKeyword)
            : node;

    /// <summary>Adds <c>private</c>, what a member is anyway, where no accessibility is written; C# wants one on a partial method with a result.</summary>
    public static MemberDeclarationSyntax EnsureAccess(MemberDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()))
            ? declaration
            : Insert(declaration, 0, SyntaxKind.PrivateKeyword);

    private static MemberDeclarationSyntax Insert(MemberDeclarationSyntax declaration, int index, SyntaxKind kind)
    {
        var modifier = SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
        if (index > 0)
        {
            return declaration.WithModifiers(declaration.Modifiers.Insert(index, modifier));
        }

        // The comments and the indentation in front belong to the first token, which the modifier becomes.
        var first = FirstTokenAfterAttributes(declaration);
        var rest = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return rest.WithModifiers(rest.Modifiers.Insert(0, modifier.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static SyntaxToken FirstTokenAfterAttributes(MemberDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0
            ? declaration.GetFirstToken()
            : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
}
