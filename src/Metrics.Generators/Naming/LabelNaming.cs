using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>The names of labels: MET106 and MET109.</summary>
internal static class LabelNaming
{
    /// <summary>Checks a label of a metric or of a label set.</summary>
    /// <param name="label">The label.</param>
    /// <param name="at">The parameter or member to report where no attribute states the name.</param>
    /// <param name="report">Where problems go.</param>
    /// <param name="cancellation">Cancels the reading of the source.</param>
    public static void Check(ParsedLabel label, ISymbol at, NamingReport report, CancellationToken cancellation)
    {
        if (!LabelNames.IsValid(label.Name) || LabelNames.IsReserved(label.Name))
        {
            return;
        }

        var isHere = SymbolEqualityComparer.Default.Equals(label.Symbol, at);
        var spot = isHere && label.NameAttribute is { } attribute && attribute.Positional<string>(0) is not null
            ? attribute.SpotOfPositional(0, cancellation)
            : Spots.OfName(at);
        Check(label.Name, spot, isHere ? "" : null, report);
    }

    /// <summary>Checks the labels that all series of a group carry.</summary>
    public static void CheckConstants(AttributeData group, NamingReport report, CancellationToken cancellation)
    {
        if (group.Named("ConstantLabels") is not { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            return;
        }

        for (var i = 0; i < list.Values.Length; i++)
        {
            if (list.Values[i].Value is string text && text.IndexOf('=') is var equals and > 0 && LabelNames.IsValid(text.Substring(0, equals)))
            {
                Check(text.Substring(0, equals), Spots.OfElement(group, "ConstantLabels", i, cancellation), text.Substring(equals), report);
            }
        }
    }

    // The rest is what stands behind the name in its literal; null where the name cannot be changed from here.
    private static void Check(string name, Location? spot, string? rest, NamingReport report)
    {
        if (NameWords.HasCapital(name))
        {
            Report(NamingDescriptors.CamelCase, NameWords.Snake(name), "Label", name);
        }
        else if (name is "job" or "instance")
        {
            Report(NamingDescriptors.TargetLabel, name + "_name", name);
        }

        void Report(DiagnosticDescriptor rule, string better, params string[] arguments) =>
            report.Text(spot, rule, better, rest is null ? null : better + rest, ImmutableDictionary<string, string?>.Empty, arguments);
    }
}
