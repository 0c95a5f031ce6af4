using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TypedMetrics.Generators.Provenance;
using TypedMetrics.Generators.Use;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// MET304: passes a value in the metric's unit: the <c>TimeSpan</c> itself where the verb takes one, else its
/// <c>TotalSeconds</c>; what comes from elsewhere is multiplied or divided by the factor.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValueUnitFixProvider))]
[Shared]
public sealed class ValueUnitFixProvider : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(UseDescriptors.OtherUnit.Id);

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        (await EditsAsync(document, diagnostic, "", cancellation).ConfigureAwait(false)).Count == 0
            ? []
            : [new($"Convert to {diagnostic.Properties[ValueUnitAnalyzer.UnitProperty]}", nameof(ValueUnitFixProvider))];

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value)
        {
            return [];
        }

        if (diagnostic.Properties[ValueUnitAnalyzer.UnitProperty] == Measure.Seconds
            && diagnostic.Location.SourceSpan.Contains(diagnostic.AdditionalLocations[0].SourceSpan)
            && root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax source
            && (source == value || !IsConverted(value))
            && TimeSpanOf(source, model, cancellation) is { } span)
        {
            return [new(source, rewritten => (source == value && TakesTimeSpan(value, model, cancellation) ? span : Total(span)).WithTriviaFrom(rewritten))];
        }

        return diagnostic.Properties.TryGetValue(ValueUnitAnalyzer.FactorProperty, out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor)
                ? [new(value, rewritten => Scaled((ExpressionSyntax)rewritten, factor))]
                : [];
    }

    /// <summary>Whether an arithmetic with constants may be part of a conversion, which the whole is then better scaled by.</summary>
    private static bool IsConverted(ExpressionSyntax value)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            if (node is BinaryExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The duration that a number was read from: <c>span</c> of <c>span.TotalMilliseconds</c>, <c>watch.Elapsed</c> of <c>watch.ElapsedTicks</c>.</summary>
    private static ExpressionSyntax? TimeSpanOf(ExpressionSyntax source, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(source, cancellation).Symbol is not IPropertySymbol { ContainingType: { } type })
        {
            return null;
        }

        var elapsed = SyntaxFactory.IdentifierName("Elapsed");
        return source switch
        {
            MemberAccessExpressionSyntax access when MetadataNames.Is(type, "System.TimeSpan") => access.Expression,
            MemberAccessExpressionSyntax access when MetadataNames.Is(type, "System.Diagnostics.Stopwatch") => access.WithName(elapsed),
            MemberBindingExpressionSyntax binding when MetadataNames.Is(type, "System.Diagnostics.Stopwatch") => binding.WithName(elapsed),
            _ => null,
        };
    }

    private static bool TakesTimeSpan(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Observe" };

    private static ExpressionSyntax Total(ExpressionSyntax span) => SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, span.WithoutTrivia(), SyntaxFactory.IdentifierName("TotalSeconds"));

    private static ExpressionSyntax Scaled(ExpressionSyntax value, double factor)
    {
        var inner = SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);
        var isDivided = factor < 1;
        var number = Math.Round(isDivided ? 1 / factor : factor, 9);
        var exponent = Math.Round(Math.Log10(number));
        var text = exponent >= 6 && Math.Pow(10, exponent).Equals(number)
            ? "1e" + exponent.ToString(CultureInfo.InvariantCulture)
            : number.ToString(isDivided ? "0.0########" : "0.#########", CultureInfo.InvariantCulture);
        return SyntaxFactory.BinaryExpression(
                isDivided ? SyntaxKind.DivideExpression : SyntaxKind.MultiplyExpression,
                inner.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(isDivided ? SyntaxKind.SlashToken : SyntaxKind.AsteriskToken).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ParseExpression(text))
            .WithTriviaFrom(value);
    }
}
