using System.Collections.Generic;

namespace TypedMetrics.Generators.CallSites;

/// <summary>An instrument of another library, as far as the place where it is created tells.</summary>
/// <param name="Name">The metric's name, or what the program calls the instrument.</param>
/// <param name="Labels">The label names in order; an empty one is no literal.</param>
internal sealed record Instrument(string Name, IReadOnlyList<string> Labels)
{
    /// <summary>The instrument as messages show it.</summary>
    public string Quoted => $"'{Name}'";
}
