namespace TypedMetrics.Cells;

/// <summary>The lowest and the highest of some observations.</summary>
internal readonly record struct Extremes(double Minimum, double Maximum)
{
    /// <summary>Those of no observation.</summary>
    public static Extremes None { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether there is no observation.</summary>
    public bool IsEmpty => Minimum > Maximum;

    /// <summary>Those of all observations of both.</summary>
    public Extremes And(Extremes other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));
}
