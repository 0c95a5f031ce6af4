namespace TypedMetrics.Exposition;

/// <summary>
/// A metric family of a scrape. The scrape loop writes the family's header before the first call, and calls again until
/// the family has ended; between two calls it flushes, possibly on another thread.
/// </summary>
internal interface IFamilySource
{
    /// <summary>Name, type, help and unit.</summary>
    FamilyDescriptor Descriptor { get; }

    /// <summary>Labels that each of its series has, with these values.</summary>
    IReadOnlyList<KeyValuePair<string, string>> CommonLabels => [];

    /// <summary>
    /// Writes series until <see cref="SampleWriter.ShouldPause"/> or the end. At least one series is written by each
    /// call that does not end the family.
    /// </summary>
    /// <param name="writer">Takes the series.</param>
    /// <param name="cursor">Where to go on: 0 at first, afterwards what the last call left.</param>
    /// <returns>Whether the family has ended.</returns>
    bool WriteSeries(SampleWriter writer, ref int cursor);
}
