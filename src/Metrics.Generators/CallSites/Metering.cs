using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.CallSites;

/// <summary>An instrument type that Microsoft's metering generator makes for a method with an attribute.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Tags">The names of the tags, in the order of the parameters after the measured value.</param>
/// <param name="TagObject">The type whose properties are the tags; <see langword="null"/> where tags are given singly.</param>
internal sealed record Metering(string Name, IReadOnlyList<string> Tags, INamedTypeSymbol? TagObject);
