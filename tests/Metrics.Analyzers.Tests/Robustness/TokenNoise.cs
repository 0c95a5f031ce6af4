using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Analyzers.Tests.Robustness;

/// <summary>Breaks sources as an editor sees them: with tokens missing, doubled or in each other's place.</summary>
internal static class TokenNoise
{
    /// <summary>The text with about one token in so many disturbed, and one deleted for certain.</summary>
    public static string Apply(string source, Random random, int oneIn)
    {
        var tokens = SyntaxFactory.ParseTokens(source).Select(static token => token.ToFullString()).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (random.Next(oneIn) == 0)
            {
                Disturb(tokens, i, random);
            }
        }

        tokens[random.Next(tokens.Length)] = "";
        return new StringBuilder().AppendJoin("", tokens).ToString();
    }

    private static void Disturb(string[] tokens, int at, Random random)
    {
        var other = random.Next(4) == 0 ? random.Next(tokens.Length) : Math.Min(at + 1, tokens.Length - 1);
        switch (random.Next(4))
        {
            case 0:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 1:
                tokens[at] += " " + tokens[at];
                break;
            default:
                tokens[at] = "";
                break;
        }
    }
}
