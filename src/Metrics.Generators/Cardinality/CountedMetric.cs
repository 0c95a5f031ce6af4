using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>A metric of the compilation with the lines of a scrape that it makes at worst.</summary>
/// <param name="Name">The name in text 0.0.4.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Location">Its member's name.</param>
internal sealed record CountedMetric(string Name, long Lines, Location Location);
