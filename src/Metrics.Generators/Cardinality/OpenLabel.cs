using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>A label that takes any text.</summary>
/// <param name="Name">The exposed name.</param>
/// <param name="Owner">The metric's exposed name, or the label set's type name.</param>
/// <param name="Maximum">How many texts it takes; <see langword="null"/> where none is stated.</param>
internal sealed record OpenLabel(string Name, string Owner, long? Maximum)
{
    /// <summary>The label as the beginning of a sentence.</summary>
    public string Subject { get; init; } = $"Label '{Name}' of '{Owner}'";

    /// <summary>What many values lead to.</summary>
    public string Outcome { get; init; } = Maximum switch
    {
        null => "the label has no maximum",
        1 => $"after 1 value everything lands in '{Model.LabelModel.OverflowText}'",
        { } maximum => $"after {SeriesText.Number(maximum)} values everything lands in '{Model.LabelModel.OverflowText}'",
    };
}
