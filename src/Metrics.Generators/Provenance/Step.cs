using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>One station of a value on its way to a label: a variable that held it, or a function that handed it on.</summary>
internal sealed class Step(string name, Location location)
{
    /// <summary>The identifier, as the message shows it.</summary>
    public string Name { get; } = name;

    /// <summary>Where the value was handed over.</summary>
    public Location Location { get; } = location;
}
