namespace TypedMetrics;

/// <summary>One metric family of a <see cref="MetricsSnapshot"/>. Immutable.</summary>
/// <param name="Name">The name as text 0.0.4 has it: a counter's ends in <c>_total</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Help">The help text; <see langword="null"/> for none.</param>
/// <param name="Unit">The unit; <see langword="null"/> for none.</param>
/// <param name="Samples">The samples in the order of the exposition, <c>_created</c> included.</param>
public sealed record MetricFamilySnapshot(
    string Name, MetricType Type, string? Help, string? Unit, IReadOnlyList<MetricSample> Samples);
