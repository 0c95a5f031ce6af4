using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A type with instrument members, as it was found in the source.</summary>
/// <param name="Type">The type.</param>
/// <param name="Metrics">Its metrics in the order of their declaration.</param>
/// <param name="Model">What its file is written from; <see langword="null"/> where none can be.</param>
/// <param name="Problems">Everything that is wrong with it, at the exact spots.</param>
internal sealed record ParsedGroup(
    INamedTypeSymbol Type, ImmutableArray<ParsedMetric> Metrics, GroupModel? Model, ImmutableArray<Diagnostic> Problems);
