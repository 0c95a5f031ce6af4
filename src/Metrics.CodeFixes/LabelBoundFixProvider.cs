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
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// MET201: bounds an open label with <c>[MaxValues(100)]</c>, or with <c>[OneOf(…)]</c> where all calls in the solution
/// pass constants.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelBoundFixProvider))]
[Shared]
public sealed class LabelBoundFixProvider : DocumentFixProvider
{
    private const string OneOf = "OneOf";
    private const string MaxValues = "MaxValues";
    private const int DefaultMaximum = 100;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(CardinalityDescriptors.OpenLabel.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } declaration)
        {
            return [];
        }

        var maxValues = new Fix($"Add [MaxValues({DefaultMaximum})]", MaxValues);
        return await ConstantsAsync(document, declaration, cancellation).ConfigureAwait(false) is { } values
            ? [new($"Add [OneOf({string.Join(", ", values.Select(static value => Literal(value).ToString()))})]", OneOf), maxValues]
            : [maxValues];
    }

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        if (await DeclarationAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } declaration)
        {
            return [];
        }

        if (key == MaxValues)
        {
            return [new(declaration, static rewritten => LabelDeclarationSyntax.WithAttribute(rewritten, MaxValues, Literal(DefaultMaximum)))];
        }

        return await ConstantsAsync(document, declaration, cancellation).ConfigureAwait(false) is { } values
            ? [new(declaration, rewritten => LabelDeclarationSyntax.WithAttribute(rewritten, OneOf, [.. values.Select(Literal)]))]
            : [];
    }

    /// <summary>The label's declaration; <see langword="null"/> where it stands in another assembly.</summary>
    private static async Task<SyntaxNode?> DeclarationAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var declaration = LabelDeclarationSyntax.Find(await NodeAtAsync(document, diagnostic, cancellation).ConfigureAwait(false));
        if (declaration is null)
        {
            return null;
        }

        var type = await SymbolAsync(document, declaration, cancellation).ConfigureAwait(false) switch
        {
            IParameterSymbol parameter => parameter.Type,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type is not null && Generators.Parsing.LabelTypes.IsText(type) ? declaration : null;
    }

    private static async Task<ISymbol?> SymbolAsync(Document document, SyntaxNode declaration, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model?.GetDeclaredSymbol(
            declaration is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : declaration, cancellation);
    }

    private static async Task<IReadOnlyList<string>?> ConstantsAsync(Document document, SyntaxNode declaration, CancellationToken cancellation) =>
        await SymbolAsync(document, declaration, cancellation).ConfigureAwait(false) is { } symbol
            ? await PassedConstants.FindAsync(symbol, document.Project.Solution, cancellation).ConfigureAwait(false)
            : null;

    private static ExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    private static ExpressionSyntax Literal(int number) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number));
}
