using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Finds the types that look like groups by their text alone. The compiler's own search for attributes has each of them bound on one
/// thread, and again after every edit; here nothing is bound before the types are known, so that they can be parsed side by side.
/// </summary>
internal static class GroupFinder
{
    private const string Suffix = "Attribute";

    private static readonly HashSet<string> InstrumentNames = new(
        InstrumentKind.All.SelectMany(static kind => new[] { kind.AttributeName, kind.AttributeName.Substring(0, kind.AttributeName.Length - Suffix.Length) }),
        StringComparer.Ordinal);

    /// <summary>All groups, and perhaps types with attributes of the same name that are another's.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Find(Compilation compilation, CancellationToken cancellation)
    {
        var files = new List<GroupFile>();
        var names = InstrumentNames;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var file = GroupFile.Of(tree, cancellation);
            files.Add(file);
            names = WithAliases(names, file.GlobalAliases);
        }

        var types = new List<INamedTypeSymbol>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in files.SelectMany(static file => file.Candidates.Select(candidate => (Candidate: candidate, file.Aliases))))
        {
            cancellation.ThrowIfCancellationRequested();
            if (candidate.Candidate.Attributes.Any(WithAliases(names, candidate.Aliases).Contains)
                && seen.Add(candidate.Candidate.MetadataName)
                && TypeOf(candidate.Candidate, compilation) is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    // The compiler does not choose between two types of one name, which is an error that missing bodies would only hide.
    private static INamedTypeSymbol? TypeOf(GroupCandidate candidate, Compilation compilation) =>
        compilation.Assembly.GetTypeByMetadataName(candidate.MetadataName)
        ?? DocumentationCommentId.GetSymbolsForDeclarationId("T:" + candidate.MetadataName.Replace('+', '.'), compilation)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && GroupParser.InstrumentMembers(type).Any());

    // An alias may be of another one that stands further out, and so before it.
    private static HashSet<string> WithAliases(HashSet<string> names, IReadOnlyList<(string Name, string Target)> aliases)
    {
        var all = names;
        foreach (var (name, target) in aliases)
        {
            if (all.Contains(target))
            {
                all = ReferenceEquals(all, names) ? new(names, StringComparer.Ordinal) : all;
                all.Add(name);
                if (name.EndsWith(Suffix, StringComparison.Ordinal))
                {
                    all.Add(name.Substring(0, name.Length - Suffix.Length));
                }
            }
        }

        return all;
    }
}
