using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.CodeFixes;

/// <summary>Puts the template of the matched route, of which a program has few, in the place of a request's path.</summary>
internal static class RouteTemplate
{
    private const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
    private const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";

    private static readonly string[] Namespaces = ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing"];

    public static IReadOnlyList<NodeEdit> Of(OriginSite site, CancellationToken cancellation)
    {
        var replaced = WholeText(site.Anchor);
        if (ContextIn(site.Origin, site.Model, cancellation) is not var (context, carrier)
            || !site.MeansTheSame(carrier, cancellation)
            || !TakesText(replaced, site.Model, cancellation))
        {
            return [];
        }

        var template = SyntaxFactory.ParseExpression($"(({context}.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? \"none\")")
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return [new(replaced, rewritten => template.WithTriviaFrom(rewritten)), .. UsingDirectives.Add(replaced, site.Model, Namespaces)];
    }

    /// <summary>The value with all that only reshapes it: <c>path.Value?.ToLower() ?? ""</c> for <c>path</c>.</summary>
    private static ExpressionSyntax WholeText(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == value:
                    value = access;
                    break;
                case InvocationExpressionSyntax call when call.Expression == value:
                    value = call;
                    break;
                case ElementAccessExpressionSyntax element when element.Expression == value:
                    value = element;
                    break;
                case ConditionalAccessExpressionSyntax access when access.Expression == value:
                    value = access;
                    break;
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Left == value:
                    value = coalesce;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool TakesText(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value.Parent is InterpolationSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
        || model.GetTypeInfo(value, cancellation).ConvertedType is { SpecialType: SpecialType.System_String or SpecialType.System_Object };

    /// <summary>The C# of the context that an expression reads from, and the expression that it is found by.</summary>
    private static (string Context, ExpressionSyntax Carrier)? ContextIn(ExpressionSyntax origin, SemanticModel model, CancellationToken cancellation)
    {
        (string, ExpressionSyntax)? found = null;
        for (ExpressionSyntax? part = origin; part is not null; part = Inner(part))
        {
            var type = model.GetTypeInfo(part, cancellation).Type;
            if (MetadataNames.Is(type, HttpContext))
            {
                return (part.WithoutTrivia().ToString(), part);
            }

            if (MetadataNames.Is(type, HttpRequest))
            {
                found = (part.WithoutTrivia() + ".HttpContext", part);
            }
        }

        return found;
    }

    private static ExpressionSyntax? Inner(ExpressionSyntax part) => part switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call => call.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        PostfixUnaryExpressionSyntax suppressed => suppressed.Operand,
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
        ConditionalAccessExpressionSyntax access => access.Expression,
        _ => null,
    };
}
