namespace TypedMetrics.Benchmarks;

/// <summary>
/// The texts that the open strings of the benchmarks have first, and so the instances that are kept. One for all rows: each row has an object of
/// its own, and only the first one's texts would be the interned ones.
/// </summary>
public static class TenantTexts
{
    /// <summary>The instances.</summary>
    public static string[] Kept { get; } = [.. Enumerable.Range(0, 64).Select(i => $"tenant-{i}")];
}
