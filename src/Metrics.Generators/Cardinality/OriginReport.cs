using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Tells of a value without bound: where it comes from, through what, and what will happen to it.</summary>
internal static class OriginReport
{
    /// <summary>In the diagnostic's properties: the name of the <see cref="OriginKind"/>, which code fixes go by.</summary>
    public const string KindProperty = "Origin";

    public static Diagnostic Of(LabelUse use, Judgement judgement)
    {
        var origin = First(judgement.Origins);
        return Diagnostic.Create(
            CardinalityDescriptors.UnboundedOrigin,
            use.Location,
            Path(origin),
            ImmutableDictionary<string, string?>.Empty.Add(KindProperty, origin.Kind.ToString()),
            use.Label.Subject,
            origin.Source,
            Through(origin),
            use.Label.Outcome,
            origin.Kind.Advice());
    }

    /// <summary>The first in the source, so that the message does not depend on the order of evaluation.</summary>
    private static Origin First(ImmutableArray<Origin> origins) => origins
        .OrderBy(static origin => origin.Location.SourceTree?.FilePath, System.StringComparer.Ordinal)
        .ThenBy(static origin => origin.Location.SourceSpan.Start)
        .First();

    private static IEnumerable<Location> Path(Origin origin) =>
        origin.Path.Select(static step => step.Location).Prepend(origin.Location).Where(static location => location.IsInSource);

    private static string Through(Origin origin)
    {
        var names = new List<string>();
        foreach (var step in origin.Path)
        {
            if (names.Count == 0 || names[names.Count - 1] != step.Name)
            {
                names.Add(step.Name);
            }
        }

        return names.Count == 0 ? "" : ", through " + string.Join(", ", names.Select(static name => $"'{name}'"));
    }
}
