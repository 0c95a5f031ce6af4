using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.CodeFixes;

/// <summary>MET302: counts with a counter that is only named. What other instruments shall record is not known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedInstrumentFixProvider))]
[Shared]
public sealed class UnusedInstrumentFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(UseDescriptors.UnusedInstrument.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await StatementAsync(document, diagnostic, cancellation).ConfigureAwait(false) is null
            ? []
            : [new("Add '.Inc()'", nameof(UnusedInstrumentFixProvider))];

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation) =>
        await StatementAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } expression
            ? [new(expression, static rewritten => Increment((ExpressionSyntax)rewritten))]
            : [];

    /// <summary>The counter, or the assignment that discards it.</summary>
    private static async Task<ExpressionSyntax?> StatementAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(UnusedInstrumentAnalyzer.InstrumentProperty, out var instrument) || instrument != "Counter")
        {
            return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var expression = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
        return expression?.Parent switch
        {
            ExpressionStatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax => expression,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax } assignment
                when IsDiscard(assignment.Left) => assignment,
            _ => null,
        };
    }

    private static bool IsDiscard(ExpressionSyntax target) => target is IdentifierNameSyntax { Identifier.ValueText: "_" };

    private static ExpressionSyntax Increment(ExpressionSyntax expression)
    {
        var counter = expression is AssignmentExpressionSyntax assignment ? assignment.Right : expression;
        var inc = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, counter.WithoutTrivia(), SyntaxFactory.IdentifierName("Inc"));
        return SyntaxFactory.InvocationExpression(inc).WithTriviaFrom(expression);
    }
}
