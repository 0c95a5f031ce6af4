using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>Rewrites a case from <c>M.Label(x).Inc()</c> to the calls of <c>System.Diagnostics.Metrics</c>, in their several forms.</summary>
internal sealed class MeterForm : CSharpSyntaxRewriter
{
    private readonly int _index;

    private MeterForm(int index) => _index = index;

    /// <summary>The case's sources, or <see langword="null"/> where one of them uses an instrument in a way that has no counterpart.</summary>
    public static IReadOnlyList<(string Name, string Text)>? Of(CorpusCase one, int index)
    {
        var rewriter = new MeterForm(index);
        var files = one.Files.Select(file => (file.Name, Text: rewriter.Visit(Parse(file.Text)).ToFullString())).ToList();
        return files.Any(static file => UsesOwn(Parse(file.Text))) ? null : files;
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "Inc",
                Expression: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Label", Expression: IdentifierNameSyntax { Identifier.Text: "M" } },
                    ArgumentList.Arguments: [var given],
                },
            })
        {
            return base.VisitInvocationExpression(node);
        }

        var value = Visit(given.Expression)!.ToFullString();
        var amount = node.ArgumentList.Arguments is [var one, ..] ? Visit(one.Expression)!.ToFullString() : "1";
        return SyntaxFactory.ParseExpression(string.Format(CultureInfo.InvariantCulture, Template(_index % 8, value), amount, value)).WithTriviaFrom(node);
    }

    // A span lives on the stack, which no value that is waited for can be put on.
    private static string Template(int form, string value) => form switch
    {
        0 => """Old.Uses.Add({0}, new KeyValuePair<string, object?>("value", {1}))""",
        1 => """Old.Uses.Add({0}, new TagList {{ {{ "value", {1} }} }})""",
        2 => """Old.Sizes.Record({0}, new KeyValuePair<string, object?>("plan", "free"), new("value", {1}))""",
        3 => """Old.Uses.Add({0}, new KeyValuePair<string, object?>[] {{ new("value", {1}) }})""",
        4 when !value.Contains("await ", StringComparison.Ordinal) =>
            """Old.Uses.Add({0}, (ReadOnlySpan<KeyValuePair<string, object?>>)[new("plan", "free"), new("value", {1})])""",
        5 => """Old.Sizes.Record({0}, new TagList([new("value", {1}), new("plan", "free")]))""",
        6 => """Old.Uses.Add({0}, new("plan", "free"), new("region", "eu"), new("value", {1}), new("last", true))""",
        _ => """Old.Sizes.Record({0}, KeyValuePair.Create<string, object?>("value", {1}))""",
    };

    private static bool UsesOwn(SyntaxNode root) => root.DescendantNodes().Any(static node =>
        node is IdentifierNameSyntax { Identifier.Text: "M" or "Labels" or "Mutable" or "Counter", Parent: not BaseTypeSyntax }
        || node is AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "Counter" } });

    private static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
}
