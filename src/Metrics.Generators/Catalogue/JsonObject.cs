using System.Collections.Generic;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>A JSON object.</summary>
internal sealed record JsonObject(IReadOnlyDictionary<string, JsonValue> Members) : JsonValue
{
    public JsonValue? Member(string name) => Members.TryGetValue(name, out var value) ? value : null;

    public string? Text(string name) => (Member(name) as JsonScalar)?.Value as string;

    public double? Number(string name) => (Member(name) as JsonScalar)?.Value as double?;
}
