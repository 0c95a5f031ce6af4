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

/// <summary>
/// MET101 to MET109 and MET112: writes the name that the diagnostic proposes in place of the literal, and of the
/// attribute's <c>Unit</c> that must follow it. A label that is named after its parameter or member gets a
/// <c>[Label]</c>. A name that is no literal, but a constant of others, is left alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFixProvider))]
[Shared]
public sealed class RenameFixProvider : DocumentFixProvider
{
    private const string Unit = "Unit";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        NamingDescriptors.CounterWithoutTotal.Id,
        NamingDescriptors.TotalOfAnotherType.Id,
        NamingDescriptors.NotBaseUnit.Id,
        NamingDescriptors.ReservedSuffix.Id,
        NamingDescriptors.TypeInName.Id,
        NamingDescriptors.CamelCase.Id,
        NamingDescriptors.AbbreviatedUnit.Id,
        NamingDescriptors.LabelInName.Id,
        NamingDescriptors.TargetLabel.Id,
        NamingDescriptors.Colon.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        (await EditsAsync(document, diagnostic, diagnostic.Id, cancellation).ConfigureAwait(false)).Count > 0
            ? [new($"Rename to '{diagnostic.Properties[NamingReport.NewText]}'", diagnostic.Id)]
            : [];

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        if (diagnostic.Id != key
            || !diagnostic.Properties.TryGetValue(NamingReport.NewText, out var text)
            || text is null
            || await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } node)
        {
            return [];
        }

        if (LiteralAt(node, diagnostic) is { } literal)
        {
            return [new(literal, _ => StringLiteral(text).WithTriviaFrom(literal)), .. UnitEdits(literal, diagnostic)];
        }

        return node is ExpressionSyntax or AttributeArgumentSyntax || LabelDeclarationSyntax.Find(node) is not { } declaration
            ? []
            : [new(declaration, rewritten => LabelDeclarationSyntax.WithLabelName(rewritten, StringLiteral(text)))];
    }

    private static LiteralExpressionSyntax? LiteralAt(SyntaxNode node, Diagnostic diagnostic) => node
        .DescendantNodesAndSelf()
        .OfType<LiteralExpressionSyntax>()
        .FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Span == diagnostic.Location.SourceSpan);

    private static IEnumerable<NodeEdit> UnitEdits(LiteralExpressionSyntax name, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(NamingReport.OldUnit, out var old)
            || !diagnostic.Properties.TryGetValue(NamingReport.NewUnit, out var unit)
            || unit is null
            || name.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is not { } list)
        {
            yield break;
        }

        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == Unit
                && argument.Expression is LiteralExpressionSyntax literal
                && literal.Token.ValueText == old)
            {
                yield return new(literal, _ => StringLiteral(unit).WithTriviaFrom(literal));
            }
        }
    }

    private static ExpressionSyntax StringLiteral(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
