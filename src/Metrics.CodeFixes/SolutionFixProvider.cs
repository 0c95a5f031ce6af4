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
/// A provider whose fix changes a declaration together with what refers to it in the whole solution. One diagnostic and
/// "fix all" take the same way.
/// </summary>
public abstract class SolutionFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllAtOnce(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = await EditsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (edits.Count > 0)
            {
                context.RegisterCodeFix(Action(context.Document.Project.Solution, ImmutableArray.Create(diagnostic)), diagnostic);
            }
        }
    }

    private protected abstract string Title { get; }

    /// <summary>The edits of all files; none where the fix does not fit.</summary>
    private protected abstract Task<IReadOnlyList<(DocumentId Document, NodeEdit Edit)>> EditsAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation);

    private CodeAction Action(Solution solution, ImmutableArray<Diagnostic> diagnostics) =>
        CodeAction.Create(Title, token => ApplyAsync(solution, diagnostics, token), GetType().Name);

    private async Task<Solution> ApplyAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var edits = new List<(DocumentId Document, NodeEdit Edit)>();
        foreach (var diagnostic in diagnostics)
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                edits.AddRange(await EditsAsync(document, diagnostic, cancellation).ConfigureAwait(false));
            }
        }

        foreach (var group in edits.GroupBy(static edit => edit.Document))
        {
            if (await solution.GetDocument(group.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root)
            {
                solution = solution.WithDocumentSyntaxRoot(group.Key, NodeEdit.Apply(root, group.Select(static edit => edit.Edit)));
            }
        }

        return solution;
    }

    private sealed class AllAtOnce(SolutionFixProvider provider) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var found = ImmutableArray<Diagnostic>.Empty;
            if (context is { Scope: FixAllScope.Document, Document: { } document })
            {
                found = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            }
            else
            {
                foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
                {
                    found = found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }
            }

            return provider.Action(context.Solution, found);
        }
    }
}
