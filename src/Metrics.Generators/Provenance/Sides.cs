using System;

namespace TypedMetrics.Generators.Provenance;

/// <summary>The ends between which conditions hold a whole number.</summary>
[Flags]
internal enum Sides
{
    None = 0,

    /// <summary>It is not below some number.</summary>
    Lower = 1,

    /// <summary>It is not above some number.</summary>
    Upper = 2,

    Both = Lower | Upper,

    /// <summary>One of the numbers is no constant, and nothing is known of it.</summary>
    Vague = 4,
}
