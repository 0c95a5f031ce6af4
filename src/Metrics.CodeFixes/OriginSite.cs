using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// Where a value without bound comes from, and where it is best replaced: where the label gets it, or, for a label that a
/// helper of the same file fills, where the helper gets it.
/// </summary>
/// <param name="origin">The expression that has no bound.</param>
/// <param name="anchor">What to replace: the origin itself, or the variable that carries it to the label.</param>
/// <param name="model">The file's semantic model.</param>
internal sealed class OriginSite(ExpressionSyntax origin, ExpressionSyntax anchor, SemanticModel model)
{
    public ExpressionSyntax Origin { get; } = origin;

    public ExpressionSyntax Anchor { get; } = anchor;

    public SemanticModel Model { get; } = model;

    /// <summary>The site of a diagnostic whose first additional location is the origin; <see langword="null"/> where it lies elsewhere.</summary>
    public static async Task<OriginSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || diagnostic.AdditionalLocations.Count == 0
            || diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } location || tree.FilePath != root.SyntaxTree.FilePath
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax origin
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } sink)
        {
            return null;
        }

        if (diagnostic.Location.SourceSpan.Contains(origin.Span))
        {
            return new(origin, origin, model);
        }

        var carriers = sink.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => IsCarrier(name, root, diagnostic, model, cancellation)).ToList();
        return FunctionOf(origin) == FunctionOf(sink)
            ? carriers.Count == 1 ? new(origin, carriers[0], model) : null
            : IsPassedToHelper(origin, model, cancellation) ? new(origin, origin, model) : null;
    }

    /// <summary>Whether an expression at the origin means the same where the value is given to the label.</summary>
    public bool MeansTheSame(ExpressionSyntax expression, CancellationToken cancellation)
    {
        if (Origin == Anchor)
        {
            return true;
        }

        var start = expression;
        while (start is MemberAccessExpressionSyntax access)
        {
            start = access.Expression;
        }

        return start is ThisExpressionSyntax
            || (start is IdentifierNameSyntax name
                && Model.GetSymbolInfo(name, cancellation).Symbol is { } symbol
                && Model.LookupSymbols(Anchor.SpanStart, name: name.Identifier.ValueText).Contains(symbol, SymbolEqualityComparer.Default));
    }

    /// <summary>Whether the name is a local that one of the stations between origin and label assigns.</summary>
    private static bool IsCarrier(IdentifierNameSyntax name, SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol
        && diagnostic.AdditionalLocations.Skip(1).Any(station =>
            station.SourceTree?.FilePath == root.SyntaxTree.FilePath
            && root.FindNode(station.SourceSpan, getInnermostNodeForTie: true) switch
            {
                VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText == name.Identifier.ValueText,
                IdentifierNameSyntax assigned => assigned.Identifier.ValueText == name.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } => assigned.Identifier.ValueText == name.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == name.Identifier.ValueText,
                _ => false,
            });

    /// <summary>Whether the value is part of what a call passes to a method of this code base.</summary>
    private static bool IsPassedToHelper(ExpressionSyntax origin, SemanticModel model, CancellationToken cancellation) =>
        origin.Ancestors().TakeWhile(static node => node is not StatementSyntax).OfType<ArgumentSyntax>().Any(argument =>
            argument.Parent?.Parent is { } call
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Locations.IsEmpty: false } method
            && method.Locations[0].IsInSource);

    private static SyntaxNode? FunctionOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
