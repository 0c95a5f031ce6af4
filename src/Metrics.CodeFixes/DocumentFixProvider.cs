using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// A provider whose fixes change the document of the diagnostic only. One diagnostic and "fix all" take the same way:
/// the edits of all diagnostics are applied at once, so that nested ones do not overwrite each other.
/// </summary>
public abstract class DocumentFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ApplyAsync(document, diagnostics, context.CodeActionEquivalenceKey ?? "", context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, token => ApplyAsync(context.Document, ImmutableArray.Create(diagnostic), fix.Key, token), fix.Key),
                    diagnostic);
            }
        }
    }

    private protected abstract Task<IReadOnlyList<Fix>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    private protected abstract Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation);

    private protected static async Task<SyntaxNode?> NodeAtAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan);
    }

    /// <summary>The edits of all diagnostics that one fix covers; to be overridden where they depend on each other.</summary>
    private protected virtual async Task<IReadOnlyList<NodeEdit>> AllEditsAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string key, CancellationToken cancellation)
    {
        var edits = new List<NodeEdit>();
        foreach (var diagnostic in diagnostics)
        {
            edits.AddRange(await EditsAsync(document, diagnostic, key, cancellation).ConfigureAwait(false));
        }

        return edits;
    }

    private async Task<Document> ApplyAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string key, CancellationToken cancellation)
    {
        var edits = await AllEditsAsync(document, diagnostics, key, cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(NodeEdit.Apply(root, edits));
    }
}
