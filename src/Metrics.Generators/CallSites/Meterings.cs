using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// The instrument types that Microsoft's metering generator makes, found by the attributes on the methods that create them;
/// one table for a compilation. Safe for concurrent use.
/// </summary>
internal sealed class Meterings
{
    /// <summary>The type whose presence makes this table worth asking.</summary>
    public const string MarkerType = AttributeNamespace + ".CounterAttribute";

    private const string AttributeNamespace = "Microsoft.Extensions.Diagnostics.Metrics";

    private readonly ConcurrentDictionary<IAssemblySymbol, Dictionary<INamedTypeSymbol, Metering>> _assemblies = new(SymbolEqualityComparer.Default);

    /// <summary>What the type's <c>Add</c> or <c>Record</c> records, or <see langword="null"/>.</summary>
    public Metering? Of(INamedTypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class, ContainingAssembly: { } assembly, IsGenericType: false }
        && _assemblies.GetOrAdd(assembly, Find).TryGetValue(type, out var metering)
            ? metering
            : null;

    private static Dictionary<INamedTypeSymbol, Metering> Find(IAssemblySymbol assembly)
    {
        var found = new Dictionary<INamedTypeSymbol, Metering>(SymbolEqualityComparer.Default);
        if (IsConcerned(assembly))
        {
            foreach (var method in TypesIn(assembly.GlobalNamespace).SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>())
            {
                if (method is { MethodKind: MethodKind.Ordinary, IsStatic: true, ReturnType: INamedTypeSymbol returned }
                    && method.GetAttributes().FirstOrDefault(static one => IsInstrument(one.AttributeClass)) is { } attribute)
                {
                    found[returned] = Read(returned, attribute);
                }
            }
        }

        return found;
    }

    /// <summary>Whether the assembly is this project's, or refers to the attributes.</summary>
    private static bool IsConcerned(IAssemblySymbol assembly) =>
        assembly is ISourceAssemblySymbol
        || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static one => one.Name == "Microsoft.Extensions.Telemetry.Abstractions"));

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member =>
            member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private static bool IsInstrument(INamedTypeSymbol? attribute) =>
        attribute is { Name: "CounterAttribute" or "HistogramAttribute" or "GaugeAttribute" }
        && attribute.ContainingNamespace.ToDisplayString() == AttributeNamespace;

    private static Metering Read(INamedTypeSymbol instrument, AttributeData attribute)
    {
        var name = attribute.NamedArguments.FirstOrDefault(static one => one.Key == "Name").Value.Value as string ?? instrument.Name;
        var argument = attribute.ConstructorArguments.FirstOrDefault();
        return argument.Kind switch
        {
            TypedConstantKind.Type => new(name, [], argument.Value as INamedTypeSymbol),
            TypedConstantKind.Array when !argument.IsNull => new(
                name,
                [.. argument.Values.Select(static value => value.Value as string ?? "")],
                null),
            _ => new(name, [], null),
        };
    }
}
