using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// How a body is put together of its operations.
internal sealed partial class FunctionBody
{
    // Most bodies are only searched for calls or writes of a name, so the definitions wait until one is asked for. The first that
    // are found stay: a question about a definition goes by the object.
    private Dictionary<Variable, List<Definition>> AllDefinitions()
    {
        if (Volatile.Read(ref _definitions) is { } known)
        {
            return known;
        }

        var definitions = new Dictionary<Variable, List<Definition>>();
        foreach (var definition in DefinitionCollector.Collect(this))
        {
            if (!definitions.TryGetValue(definition.Variable, out var list))
            {
                definitions.Add(definition.Variable, list = []);
            }

            list.Add(definition);
        }

        return Interlocked.CompareExchange(ref _definitions, definitions, null) ?? definitions;
    }

    private void Index(BasicBlock block)
    {
        var order = new List<IOperation>();
        foreach (var operation in block.Operations)
        {
            AddInOrder(operation, order);
        }

        if (block.BranchValue is { } value)
        {
            AddInOrder(value, order);
        }

        for (var i = 0; i < order.Count; i++)
        {
            _positions![order[i]] = new Position(block.Ordinal, i);
        }

        _operations[block.Ordinal] = order;
    }

    // Operands first. A stack of its own, since source code can nest deeper than a thread's stack reaches.
    private static void AddInOrder(IOperation root, List<IOperation> order)
    {
        var start = order.Count;
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            order.Add(operation);
            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }

        order.Reverse(start, order.Count - start);
    }

    private ImmutableArray<IOperation> FindReturned()
    {
        var returned = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var block in Graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } element })
                {
                    returned.Add(element);
                }
            }

            if (block.BranchValue is { } value && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                returned.Add(value);
            }
        }

        return returned.ToImmutable();
    }

    private ImmutableArray<FunctionBody> FindNested()
    {
        var nested = ImmutableArray.CreateBuilder<FunctionBody>();
        foreach (var function in Graph.LocalFunctions)
        {
            nested.Add(new FunctionBody(Graph.GetLocalFunctionControlFlowGraph(function), function, this, default, null));
        }

        foreach (var operations in _operations)
        {
            foreach (var operation in operations)
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    var graph = Graph.GetAnonymousFunctionControlFlowGraph(lambda);
                    nested.Add(new FunctionBody(graph, lambda.Symbol, this, PositionOf(lambda), lambda));
                }
            }
        }

        return nested.ToImmutable();
    }
}
