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
/// <remarks>
/// A graph is dear. A body can therefore also be had in the form of its source: then nothing says in which order things
/// happen, functions nested in it are a part of it, and <see cref="Graph"/>, positions and blocks are not to be asked for.
/// </remarks>
internal sealed partial class FunctionBody
{
    private readonly Dictionary<IOperation, Position>? _positions;
    private readonly List<IOperation>[] _operations;
    private readonly ControlFlowGraph? _graph;
    private Dictionary<Variable, List<Definition>>? _definitions;
    private CallIndex? _calls;
    private Dictionary<ISymbol, bool>? _confined;

    private FunctionBody(IOperation source, IMethodSymbol? function)
    {
        Function = function;
        var order = new List<IOperation>();
        AddInOrder(source, order);
        _operations = [order];
        Nested = ImmutableArray<FunctionBody>.Empty;
        Returned = ImmutableArray<IOperation>.Empty;
    }

    private FunctionBody(
        ControlFlowGraph graph, IMethodSymbol? function, FunctionBody? parent, Position creation, IFlowAnonymousFunctionOperation? lambda)
    {
        _graph = graph;
        _positions = [];
        Function = function;
        Parent = parent;
        Creation = creation;
        Lambda = lambda;
        _operations = new List<IOperation>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            Index(block);
        }

        Nested = FindNested();
        Returned = FindReturned();
    }

    public ControlFlowGraph Graph => _graph ?? throw new System.InvalidOperationException("The body is in the form of its source.");

    /// <summary>Whether this is the graph, and not the source's form.</summary>
    public bool IsGraph => _graph is not null;

    /// <summary>Whether something was asked that the source's form does not tell, so that no answer about it counts.</summary>
    public bool IsGraphNeeded { get; private set; }

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

    /// <summary>The body in the form of its source; for one thread.</summary>
    public static FunctionBody OfSource(IOperation source, IMethodSymbol? function) => new(source, function);

    /// <summary>Notes that the source's form does not tell what is asked for.</summary>
    public void NeedGraph() => IsGraphNeeded |= !IsGraph;

    /// <summary>Where an operation stands in the graph; in the source's form, nowhere.</summary>
    public Position PositionOf(IOperation operation) => _positions is null ? default : _positions[operation];

    /// <summary>The operations of the source's form, operands before what they are operands of.</summary>
    public List<IOperation> SourceOperations => _operations[0];

    /// <summary>The operations of a block, operands before what they are operands of.</summary>
    public IReadOnlyList<IOperation> OperationsOf(BasicBlock block) => _operations[block.Ordinal];

    /// <summary>The definitions of a variable in this body, in the order of blocks and of evaluation.</summary>
    public IReadOnlyList<Definition> DefinitionsOf(Variable variable) =>
        AllDefinitions().TryGetValue(variable, out var definitions) ? definitions : [];

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
        lock (_operations)
        {
            _confined ??= new(SymbolEqualityComparer.Default);
            if (!_confined.TryGetValue(local, out var isConfined))
            {
                _confined.Add(local, isConfined = Confinement.Of(this, local));
            }

            return isConfined;
        }
    }
}
