using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// The control-flow graph of a method, an initializer, a lambda or a local function, with its variables' definitions
/// and the functions nested in it.
/// </summary>
internal sealed class FunctionBody
{
    private readonly Dictionary<IOperation, Position> _positions = [];
    private readonly Dictionary<Variable, List<Definition>> _definitions = [];
    private readonly List<IOperation>[] _operations;

    private FunctionBody(ControlFlowGraph graph, IMethodSymbol? function, FunctionBody? parent, Position creation)
    {
        Graph = graph;
        Function = function;
        Parent = parent;
        Creation = creation;
        _operations = new List<IOperation>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            Index(block);
        }

        foreach (var definition in DefinitionCollector.Collect(this))
        {
            if (!_definitions.TryGetValue(definition.Variable, out var list))
            {
                _definitions.Add(definition.Variable, list = []);
            }

            list.Add(definition);
        }

        Nested = FindNested();
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>The lambda or local function; <see langword="null"/> for the outermost body.</summary>
    public IMethodSymbol? Function { get; }

    public FunctionBody? Parent { get; }

    /// <summary>Where the parent creates this lambda.</summary>
    public Position Creation { get; }

    public ImmutableArray<FunctionBody> Nested { get; }

    /// <summary>Whether this is a lambda, which starts out from where it is created; a local function can be called anywhere.</summary>
    public bool IsLambda => Function?.MethodKind == MethodKind.AnonymousFunction;

    public FunctionBody Root => Parent is null ? this : Parent.Root;

    public static FunctionBody Of(ControlFlowGraph graph) => new(graph, null, null, default);

    public Position PositionOf(IOperation operation) => _positions[operation];

    /// <summary>The operations of a block, operands before what they are operands of.</summary>
    public IReadOnlyList<IOperation> OperationsOf(BasicBlock block) => _operations[block.Ordinal];

    /// <summary>The definitions of a variable in this body, in the order of blocks and of evaluation.</summary>
    public IReadOnlyList<Definition> DefinitionsOf(Variable variable) =>
        _definitions.TryGetValue(variable, out var definitions) ? definitions : [];

    /// <summary>This body and all that are nested in it.</summary>
    public IEnumerable<FunctionBody> WithNested()
    {
        yield return this;
        foreach (var nested in Nested)
        {
            foreach (var body in nested.WithNested())
            {
                yield return body;
            }
        }
    }

    /// <summary>The body of a lambda or local function that is visible here.</summary>
    public FunctionBody? Find(IMethodSymbol function)
    {
        foreach (var body in Root.WithNested())
        {
            if (SymbolEqualityComparer.Default.Equals(body.Function, function.OriginalDefinition))
            {
                return body;
            }
        }

        return null;
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
            _positions[order[i]] = new Position(block.Ordinal, i);
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

    private ImmutableArray<FunctionBody> FindNested()
    {
        var nested = ImmutableArray.CreateBuilder<FunctionBody>();
        foreach (var function in Graph.LocalFunctions)
        {
            nested.Add(new FunctionBody(Graph.GetLocalFunctionControlFlowGraph(function), function, this, default));
        }

        foreach (var operations in _operations)
        {
            foreach (var operation in operations)
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    var graph = Graph.GetAnonymousFunctionControlFlowGraph(lambda);
                    nested.Add(new FunctionBody(graph, lambda.Symbol, this, _positions[lambda]));
                }
            }
        }

        return nested.ToImmutable();
    }
}
