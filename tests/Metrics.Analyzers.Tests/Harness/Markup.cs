using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>Sources in which <c>{|MET210:value|}</c> marks where a diagnostic is expected. Marks can nest.</summary>
internal static partial class Markup
{
    public static (string Text, IReadOnlyList<ExpectedDiagnostic> Expected) Parse(string file, string marked)
    {
        var text = new StringBuilder();
        var expected = new List<ExpectedDiagnostic>();
        var open = new Stack<(string Id, int Start)>();
        var at = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            at = mark.Index + mark.Length;
            if (mark.Groups["id"].Success)
            {
                open.Push((mark.Groups["id"].Value, text.Length));
            }
            else
            {
                var (id, start) = open.Pop();
                expected.Add(new(file, id, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        return (text.Append(marked, at, marked.Length - at).ToString(), expected);
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+\d+):|\|\}")]
    private static partial Regex Mark();
}
