namespace TypedMetrics.Generators.Model;

/// <summary>A label: a bounded dimension of a metric.</summary>
/// <param name="Name">The exposed name.</param>
/// <param name="Kind">What bounds it.</param>
/// <param name="Size">How many values it takes, with <c>other</c> and the empty value.</param>
/// <param name="IsNullable">Whether its last value is the empty one.</param>
internal sealed record LabelModel(string Name, LabelKind Kind, int Size, bool IsNullable)
{
    public const string OverflowText = "other";

    /// <summary>The texts of a closed label in index order, with <c>other</c> and the empty one; none for ranges and open labels.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>How many of a closed label's values were declared.</summary>
    public int Declared { get; init; }

    /// <summary>The index of the overflow value, -1 where there is none.</summary>
    public int Other { get; init; } = -1;

    /// <summary>The lowest number of a range.</summary>
    public long Minimum { get; init; }

    /// <summary>The highest number of a range; the number of texts that an open label takes.</summary>
    public long Maximum { get; init; }

    /// <summary>Whether an open label says that running into its maximum is meant.</summary>
    public bool ExpectsOverflow { get; init; }

    /// <summary>The type whose values an open label takes, as C# names it; <see langword="null"/> where they are the metric's own.</summary>
    public string? OpenType { get; init; }

    /// <summary>After how many seconds unseen a text of an open label is freed; <see langword="null"/> where texts stay.</summary>
    public double? ExpireAfter { get; init; }

    /// <summary>The index of the empty value of a nullable label.</summary>
    public int EmptyIndex => OpenType is null ? Size - 1 : 0;
}
