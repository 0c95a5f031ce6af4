using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Declarations;

/// <summary>MET001-099: declarations that cannot work.</summary>
internal static class DeclarationDescriptors
{
    /// <summary>In the properties of <see cref="WrongShape"/>: the type that the member must return.</summary>
    public const string ReturnTypeProperty = "ReturnType";

    public static readonly DiagnosticDescriptor NotPartialType = new(
        "MET001",
        "A type with metrics must be partial",
        "{0} '{1}' must be partial, so that {2} can be generated: add 'partial'",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET001"));

    public static readonly DiagnosticDescriptor WrongShape = new(
        "MET002",
        "A metric must be a partial property or method that returns its instrument",
        "'{0}' cannot be {1}: {2}; write '{3}'",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET002"));

    public static readonly DiagnosticDescriptor NotPartialMember = new(
        "MET003",
        "A metric must be partial",
        "{0} '{1}' must be partial, so that its body can be generated: add 'partial'",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET003"));

    public static readonly DiagnosticDescriptor InvalidMetricName = new(
        "MET004",
        "A metric's name, prefix or unit is invalid",
        "{0} '{1}' {2}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET004"));

    public static readonly DiagnosticDescriptor InvalidLabelName = new(
        "MET005",
        "A label's name is invalid or reserved",
        "Label '{0}' {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET005"));

    public static readonly DiagnosticDescriptor NameClash = new(
        "MET006",
        "Two metrics expose the same name",
        "{0} '{1}' of {6} clashes with the {2} '{3}' of {4}: both expose '{5}'; rename one of them",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET006"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnsupportedLabelType = new(
        "MET007",
        "A type cannot be a label",
        "Label '{0}' cannot be of type '{1}': {2}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET007"));

    public static readonly DiagnosticDescriptor InvalidBuckets = new(
        "MET008",
        "A histogram's buckets are invalid",
        "The buckets of '{0}' make no histogram: {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET008"));

    public static readonly DiagnosticDescriptor InvalidSummary = new(
        "MET009",
        "A summary's quantiles or window are invalid",
        "Summary '{0}' cannot have these: {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET009"));

    public static readonly DiagnosticDescriptor RepeatedLabel = new(
        "MET010",
        "A metric has a label twice",
        "Label '{0}' occurs twice in '{1}': {2} has that name already; rename one of them with [Label(\"…\")]",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET010"));

    public static readonly DiagnosticDescriptor UnfitBound = new(
        "MET011",
        "A bound does not fit",
        "'{0}' does not fit '{1}': {2}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET011"));

    public static readonly DiagnosticDescriptor UnusableGroup = new(
        "MET012",
        "A metric stands where it cannot live",
        "'{0}' cannot hold its metric here: {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET012"));

    public static readonly DiagnosticDescriptor WrongCallback = new(
        "MET013",
        "A member cannot be read at a scrape",
        "'{0}' cannot be read at a scrape: {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET013"));

    public static readonly DiagnosticDescriptor InvalidLabelSet = new(
        "MET014",
        "A label set or an open label has the wrong shape",
        "{0} '{1}' cannot be used: {2}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET014"));

    public static readonly DiagnosticDescriptor InvalidEnum = new(
        "MET015",
        "An enum's members do not make label values",
        "Enum '{0}' cannot be the label '{1}': {2}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET015"));

    public static readonly DiagnosticDescriptor TooManySeries = new(
        "MET016",
        "A metric has more series than an index holds",
        "{0} '{1}' has {2} series, and an index holds {3}: take a label away or lower a bound",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET016"));

    public static readonly DiagnosticDescriptor UnregisteredConstructor = new(
        "MET017",
        "A constructor of a group does not register its metrics",
        "A constructor of '{0}' does not register the group's metrics, which would count nothing: {1}",
        DiagnosticCategories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET017"));
}
