using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Use;

/// <summary>MET214, MET215 and MET300-399: labels and instruments that are used in a way that cannot be meant.</summary>
internal static class UseDescriptors
{
    public static readonly DiagnosticDescriptor UnlistedText = new(
        "MET214",
        "A constant is not among a label's values",
        "Label '{0}' of '{1}' never takes '{2}', which lands in 'other': {3}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET214"));

    public static readonly DiagnosticDescriptor UndefinedValue = new(
        "MET215",
        "A constant is outside a label's range or enum",
        "Label '{0}' of '{1}' never takes {2}, which lands in 'other': {3}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET215"));

    public static readonly DiagnosticDescriptor UnusedTimer = new(
        "MET301",
        "A timer is started and never disposed",
        "'{0}' starts what nothing ends, so {1}: {2}",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET301"));

    public static readonly DiagnosticDescriptor UnusedInstrument = new(
        "MET302",
        "An instrument is taken and not used",
        "'{0}' only names a {1}, and nothing is recorded: {2}",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET302"));

    public static readonly DiagnosticDescriptor NegativeIncrement = new(
        "MET303",
        "A counter is increased by a negative constant",
        "A counter never goes down, so '{0}' is ignored: use a gauge for what goes up and down",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET303"));

    public static readonly DiagnosticDescriptor OtherUnit = new(
        "MET304",
        "A value is in another unit than its metric",
        "'{0}' is in {1}, and this value is in {2}: {3}",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET304"));

    public static readonly DiagnosticDescriptor RepeatedAccess = new(
        "MET305",
        "A loop looks up the same series each time",
        "'{0}' names the same series in each turn of the loop: take the instrument once, before the loop",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET305"));

    public static readonly DiagnosticDescriptor KeptInstrument = new(
        "MET306",
        "An instrument of an expiring metric is kept",
        "'{0}' keeps an instrument of '{1}', whose label values expire: once its value is freed it counts in 'other'; take it where it is used",
        DiagnosticCategories.Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET306"));
}
