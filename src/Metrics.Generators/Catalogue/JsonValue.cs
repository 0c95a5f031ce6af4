using System.Collections.Generic;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>A JSON value: analyzers carry no library of their own that could read one.</summary>
internal abstract record JsonValue;

/// <summary>Text, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record JsonScalar(object? Value) : JsonValue;

internal sealed record JsonList(IReadOnlyList<JsonValue> Items) : JsonValue;

internal sealed record JsonObject(IReadOnlyDictionary<string, JsonValue> Members) : JsonValue
{
    public JsonValue? Member(string name) => Members.TryGetValue(name, out var value) ? value : null;

    public string? Text(string name) => (Member(name) as JsonScalar)?.Value as string;

    public double? Number(string name) => (Member(name) as JsonScalar)?.Value as double?;
}
