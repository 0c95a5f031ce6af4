namespace TypedMetrics.Generators.Naming;

/// <summary>What a word says of a metric's unit.</summary>
/// <param name="Base">The base unit to measure in instead.</param>
/// <param name="IsAbbreviation">Whether the word is short for its unit.</param>
/// <param name="Certainty">What it takes to be sure that the word is a unit.</param>
internal sealed record BaseUnit(string Base, bool IsAbbreviation, UnitCertainty Certainty);
