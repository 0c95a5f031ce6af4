namespace TypedMetrics.Families;

/// <summary>An exemplar that waits for a scrape. Immutable, so that labels and value always belong together.</summary>
/// <param name="text">The exemplar as OpenMetrics has it behind a sample.</param>
/// <param name="time">When it was taken.</param>
internal sealed class KeptExemplar(byte[] text, DateTimeOffset time)
{
    /// <summary>The exemplar as OpenMetrics has it behind a sample.</summary>
    public ReadOnlySpan<byte> Text => text;

    /// <summary>When it was taken.</summary>
    public DateTimeOffset Time { get; } = time;
}
