namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What frameworks hand out without bound, by metadata name. One partial file a framework; a row names a type, the kind
/// of origin, and the members it holds for.
/// </summary>
internal static partial class KnownSources
{
    /// <summary>Members whose value, or whose contents, have no bound.</summary>
    public static MemberTable<OriginKind> Members { get; } = new(
    [
        .. BclMembers, .. NetworkMembers, .. AspNetCoreMembers, .. EntityFrameworkMembers, .. GrpcMembers, .. MessagingMembers, .. CloudMembers,
    ]);

    /// <summary>Types whose values have no bound once turned into text, wherever they come from.</summary>
    public static TypeTable Types { get; } = new([.. BclTypes, .. NetworkTypes, .. AspNetCoreTypes, .. EntityFrameworkTypes]);

    /// <summary>Types whose contents have no bound: reading an element or a member of one is a source.</summary>
    public static TypeTable Containers { get; } = new([.. AspNetCoreContainers, .. NetworkContainers, .. GrpcContainers]);

    /// <summary>Attributes by which a framework fills a property, or says that it identifies a row.</summary>
    public static TypeTable MemberAttributes { get; } = new([.. AspNetCoreParameterAttributes, .. AspNetCoreMemberAttributes, .. EntityFrameworkMemberAttributes]);

    /// <summary>Attributes by which a framework fills a parameter from outside.</summary>
    public static TypeTable ParameterAttributes { get; } = new(AspNetCoreParameterAttributes);
}
