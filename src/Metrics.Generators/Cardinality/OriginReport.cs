using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Tells of a value without bound: where it comes from, through what, and what will happen to it.</summary>
internal static class OriginReport
{
    /// <summary>In the diagnostic's properties: the name of the <see cref="OriginKind"/>, which code fixes go by.</summary>
    public const string KindProperty = "Origin";

    /// <summary>
    /// One report for each member that origins lie in: two bad callers of one wrapper are two mistakes. A mere name is a
    /// hint, of which one is enough, and none where an origin is known.
    /// </summary>
    public static IEnumerable<Diagnostic> Of(LabelUse use, Judgement judgement)
    {
        if (judgement.IsUnbounded)
        {
            return InOrder(judgement.Origins).GroupBy(MemberOf).Select(group => Of(use, group.First(), []));
        }

        // The name nearest to the label says most; the others are places to look at, too.
        var names = InOrder(judgement.Names).OrderBy(static name => name.Path.Length).ToList();
        return names.Count == 0 ? [] : [Of(use, names[0], names.Skip(1))];
    }

    private static IOrderedEnumerable<Origin> InOrder(IEnumerable<Origin> origins) => origins
        .OrderBy(static origin => origin.Location.SourceTree?.FilePath, System.StringComparer.Ordinal)
        .ThenBy(static origin => origin.Location.SourceSpan.Start);

    private static Diagnostic Of(LabelUse use, Origin origin, IEnumerable<Origin> others) => Diagnostic.Create(
        DescriptorOf(origin),
        use.Location,
        Path(origin).Concat(others.Select(static other => other.Location).Where(static location => location.IsInSource)),
        ImmutableDictionary<string, string?>.Empty.Add(KindProperty, origin.Kind.ToString()),
        use.Label.Subject,
        origin.Source,
        Through(origin),
        use.Label.Outcome,
        origin.Kind.Advice());

    private static DiagnosticDescriptor DescriptorOf(Origin origin) =>
        origin.Kind == OriginKind.Name ? CardinalityDescriptors.TellingName
        : origin.Kind.IsChosenByRequest() ? CardinalityDescriptors.ChosenByRequest
        : origin.IsComposed ? CardinalityDescriptors.ComposedText
        : CardinalityDescriptors.UnboundedOrigin;

    /// <summary>The method, accessor or initializer that an origin lies in.</summary>
    private static (SyntaxTree?, int) MemberOf(Origin origin)
    {
        if (origin.Location.SourceTree is not { } tree)
        {
            return (null, 0);
        }

        var node = tree.GetRoot().FindNode(origin.Location.SourceSpan);
        var member = node.AncestorsAndSelf().FirstOrDefault(static node => node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax);
        return (tree, member?.SpanStart ?? 0);
    }

    private static IEnumerable<Location> Path(Origin origin) =>
        origin.Path.Select(static step => step.Location).Prepend(origin.Location).Where(static location => location.IsInSource);

    private static string Through(Origin origin)
    {
        var names = new List<string>();
        foreach (var step in origin.Path)
        {
            if (names.Count == 0 || names[names.Count - 1] != step.Name)
            {
                names.Add(step.Name);
            }
        }

        return names.Count == 0 ? "" : ", through " + string.Join(", ", names.Select(static name => $"'{name}'"));
    }
}
