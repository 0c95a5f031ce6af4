using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Reads the catalogues of referenced assemblies from their metadata; a text that cannot be read counts as none.</summary>
internal static class CatalogueReader
{
    /// <summary>The version of the schema that this generator writes, and reads.</summary>
    public const int Version = 1;

    // The compiler keeps the symbols of an unchanged reference from one compilation to the next.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<ImmutableArray<ReferencedMetric>>> Read = new();

    /// <summary>The referenced assemblies that know the runtime, and so may have metrics.</summary>
    public static IEnumerable<IAssemblySymbol> AssembliesOf(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Where(static assembly =>
            assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == KnownNames.Namespace)));

    /// <summary>The attribute that carries the catalogue.</summary>
    public static AttributeData? Attribute(IAssemblySymbol assembly) => assembly.FindAttribute(KnownNames.MetricCatalogue);

    /// <summary>The metrics that the assembly declares.</summary>
    public static ImmutableArray<ReferencedMetric> Metrics(IAssemblySymbol assembly) =>
        Read.GetValue(assembly, static key => new(Attribute(key) is { } attribute ? Parse(attribute, key.Name) : ImmutableArray<ReferencedMetric>.Empty)).Value;

    private static ImmutableArray<ReferencedMetric> Parse(AttributeData attribute, string assembly)
    {
        if (attribute.PositionalValue<int>(0) != Version
            || attribute.Positional<string>(1) is not { } json
            || JsonReader.Read(json) is not JsonObject root
            || root.Member("metrics") is not JsonList metrics)
        {
            return ImmutableArray<ReferencedMetric>.Empty;
        }

        return metrics.Items.OfType<JsonObject>().Select(metric => ReferencedMetric.Of(metric, assembly)).OfType<ReferencedMetric>().ToImmutableArray();
    }
}
