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
        foreach (var token in root.DescendantTokens())
        {
            if (NameOf(token) is { } name)
            {
                if (!_places.TryGetValue(name, out var places))
                {
                    _places.Add(name, places = []);
                }

                places.Add(token.SpanStart);
            }
        }
    }

    public static NameIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var index) ? index : Known.GetValue(tree, tree => new NameIndex(tree.GetRoot(cancellation)));

    /// <summary>The starts of the tokens that mention the name.</summary>
    public IEnumerable<int> PlacesOf(string name) => _places.TryGetValue(name, out var places) ? places : Enumerable.Empty<int>();

    private static string? NameOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken when token.Parent is SimpleNameSyntax => token.ValueText,
        SyntaxKind.NewKeyword when token.Parent is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => ImplicitCreation,
        SyntaxKind.ThisKeyword when token.Parent is ConstructorInitializerSyntax => ThisInitializer,
        SyntaxKind.BaseKeyword when token.Parent is ConstructorInitializerSyntax => BaseInitializer,
        _ => null,
    };
}
