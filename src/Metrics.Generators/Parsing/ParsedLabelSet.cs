using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A type marked as a label set.</summary>
/// <param name="Type">The type.</param>
/// <param name="Labels">Its labels, base types' first, in the order of their declaration; without <see cref="ParsedLabel.Parameter"/>.</param>
/// <param name="IsUsable">Whether its shape is right; its labels may still be at fault.</param>
internal sealed record ParsedLabelSet(INamedTypeSymbol Type, ImmutableArray<ParsedLabel> Labels, bool IsUsable);
