namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What frameworks hand out without bound, by metadata name. One partial file a framework; a row names a type, the kind
/// of origin, and the members it holds for.
/// </summary>
internal static partial class KnownSources
{
    /// <summary>Members whose value, or whose contents, have no bound.</summary>
    public static MemberTable<OriginKind> Members { get; } = new([.. BclMembers, .. AspNetCoreMembers]);

    /// <summary>Types whose values have no bound once turned into text, wherever they come from.</summary>
    public static TypeTable Types { get; } = new([.. BclTypes, .. AspNetCoreTypes]);

    /// <summary>Types whose contents have no bound: reading an element or a member of one is a source.</summary>
    public static TypeTable Containers { get; } = new(AspNetCoreContainers);

    /// <summary>Attributes by which a framework fills a parameter from outside.</summary>
    public static TypeTable ParameterAttributes { get; } = new(AspNetCoreParameterAttributes);
}
