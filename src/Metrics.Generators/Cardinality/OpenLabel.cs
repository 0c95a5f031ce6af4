namespace TypedMetrics.Generators.Cardinality;

/// <summary>A label that takes any text.</summary>
/// <param name="Name">The exposed name.</param>
/// <param name="Owner">The metric's exposed name, or the label set's type name.</param>
/// <param name="Maximum">How many texts it takes; <see langword="null"/> where none is stated.</param>
internal sealed record OpenLabel(string Name, string Owner, long? Maximum);
