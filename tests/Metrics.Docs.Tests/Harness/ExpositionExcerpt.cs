namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>
/// Lines of an exposition as a page shows them. They stand one after another in the scrape; a line that is only <c>…</c> stands for
/// any number of lines, and within a line <c>…</c> stands for any text.
/// </summary>
internal sealed class ExpositionExcerpt(string text)
{
    private const char Gap = '…';

    private readonly string[] _expected = text.TrimEnd('\n').Split('\n');

    /// <summary>Whether the exposition has these lines.</summary>
    public bool IsIn(string exposition)
    {
        var lines = exposition.Split('\n');
        return Enumerable.Range(0, lines.Length).Any(start => Matches(lines, start, 0));
    }

    private bool Matches(string[] lines, int at, int index)
    {
        if (index == _expected.Length)
        {
            return true;
        }

        if (_expected[index].Length == 1 && _expected[index][0] == Gap)
        {
            return Enumerable.Range(at, lines.Length - at + 1).Any(next => Matches(lines, next, index + 1));
        }

        return at < lines.Length && Matches(lines[at], _expected[index]) && Matches(lines, at + 1, index + 1);
    }

    private static bool Matches(string line, string expected)
    {
        var parts = expected.Split(Gap);
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var found = i == parts.Length - 1 && i > 0 ? line.LastIndexOf(parts[i], StringComparison.Ordinal) : line.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || (i == 0 && found > 0))
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return at == line.Length;
    }
}
