using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.CodeFixes;

/// <summary>Adds the namespaces that a fix's code needs, where a file does not see them yet.</summary>
internal static class UsingDirectives
{
    public static IEnumerable<NodeEdit> Add(SyntaxNode at, SemanticModel model, IEnumerable<string> namespaces)
    {
        var missing = namespaces.Where(name => !IsVisible(model, at.SpanStart, name)).ToList();
        return missing.Count > 0 && at.SyntaxTree.GetRoot() is CompilationUnitSyntax unit
            ? [new(unit, rewritten => missing.Aggregate((CompilationUnitSyntax)rewritten, Insert))]
            : [];
    }

    private static bool IsVisible(SemanticModel model, int position, string name)
    {
        foreach (var scope in model.GetImportScopes(position))
        {
            if (scope.Imports.Any(import => import.NamespaceOrType is INamespaceSymbol space && space.ToDisplayString() == name))
            {
                return true;
            }
        }

        for (var space = model.GetEnclosingSymbol(position)?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ToDisplayString() == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind the last directive that sorts before it.</summary>
    private static CompilationUnitSyntax Insert(CompilationUnitSyntax unit, string name)
    {
        var newLine = LineBreaks.Of(unit.SyntaxTree);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(newLine);
        var index = unit.Usings.LastIndexOf(other => other.Alias is null
            && other.StaticKeyword.IsKind(SyntaxKind.None)
            && string.CompareOrdinal(other.Name?.ToString(), name) < 0) + 1;
        if (index > 0)
        {
            return unit.WithUsings(unit.Usings.Insert(index, directive));
        }

        // What stands at the top of the file stays there.
        var first = unit.GetFirstToken();
        var rest = unit.Usings.Count > 0 ? unit.ReplaceToken(first, first.WithLeadingTrivia()) : unit.ReplaceToken(first, first.WithLeadingTrivia(newLine));
        return rest.WithUsings(rest.Usings.Insert(0, directive.WithLeadingTrivia(first.LeadingTrivia)));
    }
}
