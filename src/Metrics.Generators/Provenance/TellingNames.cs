using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Which names of parameters, fields and properties tell of an identity.</summary>
/// <param name="words">What the project adds to the known words.</param>
internal sealed class TellingNames(HashSet<string> words)
{
    /// <summary>The telling word, or <see langword="null"/>.</summary>
    public string? Telling(ISymbol symbol) =>
        symbol is IParameterSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false } ? IdentityWords.In(symbol.Name, words) : null;
}
