using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Where a file mentions which name. It goes with the syntax tree, so that a keystroke in an editor indexes one file
/// anew, and keeps nothing but names and places.
/// </summary>
internal sealed class NameIndex
{
    /// <summary>The name under which <c>new(…)</c> with arguments is found.</summary>
    public const string ImplicitCreation = "new";

    /// <summary>The name under which a constructor's <c>: this(…)</c> is found.</summary>
    public const string ThisInitializer = "this";

    /// <summary>The name under which a constructor's <c>: base(…)</c> is found.</summary>
    public const string BaseInitializer = "base";

    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> Known = new();

    private readonly Dictionary<string, List<int>> _places = new(System.StringComparer.Ordinal);

    private NameIndex(SyntaxNode root)
    {
        // Nodes, which are half as many as tokens.
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax name:
                    Add(name.Identifier.ValueText, name.Identifier);
                    break;
                case ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation:
                    Add(ImplicitCreation, creation.NewKeyword);
                    break;
                case ConstructorInitializerSyntax initializer:
                    Add(initializer.IsKind(SyntaxKind.ThisConstructorInitializer) ? ThisInitializer : BaseInitializer, initializer.ThisOrBaseKeyword);
                    break;
            }
        }
    }

    /// <summary>The names that the file mentions.</summary>
    public IEnumerable<string> Names => _places.Keys;

    public static NameIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var index) ? index : Known.GetValue(tree, tree => new NameIndex(tree.GetRoot(cancellation)));

    /// <summary>The starts of the tokens that mention the name.</summary>
    public IEnumerable<int> PlacesOf(string name) => _places.TryGetValue(name, out var places) ? places : Enumerable.Empty<int>();

    private void Add(string name, SyntaxToken token)
    {
        if (!_places.TryGetValue(name, out var places))
        {
            _places.Add(name, places = []);
        }

        places.Add(token.SpanStart);
    }
}
