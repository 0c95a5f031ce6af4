using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// The compilation as the engine sees it: bodies, callers, writes and implementations, each found when first asked for
/// and kept as long as the compilation is analysed. Safe for concurrent use.
/// </summary>
internal sealed partial class Program(Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<SyntaxNode, FunctionBody?> _bodies = new();

    /// <summary>What has been judged completely.</summary>
    public ConcurrentDictionary<Question, Judgement> Answers { get; } = new();

    /// <summary>What the project says of its members and types.</summary>
    public Statements Statements { get; } = new(compilation, options);

    /// <summary>The words that tell of an identity.</summary>
    public TellingNames Names { get; } = new(IdentityWords.Listed(ConfiguredNames.Of(compilation, options, IdentityWords.Option)));

    /// <summary>The body that a graph of the analyzer's makes, unless there is one already.</summary>
    public FunctionBody BodyOf(ControlFlowGraph graph, IMethodSymbol? function) =>
        _bodies.GetOrAdd(graph.OriginalOperation.Syntax, _ => FunctionBody.Of(graph, function)) ?? FunctionBody.Of(graph, function);

    /// <summary>The body that the declaration, or whatever else has a graph, has been found to have.</summary>
    public FunctionBody? FindBody(SyntaxNode owner) => _bodies.TryGetValue(owner, out var known) ? known : null;

    /// <summary>The body of a method, accessor, lambda or local function; <see langword="null"/> where it has none here.</summary>
    public FunctionBody? BodyOf(IMethodSymbol method)
    {
        var original = method.OriginalDefinition;
        original = original.PartialImplementationPart ?? original;
        if (!IsSource(original))
        {
            return null;
        }

        foreach (var reference in original.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            var body = original.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction
                ? OwnerOf(syntax.Parent) is { } owner ? BodyAt(owner)?.Find(original) : null
                : BodyAt(syntax);
            if (body is not null)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>Whether the symbol is declared in this compilation.</summary>
    public bool IsSource(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && compilation.ContainsSyntaxTree(symbol.DeclaringSyntaxReferences[0].SyntaxTree);

    private FunctionBody? BodyAt(SyntaxNode owner) => _bodies.TryGetValue(owner, out var known) ? known : _bodies.GetOrAdd(owner, Create);

    // Another file than the one under analysis may be asked. The compilation of a build or an editor keeps its models.
#pragma warning disable RS1030
    private SemanticModel ModelOf(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030

    private FunctionBody? Create(SyntaxNode owner)
    {
        var model = ModelOf(owner);
        var graph = model.GetOperation(owner, cancellation) switch
        {
            IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IFieldInitializerOperation { Parent: null } value => ControlFlowGraph.Create(value, cancellation),
            IPropertyInitializerOperation { Parent: null } value => ControlFlowGraph.Create(value, cancellation),
            _ => null,
        };
        return graph is null ? null : FunctionBody.Of(graph, FunctionOf(owner, model));
    }

    private IMethodSymbol? FunctionOf(SyntaxNode owner, SemanticModel model)
    {
        switch (owner)
        {
            case ArrowExpressionClauseSyntax { Parent: { } property }:
                return (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod;
            case TypeDeclarationSyntax type:
                foreach (var constructor in model.GetDeclaredSymbol(type, cancellation)?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
                {
                    if (!constructor.DeclaringSyntaxReferences.IsEmpty && constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellation) == type)
                    {
                        return constructor;
                    }
                }

                return null;
            case EqualsValueClauseSyntax:
                return null;
            default:
                return model.GetDeclaredSymbol(owner, cancellation) as IMethodSymbol;
        }
    }

    /// <summary>The node whose operation is the outermost one around a node.</summary>
    private static SyntaxNode? OwnerOf(SyntaxNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return node;
                case GlobalStatementSyntax:
                    return node.SyntaxTree.GetRoot();
                case PrimaryConstructorBaseTypeSyntax:
                    return node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
                case AttributeSyntax or MemberDeclarationSyntax or CompilationUnitSyntax:
                    return null;
            }
        }

        return null;
    }
}
