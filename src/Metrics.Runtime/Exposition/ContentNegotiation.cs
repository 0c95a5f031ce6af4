namespace TypedMetrics.Exposition;

/// <summary>
/// Chooses format and coding from a request's headers. Never fails: what cannot be read is no match, and without a match
/// the answer is text 0.0.4, uncompressed.
/// </summary>
internal static class ContentNegotiation
{
    private const string OpenMetricsType = "application/openmetrics-text";

    private static readonly NegotiatedFormat Text004 =
        new(ExpositionFormat.PrometheusText, ExpositionFormat.PrometheusText.ContentType);

    private static readonly NegotiatedFormat OpenMetrics100 =
        new(ExpositionFormat.OpenMetrics, ExpositionFormat.OpenMetrics.ContentType);

    // Old proxies know this version alone; the body is the same.
    private static readonly NegotiatedFormat OpenMetrics001 =
        new(ExpositionFormat.OpenMetrics, "application/openmetrics-text; version=0.0.1; charset=utf-8");

    private static readonly EscapedContentTypes EscapedText100 =
        new(ExpositionFormat.PrometheusText, "text/plain; version=1.0.0; charset=utf-8");

    private static readonly EscapedContentTypes EscapedOpenMetrics100 =
        new(ExpositionFormat.OpenMetrics, ExpositionFormat.OpenMetrics.ContentType);

    /// <summary>
    /// The acceptable clause with the highest weight: among equals the first, and explicit ones before wildcards.
    /// </summary>
    /// <param name="accept">The values of the request's Accept headers, which count as one list.</param>
    public static NegotiatedFormat Choose(IEnumerable<string?> accept)
    {
        var best = Text004;
        var bestRank = 0;
        foreach (var line in accept)
        {
            var clauses = new HeaderClauseReader(line);
            while (clauses.Read(out var clause))
            {
                // Twice the weight leaves room for a wildcard just below an explicit clause.
                if (Match(clause, out var isWildcard) is { } match
                    && clause.Weight > 0
                    && (clause.Weight * 2) + (isWildcard ? 0 : 1) is var rank
                    && rank > bestRank)
                {
                    best = match;
                    bestRank = rank;
                }
            }
        }

        return best;
    }

    /// <summary>Whether the response may be compressed with gzip.</summary>
    /// <param name="acceptEncoding">The values of the request's Accept-Encoding headers, which count as one list.</param>
    public static bool AcceptsGzip(IEnumerable<string?> acceptEncoding)
    {
        var gzip = -1;
        var any = 0;
        foreach (var line in acceptEncoding)
        {
            var clauses = new HeaderClauseReader(line);
            while (clauses.Read(out var clause))
            {
                if (clause.Value is "*")
                {
                    any = clause.Weight;
                }
                else if (Is(clause.Value, "gzip") || Is(clause.Value, "x-gzip"))
                {
                    gzip = Math.Max(gzip, clause.Weight);
                }
            }
        }

        return (gzip < 0 ? any : gzip) > 0;
    }

    private static NegotiatedFormat? Match(in HeaderClause clause, out bool isWildcard)
    {
        isWildcard = clause.Value is "*/*" || Is(clause.Value, "text/*");
        return isWildcard ? Text004
            : Is(clause.Value, OpenMetricsType) ? MatchOpenMetrics(clause)
            : Is(clause.Value, "text/plain") ? MatchText(clause)
            : null;
    }

    private static NegotiatedFormat? MatchOpenMetrics(in HeaderClause clause) => clause.Version switch
    {
        "" or "1.0.0" => EscapedOpenMetrics100.Find(clause.Escaping) ?? OpenMetrics100,
        "0.0.1" => OpenMetrics001,
        _ => null,
    };

    private static NegotiatedFormat? MatchText(in HeaderClause clause) => clause.Version switch
    {
        "" or "0.0.4" => Text004,
        "1.0.0" => EscapedText100.Find(clause.Escaping) ?? EscapedText100.Underscores,
        _ => null,
    };

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
