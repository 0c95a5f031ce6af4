using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Naming;

/// <summary>MET100-199: names that work, and mislead.</summary>
internal static class NamingDescriptors
{
    public static readonly DiagnosticDescriptor CounterWithoutTotal = new(
        "MET101",
        "A counter's name must end in _total",
        "Counter '{0}' must end in '_total', as it is exposed with it: {1}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET101"));

    public static readonly DiagnosticDescriptor TotalOfAnotherType = new(
        "MET102",
        "Only a counter's name ends in _total",
        "{0} '{1}' must not end in '_total', which says that it is a counter: {2}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET102"));

    public static readonly DiagnosticDescriptor NotBaseUnit = new(
        "MET103",
        "A metric is not measured in the base unit",
        "'{0}' is in {1}, and queries over several metrics need one unit: measure in {2}; {3}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET103"));

    public static readonly DiagnosticDescriptor ReservedSuffix = new(
        "MET104",
        "A metric's name ends in a suffix of another type",
        "{0} '{1}' must not end in '_{2}', which is kept for {3}: {4}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET104"));

    public static readonly DiagnosticDescriptor TypeInName = new(
        "MET105",
        "A metric's type stands in its name",
        "'{0}' has the type '{1}' in its name, which is exposed beside the name: {2}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET105"));

    public static readonly DiagnosticDescriptor CamelCase = new(
        "MET106",
        "A name is not in snake_case",
        "{0} '{1}' must be in snake_case, as all names in Prometheus are: {2}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET106"));

    public static readonly DiagnosticDescriptor AbbreviatedUnit = new(
        "MET107",
        "A metric's unit is abbreviated",
        "'{0}' abbreviates its unit, '{1}': write it out, and measure in {2}; {3}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET107"));

    public static readonly DiagnosticDescriptor LabelInName = new(
        "MET108",
        "A metric's name repeats a label's name",
        "'{0}' repeats its label '{1}', which says nothing once that label is aggregated away: {2}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET108"));

    public static readonly DiagnosticDescriptor TargetLabel = new(
        "MET109",
        "A label that every target carries",
        "Label '{0}' is one that Prometheus puts on every series of a target, and this one would become 'exported_{0}': {1}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET109"));

    public static readonly DiagnosticDescriptor EmptyHelp = new(
        "MET110",
        "A metric's help says nothing",
        "'{0}' has {1}: say what is counted or measured, and when",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET110"));

    public static readonly DiagnosticDescriptor LatencyBuckets = new(
        "MET111",
        "Buckets made for seconds hold something else",
        "Histogram '{0}' has the default buckets, 0.005 to 10, which are made for latencies in seconds, and {1}: state Buckets, [ExponentialBuckets] or [LinearBuckets]",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET111"));

    public static readonly DiagnosticDescriptor Colon = new(
        "MET112",
        "A colon in a metric's name",
        "{0} '{1}' has a ':', which is kept for the names of recording rules: {2}",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET112"));

    public static readonly DiagnosticDescriptor LabelledQuantiles = new(
        "MET113",
        "Quantiles of a labelled summary cannot be aggregated",
        "Summary '{0}' has quantiles for each combination of its labels, which cannot be joined into those of all: use a histogram, or leave out the quantiles or the labels",
        DiagnosticCategories.Naming,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET113"));
}
