using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.CodeFixes;

/// <summary>MET204: states the worst case as the metric's <c>SeriesBudget</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeriesBudgetFixProvider))]
[Shared]
public sealed class SeriesBudgetFixProvider : DocumentFixProvider
{
    private const string Property = "SeriesBudget";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(CardinalityDescriptors.OverBudget.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        LinesOf(diagnostic) is { } lines && await AttributeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not null
            ? [new($"State {Property} = {Text(lines)}", nameof(SeriesBudgetFixProvider))]
            : [];

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation) =>
        LinesOf(diagnostic) is { } lines && await AttributeAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } attribute
            ? [new(attribute, rewritten => WithBudget((AttributeSyntax)rewritten, lines))]
            : [];

    private static async Task<AttributeSyntax?> AttributeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var node = await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || model?.GetDeclaredSymbol(member, cancellation) is not { } symbol)
        {
            return null;
        }

        return InstrumentKind.FirstOn(symbol) is var (attribute, _)
            && attribute.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == member.SyntaxTree
                ? await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) as AttributeSyntax
                : null;
    }

    private static AttributeSyntax WithBudget(AttributeSyntax attribute, int lines)
    {
        var number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Text(lines), lines));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == Property) is { } stated)
        {
            return attribute.WithArgumentList(list.ReplaceNode(stated, stated.WithExpression(number.WithTriviaFrom(stated.Expression))));
        }

        var added = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(Property), null, number).WithAdditionalAnnotations(Formatter.Annotation);
        return attribute.WithArgumentList(list.AddArguments(added));
    }

    private static int? LinesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SeriesBudgetAnalyzer.LinesProperty, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)
            ? lines
            : null;

    /// <summary><c>24_000</c></summary>
    private static string Text(int lines) => lines.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_');
}
