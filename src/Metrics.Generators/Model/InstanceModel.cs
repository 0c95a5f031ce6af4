namespace TypedMetrics.Generators.Model;

/// <summary>What an instance group needs beside its accessors.</summary>
/// <param name="TypeName">The identifier of the type.</param>
/// <param name="HasConstructor">Whether the user wrote one, which calls <c>RegisterMetrics</c>.</param>
/// <param name="PassesRegistryToBase">Whether the base type's constructor takes the registry too.</param>
/// <param name="Disposal">How it gives its metrics back.</param>
/// <param name="IsSealed">Whether nothing can derive from the type.</param>
internal sealed record InstanceModel(
    string TypeName, bool HasConstructor, bool PassesRegistryToBase, DisposalKind Disposal, bool IsSealed);
