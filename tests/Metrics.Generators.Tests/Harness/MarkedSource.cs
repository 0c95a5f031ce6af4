using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Text in which <c>{|MET004:…|}</c> marks where a diagnostic is expected.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && i + 1 < marked.Length && marked[i + 1] == '|')
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}')
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new(text.ToString(), marks);
    }
}
