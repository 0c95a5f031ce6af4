using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.CallSites;

/// <summary>Reads the literals of a call that creates an instrument: <c>CreateCounter("orders_total", "Orders.", "region")</c>.</summary>
internal static class InstrumentSyntax
{
    public static Instrument? Read(SyntaxNode? expression) =>
        Creation(expression) is { } call && Literal(Argument(call, "name", 0)) is { } name
            ? new(name, [.. LabelArguments(call).SelectMany(Labels)])
            : null;

    /// <summary>The call named <c>Create…</c>, also below calls that are made of its result.</summary>
    private static InvocationExpressionSyntax? Creation(SyntaxNode? expression)
    {
        while (expression is not null)
        {
            switch (expression)
            {
                case InvocationExpressionSyntax call when NameOf(call.Expression).StartsWith("Create", System.StringComparison.Ordinal):
                    return call;
                case InvocationExpressionSyntax call:
                    expression = call.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static string NameOf(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static ExpressionSyntax? Argument(InvocationExpressionSyntax call, string name, int position)
    {
        var arguments = call.ArgumentList.Arguments;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)?.Expression
            ?? (arguments.Count > position && arguments[position].NameColon is null ? arguments[position].Expression : null);
    }

    private static IEnumerable<ExpressionSyntax> LabelArguments(InvocationExpressionSyntax call) => call.ArgumentList.Arguments
        .Where(static (argument, index) => argument.NameColon is { } named ? named.Name.Identifier.ValueText is "labelNames" or "configuration" : index >= 2)
        .Select(static argument => argument.Expression);

    private static IEnumerable<string> Labels(ExpressionSyntax expression) => expression switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.SelectMany(Labels),
        ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.SelectMany(Labels) ?? [],
        CollectionExpressionSyntax collection => collection.Elements.SelectMany(static element =>
            element is ExpressionElementSyntax one ? Labels(one.Expression) : [""]),
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(static element => Labels(element.Expression)),
        BaseObjectCreationExpressionSyntax creation => creation.Initializer?.Expressions
            .OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "LabelNames" })
            .SelectMany(static assignment => Labels(assignment.Right)) ?? [],
        _ when expression.IsKind(SyntaxKind.StringLiteralExpression) => [Literal(expression)!],
        _ when expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.TrueLiteralExpression)
            || expression.IsKind(SyntaxKind.FalseLiteralExpression) => [],
        _ => [""],
    };

    private static string? Literal(ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
}
