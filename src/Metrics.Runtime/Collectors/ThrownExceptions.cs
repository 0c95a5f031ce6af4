namespace TypedMetrics.Collectors;

/// <summary>
/// Counts the exceptions that managed code throws, caught or not, from when the first registry exposes them: the runtime
/// tells of each once, and keeps no count itself.
/// </summary>
internal static class ThrownExceptions
{
    private static long _count;

    static ThrownExceptions() => AppDomain.CurrentDomain.FirstChanceException += static (_, _) => Interlocked.Increment(ref _count);

    /// <summary>How many were thrown.</summary>
    public static long Count => Volatile.Read(ref _count);

    /// <summary>Begins to count, unless that is done.</summary>
    public static void Begin() => _ = Count;
}
