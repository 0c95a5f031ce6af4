using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>What an outermost body calls, creates and mentions, with the functions nested in it.</summary>
internal sealed class CallIndex
{
    private readonly Dictionary<ISymbol, List<CallSite>> _sites = new(SymbolEqualityComparer.Default);

    public CallIndex(FunctionBody root)
    {
        foreach (var body in root.WithNested())
        {
            foreach (var block in body.Graph.Blocks)
            {
                foreach (var operation in body.OperationsOf(block))
                {
                    Add(body, operation);
                }
            }
        }
    }

    /// <summary>The calls and mentions of a method, by its original definition.</summary>
    public IReadOnlyList<CallSite> Of(IMethodSymbol method) => _sites.TryGetValue(method, out var sites) ? sites : [];

    private void Add(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                Add(new CallSite(body, operation, call.TargetMethod, call.Arguments));
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                Add(new CallSite(body, operation, constructor, creation.Arguments));
                break;
            case IMethodReferenceOperation mention:
                Add(new CallSite(body, operation, mention.Method, ImmutableArray<IArgumentOperation>.Empty));
                break;
        }
    }

    private void Add(CallSite site)
    {
        var key = SourceMethods.Canonical(site.Target);
        if (!_sites.TryGetValue(key, out var sites))
        {
            _sites.Add(key, sites = []);
        }

        sites.Add(site);
    }
}
