using System.ComponentModel;

namespace TypedMetrics;

/// <summary>
/// Written by the generator: what is known of every metric that an assembly declares, readable without loading it.
/// </summary>
/// <param name="version">The version of the JSON text's schema.</param>
/// <param name="json">The catalogue.</param>
/// <param name="registration">
/// The generated type whose static parameterless method <c>Register</c> hands the assembly's groups to
/// <see cref="CollectorRegistry.Default"/>.
/// </param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MetricCatalogueAttribute(int version, string json, Type? registration) : Attribute
{
    /// <summary>The version of the schema.</summary>
    public int Version { get; } = version;

    /// <summary>The catalogue as JSON.</summary>
    public string Json { get; } = json;

    /// <summary>The generated registration type; <see langword="null"/> where the assembly has no static group.</summary>
    public Type? Registration { get; } = registration;
}
