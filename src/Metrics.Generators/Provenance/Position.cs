namespace TypedMetrics.Generators.Provenance;

/// <summary>A point in a function: a basic block, and the place in the block's order of evaluation.</summary>
internal readonly struct Position(int block, int order)
{
    public int Block { get; } = block;

    public int Order { get; } = order;

    public static Position EndOf(int block) => new(block, int.MaxValue);
}
