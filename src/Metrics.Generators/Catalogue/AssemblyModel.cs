using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>All that the generator takes from the compilation as a whole.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="HasRuntime">Whether the runtime is referenced.</param>
/// <param name="References">What an executable has to register of the assemblies that it references; none for a library.</param>
internal sealed record AssemblyModel(string Name, bool HasRuntime, EquatableArray<ReferenceModel> References);
