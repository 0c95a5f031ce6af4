using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// What one method's reports have told already: a pair that two instruments get is one mistake, and a list of pairs is
/// none of its own where it is reported pair by pair.
/// </summary>
internal sealed class ToldUses
{
    private readonly HashSet<(Location Place, string Label, Location Origin)> _uses = [];
    private readonly HashSet<(IOperation, Location Origin)> _origins = [];

    /// <summary>Takes note of a report; <see langword="false"/> where it tells nothing new.</summary>
    /// <param name="operation">The operation that gives the label its value.</param>
    /// <param name="use">What is reported.</param>
    /// <param name="report">The report, its first additional location the origin.</param>
    public bool Add(IOperation operation, LabelUse use, Diagnostic report)
    {
        var origin = report.AdditionalLocations.Count > 0 ? report.AdditionalLocations[0] : use.Location;
        var isNewOrigin = _origins.Add((operation, origin));
        return _uses.Add((use.Location, use.Label.Name, origin)) && (isNewOrigin || !use.IsWhole);
    }
}
