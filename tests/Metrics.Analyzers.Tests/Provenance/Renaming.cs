using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>
/// Gives every identifier that the sources declare a random name: the same text everywhere the same name, so that
/// overrides, named arguments and members of anonymous types still agree. What the language or a framework finds by name stays.
/// </summary>
internal sealed class Renaming
{
    private static readonly HashSet<string> FoundByName =
        [
            "Main", "Deconstruct", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "GetAwaiter", "GetResult",
            "IsCompleted", "OnCompleted", "Add", "Dispose", "DisposeAsync", "Invoke", "InvokeAsync", "Select", "SelectMany", "Where", "Slice",
            "Length", "Count", "TryParse", "BindAsync", "PrintMembers", "ToString", "Equals", "GetHashCode", "OnGet", "OnPost",
        ];

    private readonly CSharpCompilation _compilation;
    private readonly Random _random;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<SyntaxTree, List<(SyntaxToken Token, ISymbol Symbol)>> _tokens = [];
    private readonly HashSet<string> _foreign = [];

    private Renaming(CSharpCompilation compilation, Random random)
    {
        _compilation = compilation;
        _random = random;
    }

    /// <summary>The sources of a compilation under new names, and how many identifiers were renamed.</summary>
    public static (IReadOnlyList<(string Path, string Text)> Sources, int Renamed) Apply(CSharpCompilation compilation, Random random)
    {
        var renaming = new Renaming(compilation, random);
        foreach (var tree in compilation.SyntaxTrees)
        {
            renaming.Read(tree);
        }

        return ([.. compilation.SyntaxTrees.Select(tree => (tree.FilePath, renaming.Write(tree)))], renaming._names.Count);
    }

    private void Read(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var tokens = _tokens[tree] = [];
        foreach (var token in tree.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            if (SymbolOf(model, token) is not { } symbol)
            {
                continue;
            }

            if (IsForeign(symbol))
            {
                _foreign.Add(token.ValueText);
            }
            else
            {
                tokens.Add((token, symbol));
            }
        }
    }

    private string Write(SyntaxTree tree)
    {
        var source = tree.ToString();
        var text = new StringBuilder();
        var at = 0;
        foreach (var (token, symbol) in _tokens[tree])
        {
            if (NameFor(token.ValueText, symbol) is { } name)
            {
                text.Append(source, at, token.SpanStart - at).Append(name);
                at = token.Span.End;
            }
        }

        return text.Append(source, at, source.Length - at).ToString();
    }

    private string? NameFor(string old, ISymbol symbol)
    {
        // A tuple's or an anonymous type's member can have its name from a framework's.
        if (FoundByName.Contains(old) || (IsInferable(symbol) && _foreign.Contains(old)))
        {
            return null;
        }

        if (!_names.TryGetValue(old, out var name))
        {
            name = "Zq" + string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + _random.Next(26)))) + _names.Count;
            _names.Add(old, name);
        }

        return name;
    }

    private static bool IsInferable(ISymbol symbol) =>
        symbol.ContainingType is { } type && (type.IsTupleType || type.IsAnonymousType);

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxToken token)
    {
        var node = token.Parent!;
        if (token.ValueText is "_" or "var" or "value" or "field" or "dynamic" or "nameof" or "notnull" or "unmanaged" or "global")
        {
            return null;
        }

        var symbol = node is SimpleNameSyntax name
            ? model.GetSymbolInfo(name).Symbol ?? model.GetSymbolInfo(name).CandidateSymbols.FirstOrDefault()
            : model.GetDeclaredSymbol(node);
        symbol = symbol switch
        {
            null when node.Parent is NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax member } => model.GetDeclaredSymbol(member),
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } method => method.ContainingType,
            IMethodSymbol { ReducedFrom: { } extension } => extension,
            INamespaceSymbol => null,
            _ => symbol,
        };

        // An explicit implementation is called by the whole name of what it implements.
        var declared = symbol?.Name.Split('.')[^1];
        return declared is not null && (declared == token.ValueText || declared == token.ValueText + "Attribute") ? symbol : null;
    }

    private static bool IsForeign(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        return symbol.Locations.All(static location => !location.IsInSource)
            || symbol is INamedTypeSymbol { Name: var name } && name.EndsWith("Attribute", StringComparison.Ordinal)
            || BaseOf(symbol) is { } overridden && IsForeign(overridden)
            || symbol.ContainingType is { TypeKind: not TypeKind.Interface } type
                && type.AllInterfaces.SelectMany(static contract => contract.GetMembers())
                    .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol) && IsForeign(member));
    }

    private static ISymbol? BaseOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };
}
