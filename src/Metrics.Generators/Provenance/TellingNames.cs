using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Which names of parameters, fields and properties tell of an identity. Safe for concurrent use.</summary>
/// <param name="words">What the project adds to the known words.</param>
internal sealed class TellingNames(HashSet<string> words)
{
    private readonly ConcurrentDictionary<string, string?> _telling = new(StringComparer.Ordinal);

    /// <summary>The telling word, or <see langword="null"/>.</summary>
    public string? Telling(ISymbol symbol) =>
        symbol is IParameterSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false }
            ? _telling.GetOrAdd(symbol.Name, name => IdentityWords.In(name, words))
            : null;
}
