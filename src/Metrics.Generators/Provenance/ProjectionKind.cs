namespace TypedMetrics.Generators.Provenance;

/// <summary>What kind of part a <see cref="Projection"/> takes of a value.</summary>
internal enum ProjectionKind
{
    /// <summary>An element of a tuple.</summary>
    Element,

    /// <summary>A property or field, a primary constructor's parameter, or an <c>out</c> parameter of <c>Deconstruct</c>.</summary>
    Member,

    /// <summary>The keys of a dictionary, a pair or a group.</summary>
    Key,

    /// <summary>The values of a dictionary or a pair.</summary>
    Value,

    /// <summary>What a delegate returns.</summary>
    Result,
}
