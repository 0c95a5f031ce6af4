using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A table of framework members by metadata name, so that it needs no reference to what it lists.</summary>
internal sealed class MemberTable<T>
{
    private readonly Dictionary<string, List<MemberRow<T>>> _rows = new(StringComparer.Ordinal);

    public MemberTable(IEnumerable<MemberRow<T>> table)
    {
        foreach (var row in table)
        {
            var name = SimpleName(row.Type);
            if (!_rows.TryGetValue(name, out var rows))
            {
                _rows.Add(name, rows = []);
            }

            rows.Add(row);
        }
    }

    /// <summary>What the table says of a property, field or method, or of the one that it overrides.</summary>
    public bool TryGet(ISymbol member, out T value)
    {
        for (var declared = member; declared is not null; declared = Overridden(declared))
        {
            if (Find(declared.ContainingType, declared.MetadataName, out value))
            {
                return true;
            }
        }

        value = default!;
        return false;
    }

    private bool Find(INamedTypeSymbol? type, string member, out T value)
    {
        value = default!;
        if (type is null || !_rows.TryGetValue(type.MetadataName, out var rows))
        {
            return false;
        }

        var name = MetadataNames.Of(type.OriginalDefinition);
        foreach (var row in rows)
        {
            if (row.Type == name && (row.Members.Length == 0 || Array.IndexOf(row.Members, member) >= 0))
            {
                value = row.Value;
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static string SimpleName(string type) => type.Substring(type.LastIndexOfAny(['.', '+']) + 1);
}
