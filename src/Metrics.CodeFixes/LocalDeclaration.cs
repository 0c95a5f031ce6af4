using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>Writes <c>var name = value;</c>.</summary>
internal static class LocalDeclaration
{
    public static LocalDeclarationStatementSyntax Of(string name, ExpressionSyntax value)
    {
        var variable = SyntaxFactory.VariableDeclarator(SyntaxFactory.ParseToken(name).WithTrailingTrivia(SyntaxFactory.Space))
            .WithInitializer(SyntaxFactory.EqualsValueClause(
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), value.WithoutTrivia()));
        var type = SyntaxFactory.IdentifierName("var").WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(type, SyntaxFactory.SingletonSeparatedList(variable)));
    }
}
