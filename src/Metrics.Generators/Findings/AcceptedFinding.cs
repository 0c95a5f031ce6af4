namespace TypedMetrics.Generators.Findings;

/// <summary>A line of the file of accepted findings.</summary>
/// <param name="Key">Which finding.</param>
/// <param name="Count">How many of it.</param>
/// <param name="Line">The line's number, from 0.</param>
internal sealed record AcceptedFinding(FindingKey Key, AcceptedCount Count, int Line);
