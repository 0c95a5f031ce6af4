using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>MET200-219: labels that make too many series.</summary>
internal static class CardinalityDescriptors
{
    public static readonly DiagnosticDescriptor OpenLabel = new(
        "MET201",
        "An open label has no maximum",
        "Label '{0}' takes any text, and each new one is a series that is kept for good: bound it with [MaxValues(…)], or list its values with [OneOf(…)]",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET201"));

    public static readonly DiagnosticDescriptor UnboundedType = new(
        "MET202",
        "A type without bound is a label",
        "Label '{0}' is of type '{1}', and each new value is a series that is kept for good: {2}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET202"));

    public static readonly DiagnosticDescriptor IdentityName = new(
        "MET203",
        "An open label is named like an identity",
        "Label '{0}' is named like an identity ('{1}'), which each user, session or request has its own of: leave it out, a log entry or a trace can carry it",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET203"));

    public static readonly DiagnosticDescriptor OverBudget = new(
        "MET204",
        "A metric's worst case is over its budget",
        "'{0}' can reach {1} series: {2} (budget {3}){4}: take a label away, lower a bound, or state the number with SeriesBudget",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET204"));

    public static readonly DiagnosticDescriptor AssemblyOverBudget = new(
        "MET205",
        "An assembly's worst case is over its budget",
        "Assembly '{0}' can reach {1} series: {2} (budget {3}){4}: take labels away, lower bounds or MaxSeries, or state the number with metrics_assembly_series_budget",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET205"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DominantLabel = new(
        "MET206",
        "One label makes up nearly all of a metric's series",
        "Label '{0}' makes up nearly all of the {1} series of '{2}': it takes {3} values, and all other labels together {4}; bound it lower, or leave it out",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET206"));

    public static readonly DiagnosticDescriptor UnboundedOrigin = new(
        "MET210",
        "A label gets a value without bound",
        "{0} gets a value without bound: {1}{2} ({3}); {4}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET210"));

    public static readonly DiagnosticDescriptor ComposedText = new(
        "MET211",
        "A label gets a text made of parts without bound",
        "{0} gets a text that is made of a value without bound: {1}{2} ({3}); {4}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET211"));

    public static readonly DiagnosticDescriptor TellingName = new(
        "MET212",
        "A label gets a value that is named like an identity",
        "{0} gets a value that is named like an identity: {1}{2} ({3}); {4}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET212"));

    public static readonly DiagnosticDescriptor ChosenByRequest = new(
        "MET213",
        "A label gets a value that the sender of a request chooses",
        "{0} gets a value that whoever sends the request chooses, and with it how much memory is used: {1}{2} ({3}); {4}",
        DiagnosticCategories.Cardinality,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET213"));
}
