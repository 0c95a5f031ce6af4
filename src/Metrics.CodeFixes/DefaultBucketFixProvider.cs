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
using TypedMetrics.Generators.Naming;

namespace TypedMetrics.CodeFixes;

/// <summary>MET111: gives a histogram that is not of seconds bounds to begin with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DefaultBucketFixProvider))]
[Shared]
public sealed class DefaultBucketFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(NamingDescriptors.LatencyBuckets.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (name, arguments) = Bounds(diagnostic);
        return await MemberAsync(document, diagnostic, cancellation).ConfigureAwait(false) is null
            ? []
            : [new($"Add [{name}({string.Join(", ", arguments)})]", nameof(DefaultBucketFixProvider))];
    }

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        var (name, arguments) = Bounds(diagnostic);
        return await MemberAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } member
            ? [new(member, rewritten => LabelDeclarationSyntax.WithAttribute(rewritten, name, [.. arguments.Select(static text => SyntaxFactory.ParseExpression(text))]))]
            : [];
    }

    private static async Task<MemberDeclarationSyntax?> MemberAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        (await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false))?.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static (string Name, string[] Arguments) Bounds(Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(DefaultBuckets.UnitProperty, out var unit);
        return unit switch
        {
            "bytes" => ("ExponentialBuckets", ["256", "4", "8"]),
            "ratio" => ("LinearBuckets", ["0.1", "0.1", "10"]),
            _ => ("ExponentialBuckets", ["1", "2", "11"]),
        };
    }
}
