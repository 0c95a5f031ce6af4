using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Where a reader sees the value that an operation stands for.</summary>
internal static class ValueLocation
{
    /// <param name="value">The value.</param>
    /// <param name="at">The argument, assignment or expression that hands it over.</param>
    public static Location Of(IOperation value, SyntaxNode at)
    {
        var syntax = at switch
        {
            ArgumentSyntax argument => argument.Expression,
            AssignmentExpressionSyntax assignment => assignment.Right,
            _ => value.Syntax,
        };

        // The operations know nothing of parentheses and of the operator '!', but a reader does.
        while (syntax.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            syntax = syntax.Parent;
        }

        return syntax.GetLocation();
    }
}
