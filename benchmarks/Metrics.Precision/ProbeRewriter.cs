using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Precision;

/// <summary>Makes a random sample of the string arguments in a compilation the label of the probe.</summary>
internal sealed class ProbeRewriter(CSharpCompilation compilation, int size, Random random)
{
    public CSharpCompilation Rewrite()
    {
        var candidates = compilation.SyntaxTrees.SelectMany(Candidates).ToArray();
        random.Shuffle(candidates);
        var result = compilation;
        foreach (var group in candidates.Take(size).GroupBy(static argument => argument.SyntaxTree))
        {
            var root = group.Key.GetRoot().ReplaceNodes(group, static (_, argument) => argument.WithExpression(Probed(argument.Expression)));
            result = result.ReplaceSyntaxTree(group.Key, group.Key.WithRootAndOptions(root, group.Key.Options));
        }

        return result;
    }

    private IEnumerable<ArgumentSyntax> Candidates(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<ArgumentSyntax>().Where(argument =>
            argument.Parent?.Parent is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
            && argument.RefKindKeyword.IsKind(SyntaxKind.None)
            && argument.Expression is not LiteralExpressionSyntax
            && argument.FirstAncestorOrSelf<AttributeSyntax>() is null
            && argument.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is null
            && IsText(model, argument.Expression));
    }

    private static bool IsText(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String
        && !model.GetConstantValue(expression).HasValue
        && model.GetSymbolInfo(expression).CandidateReason == CandidateReason.None;

    // (PrecisionProbe.Label(x), x).Item2 has the value and the type of x.
    private static ExpressionSyntax Probed(ExpressionSyntax expression)
    {
        var value = expression.WithoutTrivia();
        return SyntaxFactory.ParseExpression($"(global::PrecisionProbe.Label({value}), {value}).Item2").WithTriviaFrom(expression);
    }
}
