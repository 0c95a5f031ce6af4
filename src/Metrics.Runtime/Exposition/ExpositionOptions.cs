namespace TypedMetrics;

/// <summary>What a scrape contains.</summary>
public sealed record ExpositionOptions
{
    internal static readonly ExpositionOptions Default = new();

    /// <summary>
    /// Whether OpenMetrics has <c>_created</c> samples, the birth of each counter, histogram and summary series. Off unless set:
    /// Prometheus 2 stores them as series, which doubles a counter's.
    /// </summary>
    public bool Created { get; init; }

    /// <summary>
    /// The families to write: each by its name in either text format, or by the name of one of its samples. Empty, as it is
    /// unless set, writes all.
    /// </summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>Whether the family is to be written.</summary>
    internal bool Includes(Exposition.FamilyDescriptor family) => Names.Count == 0 || Names.Any(family.Reserves);
}
