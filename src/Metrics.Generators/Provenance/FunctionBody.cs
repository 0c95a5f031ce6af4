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
    private CallIndex? _calls;
    private Dictionary<ISymbol, bool>? _confined;

    private FunctionBody(
        ControlFlowGraph graph, IMethodSymbol? function, FunctionBody? parent, Position creation, IFlowAnonymousFunctionOperation? lambda)
    {
        Graph = graph;
        Function = function;
        Parent = parent;
        Creation = creation;
        Lambda = lambda;
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
        Returned = FindReturned();
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>The method, lambda or local function; <see langword="null"/> for an initializer.</summary>
    public IMethodSymbol? Function { get; }

    public FunctionBody? Parent { get; }

    /// <summary>Where the parent creates this lambda.</summary>
    public Position Creation { get; }

    /// <summary>The operation by which the parent creates this lambda.</summary>
    public IFlowAnonymousFunctionOperation? Lambda { get; }

    /// <summary>What this and all nested bodies call; only of the outermost body.</summary>
    public CallIndex Calls => _calls ??= new CallIndex(this);

    public ImmutableArray<FunctionBody> Nested { get; }

    /// <summary>What the function returns, or yields.</summary>
    public ImmutableArray<IOperation> Returned { get; }

    /// <summary>Whether this is a lambda, which starts out from where it is created; a local function can be called anywhere.</summary>
    public bool IsLambda => Function?.MethodKind == MethodKind.AnonymousFunction;

    public FunctionBody Root => Parent is null ? this : Parent.Root;

    public static FunctionBody Of(ControlFlowGraph graph, IMethodSymbol? function) => new(graph, function, null, default, null);

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
            if (body.Parent is not null && SymbolEqualityComparer.Default.Equals(body.Function, function.OriginalDefinition))
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a local of this outermost body holds an object that is made here and of which only members are used, so that
    /// nobody else changes it.
    /// </summary>
    public bool IsConfined(ILocalSymbol local)
    {
        lock (_positions)
        {
            _confined ??= new(SymbolEqualityComparer.Default);
            if (!_confined.TryGetValue(local, out var isConfined))
            {
                _confined.Add(local, isConfined = Confinement.Of(this, local));
            }

            return isConfined;
        }
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
                    nested.Add(new FunctionBody(graph, lambda.Symbol, this, _positions[lambda], lambda));
                }
            }
        }

        return nested.ToImmutable();
    }
}
