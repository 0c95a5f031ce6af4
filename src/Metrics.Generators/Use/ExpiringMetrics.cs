using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>
/// Which accessors belong to metrics whose label values expire, also those of referenced assemblies; one table for a
/// compilation. Safe for concurrent use.
/// </summary>
internal sealed class ExpiringMetrics(Compilation compilation, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _accessors = new(SymbolEqualityComparer.Default);

    public bool Contains(ISymbol accessor) => accessor is IMethodSymbol && _accessors.GetOrAdd(accessor.OriginalDefinition, Find);

    // The attribute may stand on the label, the metric, the group or the label's type. Where the parameters of a referenced
    // assembly's accessor lack a body, the attributes are still there.
    private bool Find(ISymbol accessor)
    {
        var parsing = new ParsingContext(compilation, cancellation);
        var method = (IMethodSymbol)accessor;
        var ofGroup = ExpiryParser.SecondsOf(method.ContainingType.FindAttribute(KnownNames.ExpireAfter), "", parsing);
        foreach (var parameter in method.Parameters)
        {
            foreach (var label in ExpiryParser.Apply(method, ParameterParser.Parse(parameter, parsing), ofGroup, parsing))
            {
                if (label.Model?.ExpireAfter is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
