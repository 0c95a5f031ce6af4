using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.CodeFixes;

/// <summary>MET002 and MET003: writes a metric as a partial member without body that returns its instrument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialMemberFixProvider))]
[Shared]
public sealed class PartialMemberFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        ImmutableArray.Create(DeclarationDescriptors.WrongShape.Id, DeclarationDescriptors.NotPartialMember.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var node = await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        if (await MetricMember.FindAsync(document, node, cancellation).ConfigureAwait(false) is not { } member)
        {
            return [];
        }

        var name = member is Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax property
            ? property.Identifier.ValueText
            : ((Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax)member).Identifier.ValueText;
        return TypeFor(diagnostic) is { } type
            ? [new($"Make '{name}' a partial {NameOf(type)}", diagnostic.Id)]
            : [new($"Make '{name}' partial", diagnostic.Id)];
    }

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        var node = await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        var type = TypeFor(diagnostic);
        return await MetricMember.FindAsync(document, node, cancellation).ConfigureAwait(false) is { } member
            ? [new(member, rewritten => MetricMember.Rewrite(rewritten, type))]
            : [];
    }

    /// <summary><c>StateSet</c> for <c>global::TypedMetrics.StateSet&lt;…&gt;</c></summary>
    private static string NameOf(string type)
    {
        var name = type.Split('<')[0];
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private static string? TypeFor(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DeclarationDescriptors.ReturnTypeProperty, out var type) ? type : null;
}
