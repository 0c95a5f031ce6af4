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
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.CodeFixes;

/// <summary>MET001: adds <c>partial</c> to a type and to all types that contain it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialTypeFixProvider))]
[Shared]
public sealed class PartialTypeFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(DeclarationDescriptors.NotPartialType.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var types = await TypesAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        return types.Count == 0 ? [] : [new($"Make '{types[0].Identifier.ValueText}' partial", nameof(PartialTypeFixProvider))];
    }

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation) =>
        [.. (await TypesAsync(document, diagnostic, cancellation).ConfigureAwait(false))
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(static type => new NodeEdit(type, Modifier.AddPartial))];

    private static async Task<List<TypeDeclarationSyntax>> TypesAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        (await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false))?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList() ?? [];
}
