using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Naming;

/// <summary>Summaries with labels and quantiles: MET113.</summary>
internal static class LabelledSummaries
{
    private const string Summary = "SummaryAttribute";
    private const string Quantiles = "Quantiles";

    public static void Check(INamedTypeSymbol type, NamingReport report, CancellationToken cancellation)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method is { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false }
                && method.FindAttribute(Summary) is { } summary
                && summary.Named(Quantiles) is { Kind: TypedConstantKind.Array, IsNull: false, Values.IsEmpty: false })
            {
                var name = summary.Positional<string>(0) ?? method.Name;
                report.Report(
                    summary.SpotOfNamed(Quantiles, cancellation),
                    NamingDescriptors.LabelledQuantiles,
                    ImmutableDictionary<string, string?>.Empty,
                    [name]);
            }
        }
    }
}
