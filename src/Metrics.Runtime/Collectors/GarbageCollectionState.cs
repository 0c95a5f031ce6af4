namespace TypedMetrics.Collectors;

/// <summary>What one collection left.</summary>
/// <param name="CommittedBytes">Memory that the collector had from the operating system.</param>
/// <param name="HeapBytes">The size of each generation afterwards, fragments included: 0, 1, 2, large objects, pinned objects.</param>
/// <param name="FragmentedBytes">Free space between objects afterwards, likewise.</param>
internal sealed record GarbageCollectionState(long CommittedBytes, long[] HeapBytes, long[] FragmentedBytes);
