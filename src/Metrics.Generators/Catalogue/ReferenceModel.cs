namespace TypedMetrics.Generators.Catalogue;

/// <summary>A referenced assembly with metrics that live in the default registry.</summary>
/// <param name="AssemblyName">Its name.</param>
/// <param name="RegistrationType">The generated type that registers them, in full but without <c>global::</c>.</param>
/// <param name="Alias">The alias under which alone it can be reached, or <c>global</c>.</param>
internal sealed record ReferenceModel(string AssemblyName, string RegistrationType, string Alias)
{
    /// <summary>The alias of every reference that is given none.</summary>
    public const string Global = "global";
}
