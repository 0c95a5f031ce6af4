using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Naming;

/// <summary>The characters of a name: MET106 and MET112.</summary>
internal static class NameSpelling
{
    public static void Check(MetricName name, NamingReport report)
    {
        var own = name.Own(name.Full);
        if (NameWords.HasCapital(own))
        {
            report.Name(name, NamingDescriptors.CamelCase, name.Snake(), "Metric name", name.Full);
        }

        if (own.IndexOf(':') >= 0)
        {
            report.Name(name, NamingDescriptors.Colon, name.WithoutColons(), "Metric name", name.Full);
        }
    }

    public static void CheckPrefix(NameText prefix, Location? spot, NamingReport report)
    {
        if (NameWords.HasCapital(prefix.Full))
        {
            Report(NamingDescriptors.CamelCase, prefix.Snake());
        }

        if (prefix.Full.IndexOf(':') >= 0)
        {
            Report(NamingDescriptors.Colon, prefix.WithoutColons());
        }

        void Report(DiagnosticDescriptor rule, string? better) =>
            report.Text(spot, rule, better, better, ImmutableDictionary<string, string?>.Empty, "Prefix", prefix.Full);
    }
}
