using System;
using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Catalogue;

namespace TypedMetrics.Build;

/// <summary>What the compiler logged, in SARIF 2.1.</summary>
internal static class SarifLog
{
    /// <summary>The findings that our suppressor has accepted: rule, file (empty for none) and number of the line from 0.</summary>
    public static IEnumerable<(string Rule, string File, int Line)> Accepted(string text) =>
        from run in Items(JsonReader.Read(text), "runs")
        from result in Items(run, "results")
        where Items(result, "suppressions").Any(IsOurs)
        select Finding(result);

    private static bool IsOurs(JsonObject suppression) =>
        (suppression.Member("properties") as JsonObject)?.Text("suppressionType")?.Contains("ACCEPTED_MET") == true;

    private static (string Rule, string File, int Line) Finding(JsonObject result)
    {
        var place = Items(result, "locations").FirstOrDefault()?.Member("physicalLocation") as JsonObject;
        var uri = (place?.Member("artifactLocation") as JsonObject)?.Text("uri") ?? "";
        var line = (place?.Member("region") as JsonObject)?.Number("startLine") ?? 1;
        return (result.Text("ruleId") ?? "", PathOf(uri), (int)line - 1);
    }

    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);

    private static IEnumerable<JsonObject> Items(JsonValue? owner, string name) =>
        ((owner as JsonObject)?.Member(name) as JsonList)?.Items.OfType<JsonObject>() ?? [];
}
