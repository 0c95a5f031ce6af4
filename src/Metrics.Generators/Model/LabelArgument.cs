namespace TypedMetrics.Generators.Model;

/// <summary>How an accessor reads a label's value and turns it into an index.</summary>
/// <param name="Expression">The C# that reads it: a parameter, or a member of one, which another thread may change.</param>
/// <param name="Label">The label.</param>
internal sealed record LabelArgument(string Expression, LabelModel Label)
{
    /// <summary>The label set that the value is read from, where that may be null.</summary>
    public string? NullableSet { get; init; }

    /// <summary>The constants of an enum, one for each number, in index order.</summary>
    public EquatableArray<string> Constants { get; init; }

    /// <summary>Whether an enum's numbers are 0, 1, 2 …, so that the number is the index.</summary>
    public bool IsContiguous { get; init; }

    /// <summary>Whether the number takes 64 bits.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether an enum's members are all that its underlying type holds.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>Whether a number is a native integer.</summary>
    public bool IsNative { get; init; }

    /// <summary>Whether a number has no sign.</summary>
    public bool IsUnsigned { get; init; }
}
