using System.Collections.Generic;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>A JSON array.</summary>
internal sealed record JsonList(IReadOnlyList<JsonValue> Items) : JsonValue;
