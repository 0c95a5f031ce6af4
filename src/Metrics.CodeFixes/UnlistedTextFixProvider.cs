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

/// <summary>MET214: replaces a text that a label does not list by the nearest one that it does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnlistedTextFixProvider))]
[Shared]
public sealed class UnlistedTextFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(UseDescriptors.UnlistedText.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await ConstantAsync(document, diagnostic, cancellation).ConfigureAwait(false) is (_, { } nearest)
            ? [new($"Replace by \"{nearest}\"", nameof(UnlistedTextFixProvider))]
            : [];

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation) =>
        await ConstantAsync(document, diagnostic, cancellation).ConfigureAwait(false) is var (constant, nearest)
            ? [new(constant, rewritten => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(rewritten))]
            : [];

    /// <summary>The constant, which a variable may have carried to the label, and the text to write instead.</summary>
    private static async Task<(ExpressionSyntax Constant, string Nearest)?> ConstantAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var location = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is not null
            && location.SourceTree?.FilePath == root.SyntaxTree.FilePath
            && diagnostic.Properties.TryGetValue(ClosedValueAnalyzer.NearestProperty, out var nearest)
            && nearest is not null
            && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax constant
                ? (constant, nearest)
                : null;
    }
}
