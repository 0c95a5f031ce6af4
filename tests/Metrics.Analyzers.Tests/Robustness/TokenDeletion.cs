using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Analyzers.Tests.Robustness;

/// <summary>Breaks sources as an editor sees them: with tokens missing anywhere.</summary>
internal static class TokenDeletion
{
    /// <summary>The text without about one token in so many, at least one.</summary>
    public static string Apply(string source, Random random, int oneIn)
    {
        var tokens = SyntaxFactory.ParseTokens(source).ToList();
        var certain = random.Next(tokens.Count);
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i != certain && random.Next(oneIn) > 0)
            {
                text.Append(tokens[i].ToFullString());
            }
        }

        return text.ToString();
    }
}
