using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.CodeFixes;

/// <summary>Puts the name of an exception's type, of which a program has few, in the place of its text.</summary>
internal static class ExceptionTypeName
{
    public static NodeEdit? Of(OriginSite site, CancellationToken cancellation) =>
        Name(site, cancellation) is { } name ? new(site.Anchor, rewritten => name.WithTriviaFrom(rewritten)) : null;

    private static ExpressionSyntax? Name(OriginSite site, CancellationToken cancellation)
    {
        var read = site.Origin is InvocationExpressionSyntax call ? call.Expression : site.Origin;
        if (read is MemberBindingExpressionSyntax binding)
        {
            return site.Anchor == site.Origin
                && site.Model.GetSymbolInfo(binding, cancellation).Symbol is { ContainingType: { } type } && IsException(type)
                    ? NameOf(SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName("GetType")))
                    : null;
        }

        var exception = IsException(site.Model.GetTypeInfo(site.Origin, cancellation).Type) ? site.Origin : (read as MemberAccessExpressionSyntax)?.Expression;
        return exception is not null && IsException(site.Model.GetTypeInfo(exception, cancellation).Type) && site.MeansTheSame(exception, cancellation)
            ? NameOf(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, Receiver(exception.WithoutTrivia()), SyntaxFactory.IdentifierName("GetType")))
            : null;
    }

    private static ExpressionSyntax NameOf(ExpressionSyntax getType) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.InvocationExpression(getType), SyntaxFactory.IdentifierName("Name"));

    private static ExpressionSyntax Receiver(ExpressionSyntax exception) =>
        exception is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ThisExpressionSyntax or ParenthesizedExpressionSyntax
            or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax
                ? exception
                : SyntaxFactory.ParenthesizedExpression(exception);

    private static bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (MetadataNames.Is(current, "System.Exception"))
            {
                return true;
            }
        }

        return false;
    }
}
