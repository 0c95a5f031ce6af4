using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>The names in the runtime's metadata that the generator looks for; it knows the runtime by nothing else.</summary>
internal static class KnownNames
{
    public const string Namespace = "TypedMetrics";

    public const string MetricGroup = "MetricGroupAttribute";
    public const string LabelSet = "LabelSetAttribute";
    public const string Label = "LabelAttribute";
    public const string LabelValue = "LabelValueAttribute";
    public const string OneOf = "OneOfAttribute";
    public const string InRange = "InRangeAttribute";
    public const string MaxValues = "MaxValuesAttribute";
    public const string OpenLabel = "OpenLabelAttribute";
    public const string ExpireAfter = "ExpireAfterAttribute";
    public const string ExponentialBuckets = "ExponentialBucketsAttribute";
    public const string LinearBuckets = "LinearBucketsAttribute";
    public const string MetricCatalogue = "MetricCatalogueAttribute";
    public const string CollectorRegistry = "CollectorRegistry";

    /// <summary>Whether the type is the runtime's of that name.</summary>
    public static bool IsRuntimeType(this ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingType: null } named && named.Name == name && IsInRuntimeNamespace(named);

    public static bool IsInRuntimeNamespace(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
