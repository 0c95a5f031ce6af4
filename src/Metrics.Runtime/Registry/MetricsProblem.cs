namespace TypedMetrics;

/// <summary>
/// Something that is wrong with a metric, a collector or a setting, and that the program went on without: see
/// <see cref="CollectorRegistry.Problems"/>.
/// </summary>
/// <param name="Subject">What it is about: a metric's name, a collector's type.</param>
/// <param name="Message">What is wrong, why, and what was done instead.</param>
/// <param name="Exception">The exception behind it, if there is one.</param>
public sealed record MetricsProblem(string Subject, string Message, Exception? Exception = null);
