namespace TypedMetrics.Exposition;

/// <summary>
/// One clause of an Accept or Accept-Encoding header, <c>value;name=value;q=0.5;…</c>. Only what our formats know is kept.
/// </summary>
internal ref struct HeaderClause
{
    /// <summary>The media range or the coding.</summary>
    public ReadOnlySpan<char> Value;

    /// <summary>The parameter <c>version</c>, empty where there is none.</summary>
    public ReadOnlySpan<char> Version;

    /// <summary>The parameter <c>escaping</c>, empty where there is none.</summary>
    public ReadOnlySpan<char> Escaping;

    /// <summary>The weight in thousandths, 0 to 1,000.</summary>
    public int Weight;
}
