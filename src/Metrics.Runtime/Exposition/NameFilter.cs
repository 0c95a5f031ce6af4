namespace TypedMetrics.Exposition;

/// <summary>The repeatable query parameter <c>name[]</c>, with which a scrape asks for a few families only.</summary>
internal static class NameFilter
{
    /// <summary>What stands beyond this many names is not looked at.</summary>
    public const int MaximumNames = 1000;

    /// <summary>The names in the query, percent-decoded; none where the parameter is absent.</summary>
    /// <param name="query">The query with or without its <c>?</c>.</param>
    public static IReadOnlyCollection<string> Parse(ReadOnlySpan<char> query)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        query = query.StartsWith('?') ? query[1..] : query;
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var equals = parameter.IndexOf('=');
            if (equals > 0 && names.Count < MaximumNames && Decode(parameter[..equals]) == "name[]")
            {
                names.Add(Decode(parameter[(equals + 1)..]));
            }
        }

        return names;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        Uri.UnescapeDataString(text.ToString().Replace('+', ' '));
}
