using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Walks a body's control-flow graph backwards from a use of a value, along each way that execution can have come, to
/// the definitions that reach it. A way on which a condition proves the value bounded ends there.
/// </summary>
/// <param name="body">The body.</param>
/// <param name="variable">The variable whose definitions end a way; <see langword="null"/> where there is none.</param>
/// <param name="paths">The paths that hold the value, for conditions to speak about.</param>
/// <param name="guards">What conditions prove.</param>
/// <param name="part">The part of the variable's value that is asked for.</param>
internal sealed class Flow(FunctionBody body, Variable? variable, ImmutableArray<AccessPath> paths, Guards guards, Projection? part = null)
{
    private readonly Stack<(Position Position, Sides Sides)> _pending = new();
    private readonly HashSet<(int Block, Sides Sides)> _visited = [];

    /// <summary>Whether the walk was ended early, so that its result says nothing.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The calls that say something of the value by returning.</summary>
    public IReadOnlyList<Check>? Checks { get; init; }

    /// <summary>Ends the walk: whoever asks has seen enough.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>The join of what reaches the position.</summary>
    /// <param name="from">The use.</param>
    /// <param name="definition">What a definition of the variable contributes.</param>
    /// <param name="start">What a way contributes on which there is none.</param>
    /// <param name="known">The sides that are known to bound the value at the use.</param>
    public Judgement Trace(Position from, Func<Definition, Judgement> definition, Func<Judgement> start, Sides known = Sides.None)
    {
        var result = Judgement.Bounded;
        _pending.Push((from, known));
        while (_pending.Count > 0 && !IsStopped)
        {
            var (position, sides) = _pending.Pop();
            if (CheckedIn(position, ref sides) is { } proven)
            {
                result = result.Join(proven);
                continue;
            }

            if (DefinedIn(position, definition, ref result))
            {
                continue;
            }

            var block = body.Graph.Blocks[position.Block];
            if (block.Kind == BasicBlockKind.Entry)
            {
                result = result.Join(start());
            }
            else if (HandledTry(block) is { } tryRegion)
            {
                EnterTry(tryRegion, sides, definition, ref result);
            }

            foreach (var branch in block.Predecessors)
            {
                Follow(branch, sides, definition, ref result);
            }
        }

        return result;
    }

    /// <summary>What the calls prove that stand between the last definition in the block and the position.</summary>
    private Judgement? CheckedIn(Position position, ref Sides sides)
    {
        foreach (var check in Checks ?? [])
        {
            if (!Precedes(check.Position, position) || IsReplacedIn(position.Block, check.Position.Order, position.Order))
            {
                continue;
            }

            sides |= check.Sides;
            if ((check.Proven ?? Ranges.Between(sides)) is { } proven)
            {
                return proven;
            }
        }

        return null;
    }

    private static bool Precedes(Position earlier, Position later) => earlier.Block == later.Block && earlier.Order < later.Order;

    /// <summary>Takes the last definition before the position, and the additions after it.</summary>
    private bool DefinedIn(Position position, Func<Definition, Judgement> definition, ref Judgement result)
    {
        var definitions = variable is { } defined ? body.DefinitionsOf(defined) : [];
        for (var i = definitions.Count - 1; i >= 0; i--)
        {
            var candidate = definitions[i];
            if (!Precedes(candidate.Position, position))
            {
                continue;
            }

            result = result.Join(definition(candidate));
            if (candidate.Replaces(part))
            {
                return true;
            }
        }

        return false;
    }

    private void Follow(ControlFlowBranch branch, Sides sides, Func<Definition, Judgement> definition, ref Judgement result)
    {
        if (branch.Source.BranchValue is { } condition && branch.Source.ConditionKind != ControlFlowConditionKind.None)
        {
            var proven = guards.Proven(body, condition, IsTaken(branch), paths);
            if (proven is null)
            {
                sides |= guards.SidesOf(body, condition, IsTaken(branch), paths);
                proven = Ranges.Between(sides);
            }

            if (proven is not null)
            {
                result = result.Join(proven);
                return;
            }
        }

        foreach (var region in branch.FinallyRegions)
        {
            JoinAllWithin(region, definition, ref result);
            if (IsReplacedWithin(region))
            {
                return;
            }
        }

        Push(branch.Source.Ordinal, sides);
    }

    /// <summary>Whether the branch is the one for a condition that holds.</summary>
    private static bool IsTaken(ControlFlowBranch branch) =>
        (branch.Source.ConditionKind == ControlFlowConditionKind.WhenTrue) == branch.IsConditionalSuccessor;

    // An exception can leave a try block between any two operations.
    private void EnterTry(ControlFlowRegion tryRegion, Sides sides, Func<Definition, Judgement> definition, ref Judgement result)
    {
        JoinAllWithin(tryRegion, definition, ref result);
        _pending.Push((new Position(tryRegion.FirstBlockOrdinal, 0), sides));
    }

    private void JoinAllWithin(ControlFlowRegion region, Func<Definition, Judgement> definition, ref Judgement result)
    {
        foreach (var candidate in variable is { } defined ? body.DefinitionsOf(defined) : [])
        {
            if (candidate.Position.Block >= region.FirstBlockOrdinal && candidate.Position.Block <= region.LastBlockOrdinal)
            {
                result = result.Join(definition(candidate));
            }
        }
    }

    /// <summary>Whether each way through a finally block assigns the variable.</summary>
    private bool IsReplacedWithin(ControlFlowRegion region)
    {
        var pending = new Stack<int>();
        var visited = new HashSet<int>();
        pending.Push(region.LastBlockOrdinal);
        while (pending.Count > 0)
        {
            var ordinal = pending.Pop();
            if (ordinal < region.FirstBlockOrdinal || ordinal > region.LastBlockOrdinal || !visited.Add(ordinal) || IsReplacedIn(ordinal))
            {
                continue;
            }

            if (ordinal == region.FirstBlockOrdinal)
            {
                return false;
            }

            foreach (var branch in body.Graph.Blocks[ordinal].Predecessors)
            {
                pending.Push(branch.Source.Ordinal);
            }
        }

        return true;
    }

    private bool IsReplacedIn(int block, int after = -1, int before = int.MaxValue)
    {
        foreach (var candidate in variable is { } defined ? body.DefinitionsOf(defined) : [])
        {
            if (candidate.Position.Block == block && candidate.Position.Order > after && candidate.Position.Order < before && candidate.Replaces(part))
            {
                return true;
            }
        }

        return false;
    }

    // With less known, the way has found all that it can find with more.
    private void Push(int block, Sides sides)
    {
        if (!_visited.Contains((block, Sides.None)) && _visited.Add((block, sides)))
        {
            _pending.Push((Position.EndOf(block), sides));
        }
    }

    /// <summary>The protected region, where the block is the first of a handler.</summary>
    private static ControlFlowRegion? HandledTry(BasicBlock block)
    {
        if (!block.Predecessors.IsEmpty)
        {
            return null;
        }

        for (var region = block.EnclosingRegion; region is { } && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Finally or ControlFlowRegionKind.FilterAndHandler)
            {
                return region.EnclosingRegion?.NestedRegions[0];
            }
        }

        return null;
    }
}
