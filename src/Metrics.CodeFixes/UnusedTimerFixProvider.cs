using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.CodeFixes;

/// <summary>MET301: ends a timer with its block, by <c>using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedTimerFixProvider))]
[Shared]
public sealed class UnusedTimerFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(UseDescriptors.UnusedTimer.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await StatementAsync(document, diagnostic, cancellation).ConfigureAwait(false) is null
            ? []
            : [new("Add 'using'", nameof(UnusedTimerFixProvider))];

    private protected override Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation) =>
        AllEditsAsync(document, ImmutableArray.Create(diagnostic), key, cancellation);

    private protected override async Task<IReadOnlyList<NodeEdit>> AllEditsAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string key, CancellationToken cancellation)
    {
        var edits = new List<NodeEdit>();
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return edits;
        }

        var names = new FreeNames(model, cancellation);
        foreach (var diagnostic in diagnostics)
        {
            switch (await StatementAsync(document, diagnostic, cancellation).ConfigureAwait(false))
            {
                case LocalDeclarationStatementSyntax declaration:
                    edits.Add(new(declaration, static rewritten => WithUsing((LocalDeclarationStatementSyntax)rewritten)));
                    break;
                case ExpressionStatementSyntax statement:
                    var name = names.Next(IsInProgress(model, statement, cancellation) ? "inProgress" : "timer", statement);
                    edits.Add(new(statement, rewritten => Declaration((ExpressionStatementSyntax)rewritten, name)));
                    break;
            }
        }

        return edits;
    }

    /// <summary>The statement that can become a <c>using</c> declaration, which stands in a block only.</summary>
    private static async Task<StatementSyntax?> StatementAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var call = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var statement = call?.FirstAncestorOrSelf<StatementSyntax>();
        if (call is null || statement is not { Parent: BlockSyntax or GlobalStatementSyntax } || call.Ancestors().TakeWhile(node => node != statement).Any(static node => node is LambdaExpressionSyntax))
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var isDisposable = model?.GetTypeInfo(call, cancellation).Type is { } type
            && type.Interfaces.Any(static one => one.SpecialType == SpecialType.System_IDisposable);
        return statement switch
        {
            _ when !isDisposable => null,
            LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration => declaration,
            ExpressionStatementSyntax { Expression: var expression } when expression == call => statement,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment }
                when assignment.Right == call => statement,
            _ => null,
        };
    }

    private static bool IsInProgress(SemanticModel model, ExpressionStatementSyntax statement, CancellationToken cancellation) =>
        model.GetTypeInfo(TimerOf(statement), cancellation).Type?.Name == "InProgress";

    private static ExpressionSyntax TimerOf(ExpressionStatementSyntax statement) =>
        statement.Expression is AssignmentExpressionSyntax assignment ? assignment.Right : statement.Expression;

    private static LocalDeclarationStatementSyntax WithUsing(LocalDeclarationStatementSyntax declaration) =>
        declaration.WithoutLeadingTrivia()
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(declaration.GetLeadingTrivia());

    private static StatementSyntax Declaration(ExpressionStatementSyntax statement, string name) =>
        WithUsing(LocalDeclaration.Of(name, TimerOf(statement))).WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
}
