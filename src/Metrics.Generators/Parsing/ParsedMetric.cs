using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A member with an instrument attribute, as it was found in the source.</summary>
/// <param name="Member">The property or method.</param>
/// <param name="Attribute">The instrument attribute.</param>
/// <param name="Kind">What the attribute declares.</param>
internal sealed record ParsedMetric(ISymbol Member, AttributeData Attribute, InstrumentKind Kind)
{
    /// <summary>What was declared; <see langword="null"/> where the declaration cannot work.</summary>
    public MetricModel? Model { get; init; }

    /// <summary>The full name and base of the checks on it, also where the rest of the declaration is wrong; <see langword="null"/> where the name is.</summary>
    public string? Name { get; init; }

    /// <summary>All labels, those of label sets in their place, with those that are at fault.</summary>
    public ImmutableArray<ParsedLabel> Labels { get; init; } = ImmutableArray<ParsedLabel>.Empty;

    /// <summary>How it is read, where it is no instrument; <see langword="null"/> where it cannot be.</summary>
    public CallbackModel? Callback { get; init; }

    /// <summary>How its body is written; <see langword="null"/> where none can be.</summary>
    public AccessorModel? Accessor { get; init; }
}
