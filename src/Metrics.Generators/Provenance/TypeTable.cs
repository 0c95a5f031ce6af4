using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A table of types by metadata name; it holds for what derives from them, too.</summary>
internal sealed class TypeTable(params (string Type, OriginKind Kind)[] rows)
{
    private readonly Dictionary<string, OriginKind> _rows = Build(rows);
    private readonly HashSet<string> _simpleNames = SimpleNames(rows);

    public bool TryGet(ITypeSymbol? type, out OriginKind kind)
    {
        for (var declared = type as INamedTypeSymbol; declared is not null; declared = declared.BaseType)
        {
            if (_simpleNames.Contains(declared.Name) && _rows.TryGetValue(MetadataNames.Of(declared.OriginalDefinition), out kind))
            {
                return true;
            }
        }

        kind = default;
        return false;
    }

    private static Dictionary<string, OriginKind> Build((string Type, OriginKind Kind)[] rows)
    {
        var table = new Dictionary<string, OriginKind>(System.StringComparer.Ordinal);
        foreach (var (type, kind) in rows)
        {
            table.Add(type, kind);
        }

        return table;
    }

    private static HashSet<string> SimpleNames((string Type, OriginKind Kind)[] rows)
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var (type, _) in rows)
        {
            names.Add(type.Substring(type.LastIndexOfAny(['.', '+']) + 1));
        }

        return names;
    }
}
