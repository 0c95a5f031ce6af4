using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.CallSites;

/// <summary>What an argument hands over: one text, one pair of key and text, or more than can be told apart.</summary>
/// <param name="Key">The key of a pair.</param>
/// <param name="Value">The text or, where <paramref name="IsWhole"/>, what holds it.</param>
/// <param name="At">The syntax that the value is seen at.</param>
/// <param name="Ordinal">The element's place in its sequence, where that can be told.</param>
/// <param name="IsWhole">Whether the value is a pair or a sequence that was put together elsewhere.</param>
internal sealed record Content(IOperation? Key, IOperation Value, SyntaxNode At, int? Ordinal, bool IsWhole);
