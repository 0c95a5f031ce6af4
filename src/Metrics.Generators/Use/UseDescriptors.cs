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
}
