using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>Finds names for new locals that nothing in reach has, nor any other new one.</summary>
internal sealed class FreeNames(SemanticModel model, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> _taken = [];

    /// <summary>The name, with a number where it is taken.</summary>
    public string Next(string wanted, SyntaxNode at)
    {
        var member = (SyntaxNode?)at.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax) ?? at.SyntaxTree.GetRoot(cancellation);
        if (!_taken.TryGetValue(member, out var taken))
        {
            _taken.Add(member, taken = [.. member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)]);
        }

        var name = wanted;
        for (var i = 2; taken.Contains(name) || IsSymbol(name, at); i++)
        {
            name = wanted + i;
        }

        taken.Add(name);
        return name;
    }

    /// <summary>The identifier with a small first letter, and with an at sign where it is a keyword.</summary>
    public static string Camel(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None ? "@" + camel : camel;
    }

    private bool IsSymbol(string name, SyntaxNode at) =>
        model.LookupSymbols(at.SpanStart, name: name.TrimStart('@')).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or IMethodSymbol);
}
