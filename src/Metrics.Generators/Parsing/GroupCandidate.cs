using System.Collections.Generic;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A declaration of a type whose members have attributes.</summary>
/// <param name="MetadataName">The type's name as metadata has it.</param>
/// <param name="Attributes">The last words of the names of those attributes, each once.</param>
internal sealed record GroupCandidate(string MetadataName, IReadOnlyCollection<string> Attributes);
