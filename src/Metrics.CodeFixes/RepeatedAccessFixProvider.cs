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
using TypedMetrics.Generators.Use;

namespace TypedMetrics.CodeFixes;

/// <summary>MET305: takes the instrument once, in a local before the loop; one local for all calls of a loop that are the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedAccessFixProvider))]
[Shared]
public sealed class RepeatedAccessFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(UseDescriptors.RepeatedAccess.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await CallAsync(document, diagnostic, cancellation).ConfigureAwait(false) is null
            ? []
            : [new("Take the instrument before the loop", nameof(RepeatedAccessFixProvider))];

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
        var locals = new Dictionary<StatementSyntax, Dictionary<string, (string Name, InvocationExpressionSyntax Call)>>();
        foreach (var diagnostic in diagnostics.OrderBy(static one => one.Location.SourceSpan.Start))
        {
            if (await CallAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not var (call, loop))
            {
                continue;
            }

            if (!locals.TryGetValue(loop, out var own))
            {
                locals.Add(loop, own = []);
            }

            var text = call.WithoutTrivia().NormalizeWhitespace().ToString();
            if (!own.TryGetValue(text, out var local))
            {
                own.Add(text, local = (names.Next(FreeNames.Camel(NameOf(call)), loop), call));
            }

            edits.Add(new(call, rewritten => SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(local.Name)).WithTriviaFrom(rewritten)));
        }

        // Loops of one block have one edit in common, or the last would win.
        foreach (var block in locals.GroupBy(static pair => pair.Key.Parent!))
        {
            var loops = block.ToDictionary(static pair => (SyntaxNode)pair.Key, static pair => pair.Value.Values.ToList());
            var original = StatementsOf(block.Key);
            edits.Add(new(block.Key, rewritten => WithLocals(rewritten, original, loops)));
        }

        return edits;
    }

    private static async Task<(InvocationExpressionSyntax Call, StatementSyntax Loop)?> CallAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null || diagnostic.AdditionalLocations.Count == 0)
        {
            return null;
        }

        var loop = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan).FirstAncestorOrSelf<StatementSyntax>();
        return root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax call
            && loop is { Parent: BlockSyntax or SwitchSectionSyntax }
                ? (call, loop)
                : null;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        _ => "instrument",
    };

    private static SyntaxList<StatementSyntax> StatementsOf(SyntaxNode parent) =>
        parent is BlockSyntax block ? block.Statements : ((SwitchSectionSyntax)parent).Statements;

    private static SyntaxNode WithLocals(
        SyntaxNode parent, SyntaxList<StatementSyntax> original, Dictionary<SyntaxNode, List<(string Name, InvocationExpressionSyntax Call)>> loops)
    {
        var statements = new List<StatementSyntax>();
        foreach (var (before, now) in original.Zip(StatementsOf(parent), static (before, now) => (before, now)))
        {
            if (!loops.TryGetValue(before, out var locals))
            {
                statements.Add(now);
                continue;
            }

            // Blank lines go in front of the locals, comments stay with the loop.
            var leading = now.GetLeadingTrivia();
            var blank = leading.TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
            var indentation = leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
            var newLine = LineBreaks.Of(before.SyntaxTree);
            for (var i = 0; i < locals.Count; i++)
            {
                statements.Add(LocalDeclaration.Of(locals[i].Name, locals[i].Call)
                    .WithLeadingTrivia(i == 0 ? blank.Concat(indentation) : indentation)
                    .WithTrailingTrivia(newLine));
            }

            statements.Add(now.WithLeadingTrivia(leading.Skip(blank.Count)));
        }

        return parent is BlockSyntax block
            ? block.WithStatements(SyntaxFactory.List(statements))
            : ((SwitchSectionSyntax)parent).WithStatements(SyntaxFactory.List(statements));
    }
}
