using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Edits of a compilation as an editor makes them: one file is another, the rest is kept.</summary>
internal static class CompilationEdits
{
    /// <summary>The compilation with a text in one file replaced wherever it stands, which must be somewhere.</summary>
    public static CSharpCompilation Replace(this CSharpCompilation compilation, int file, string old, string replacement)
    {
        var tree = compilation.SyntaxTrees[file];
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        var text = tree.ToString().Replace(old, replacement, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(
            tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8));
    }
}
