using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>The runtime's types as generated code names them, and the attributes on everything generated.</summary>
internal static class RuntimeNames
{
    public const string GeneratedNamespace = "TypedMetrics.Generated";
    public const string Registry = "global::TypedMetrics.CollectorRegistry";
    public const string CatalogueAttribute = "global::TypedMetrics.MetricCatalogue";
    public const string Registration = "global::TypedMetrics.CompilerServices.MetricGroupRegistration";
    public const string Reading = "global::TypedMetrics.CompilerServices.CallbackReading";
    public const string MetricDeclaration = "global::TypedMetrics.CompilerServices.MetricDeclaration";
    public const string LabelDeclaration = "global::TypedMetrics.CompilerServices.LabelDeclaration";
    public const string OpenLabel = "global::TypedMetrics.CompilerServices.IOpenLabel";
    public const string OpenLabelValues = "global::TypedMetrics.CompilerServices.OpenLabelValues";
    public const string Generation = "global::TypedMetrics.CompilerServices.MetricFamily.Generation";
    public const string IndexOf = "global::TypedMetrics.CompilerServices.MetricFamily.IndexOf";
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>The attribute that names the generator and its version.</summary>
    public static string GeneratedCode { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode({Literal.Text(GeneratedMembers.Tool)}, {Literal.Text(Version)})]";

    private static string Version => typeof(RuntimeNames).Assembly.GetName().Version.ToString(3);

    /// <summary>The type that holds the cells of a metric of the type.</summary>
    public static string Family(MetricType type) => $"global::TypedMetrics.CompilerServices.{type}Family";
}
