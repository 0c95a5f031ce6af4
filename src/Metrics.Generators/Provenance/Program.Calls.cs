using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Provenance;

// Who calls a method: found by name, then bound.
internal sealed partial class Program
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<CallSite>> _callers = new(SymbolEqualityComparer.Default);
    private Dictionary<string, List<SyntaxTree>>? _mentioning;
    private bool _isMentioningKnown;
    private object? _mentioningLock;

    /// <summary>The calls and mentions of a method, also by way of what it overrides or implements.</summary>
    public ImmutableArray<CallSite> CallersOf(IMethodSymbol method) => _callers.GetOrAdd(SourceMethods.Canonical(method), FindCallers);

    /// <summary>The outermost bodies that mention a name.</summary>
    public IEnumerable<FunctionBody> BodiesMentioning(string name, ISymbol symbol) =>
        BodiesOf(Mentions(name, symbol));

    private ImmutableArray<CallSite> FindCallers(IMethodSymbol method)
    {
        var sites = ImmutableArray.CreateBuilder<CallSite>();
        foreach (var declared in DeclarationsOf(method))
        {
            var mentions = method.MethodKind == MethodKind.Constructor
                ? CreationsOf(method)
                : Mentions(declared.Name, declared).Where(mention => MayCall(mention, declared));
            foreach (var body in BodiesOf(mentions))
            {
                sites.AddRange(body.Calls.Of(declared));
            }
        }

        return sites.ToImmutable();
    }

    private IEnumerable<SyntaxNode> CreationsOf(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        return Mentions(type.Name, constructor).Where(static mention => mention.Parent is not BaseTypeSyntax and not TypeConstraintSyntax
                || mention.Parent is PrimaryConstructorBaseTypeSyntax)
            .Concat(Mentions(NameIndex.ImplicitCreation, constructor))
            .Concat(Mentions(NameIndex.ThisInitializer, constructor))
            .Concat(type.IsSealed ? [] : Mentions(NameIndex.BaseInitializer, constructor));
    }

    private IEnumerable<FunctionBody> BodiesOf(IEnumerable<SyntaxNode> mentions)
    {
        var owners = new HashSet<SyntaxNode>();
        foreach (var mention in mentions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (OwnerOf(mention) is { } owner && owners.Add(owner) && BodyAt(owner) is { } body)
            {
                yield return body;
            }
        }
    }

    private IEnumerable<SyntaxNode> Mentions(string name, ISymbol symbol)
    {
        foreach (var tree in TreesThatSee(symbol) ?? TreesThatMention(name))
        {
            SyntaxNode? root = null;
            foreach (var place in NameIndex.Of(tree, cancellation).PlacesOf(name))
            {
                root ??= tree.GetRoot(cancellation);
                if (root.FindToken(place).Parent is { } mention)
                {
                    yield return mention;
                }
            }
        }
    }

    // What is private is mentioned only where its type is declared; null where any file may.
    private static IEnumerable<SyntaxTree>? TreesThatSee(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility == Accessibility.Private && current.ContainingType is { } type)
            {
                return type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct();
            }
        }

        return null;
    }

    // Methods and files are many, so that to ask each file for each method would cost more than all else here.
    private IEnumerable<SyntaxTree> TreesThatMention(string name) =>
        LazyInitializer.EnsureInitialized(ref _mentioning, ref _isMentioningKnown, ref _mentioningLock, FindMentioning)!.TryGetValue(name, out var trees)
            ? trees
            : Enumerable.Empty<SyntaxTree>();

    private Dictionary<string, List<SyntaxTree>> FindMentioning()
    {
        var mentioning = new Dictionary<string, List<SyntaxTree>>(System.StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var name in NameIndex.Of(tree, cancellation).Names)
            {
                if (!mentioning.TryGetValue(name, out var trees))
                {
                    mentioning.Add(name, trees = []);
                }

                trees.Add(tree);
            }
        }

        return mentioning;
    }

    /// <summary>Whether the mention's form fits: a call with as many arguments as the method takes, or no call at all.</summary>
    private static bool MayCall(SyntaxNode mention, IMethodSymbol method)
    {
        var node = mention;
        while (node.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax && node.Parent is { } access
            && (access as MemberAccessExpressionSyntax)?.Name != null && ((access as MemberAccessExpressionSyntax)?.Name == node || access is MemberBindingExpressionSyntax))
        {
            node = access;
        }

        if (node.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: var count } call || call.Expression != node)
        {
            return true;
        }

        return count <= method.Parameters.Length || method.Parameters.Any(static parameter => parameter.IsParams);
    }
}
