using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>The definitions of a variable that reach a use of it, with what adds to it on the way, whatever conditions say.</summary>
internal sealed class ReachingDefinitions
{
    private readonly FunctionBody _body;
    private readonly IReadOnlyList<Definition> _all;
    private readonly List<Definition> _definitions = [];
    private readonly Stack<Position> _pending = new();
    private readonly HashSet<int> _visited = [];

    private ReachingDefinitions(FunctionBody body, Variable variable)
    {
        _body = body;
        _all = body.DefinitionsOf(variable);
    }

    /// <summary>The definitions, each once, the latest first on each way.</summary>
    public IReadOnlyList<Definition> Definitions => _definitions;

    /// <summary>Whether what the variable holds when the body starts to run can reach the use.</summary>
    public bool IncludesStart { get; private set; }

    public static ReachingDefinitions Of(FunctionBody body, Variable variable, IOperation use)
    {
        var reaching = new ReachingDefinitions(body, variable);
        reaching.Walk(body.PositionOf(use));
        return reaching;
    }

    /// <summary>Whether a definition leaves nothing of what the variable held before.</summary>
    public static bool Replaces(Definition definition) =>
        definition.Kind is DefinitionKind.Value or DefinitionKind.Compound or DefinitionKind.Step or DefinitionKind.Argument;

    private void Walk(Position from)
    {
        _pending.Push(from);
        while (_pending.Count > 0)
        {
            var position = _pending.Pop();
            if (IsReplacedIn(position))
            {
                continue;
            }

            var block = _body.Graph.Blocks[position.Block];
            if (block.Kind == BasicBlockKind.Entry)
            {
                IncludesStart = true;
            }
            else if (block.Predecessors.IsEmpty)
            {
                // A handler: an exception can come from anywhere before it.
                Add(_all);
                IncludesStart = true;
            }

            foreach (var branch in block.Predecessors)
            {
                Follow(branch);
            }
        }
    }

    private bool IsReplacedIn(Position position)
    {
        foreach (var definition in _all.Reverse())
        {
            if (definition.Position.Block == position.Block && definition.Position.Order < position.Order)
            {
                Add([definition]);
                if (Replaces(definition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Follow(ControlFlowBranch branch)
    {
        foreach (var region in branch.FinallyRegions)
        {
            Add(_all.Where(definition =>
                definition.Position.Block >= region.FirstBlockOrdinal && definition.Position.Block <= region.LastBlockOrdinal));
        }

        if (_visited.Add(branch.Source.Ordinal))
        {
            _pending.Push(Position.EndOf(branch.Source.Ordinal));
        }
    }

    private void Add(IEnumerable<Definition> definitions) =>
        _definitions.AddRange(definitions.Where(definition => !_definitions.Contains(definition)));
}
