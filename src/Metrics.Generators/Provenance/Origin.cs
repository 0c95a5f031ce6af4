using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A place at which a value without bound comes into being, and its way from there.</summary>
internal sealed class Origin
{
    /// <summary>A reader follows no more stations than these.</summary>
    private const int MaximumSteps = 20;

    public Origin(OriginKind kind, string source, Location location)
        : this(kind, source, location, ImmutableArray<Step>.Empty, isComposed: false)
    {
    }

    private Origin(OriginKind kind, string source, Location location, ImmutableArray<Step> path, bool isComposed)
    {
        Kind = kind;
        Source = source;
        Location = location;
        Path = path;
        IsComposed = isComposed;
    }

    public OriginKind Kind { get; }

    /// <summary>The source in words: <c>HttpRequest.Path</c>, <c>Guid 'id'</c>.</summary>
    public string Source { get; }

    public Location Location { get; }

    /// <summary>The stations from the origin to the label, in this order.</summary>
    public ImmutableArray<Step> Path { get; }

    /// <summary>Whether the value became part of a longer text on its way.</summary>
    public bool IsComposed { get; }

    public Origin Through(ImmutableArray<Step> steps, bool composed) =>
        new(Kind, Source, Location, Shortened(Path.AddRange(steps)), IsComposed || composed);

    public bool IsSameAs(Origin other) =>
        Kind == other.Kind && IsComposed == other.IsComposed && Location.Equals(other.Location) && Source == other.Source;

    public static ImmutableArray<Step> Shortened(ImmutableArray<Step> path) =>
        path.Length <= MaximumSteps ? path : path.RemoveRange(MaximumSteps, path.Length - MaximumSteps);
}
