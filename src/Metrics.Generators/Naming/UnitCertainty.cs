namespace TypedMetrics.Generators.Naming;

/// <summary>What it takes to be sure that a word of a name is a unit.</summary>
internal enum UnitCertainty
{
    /// <summary>The word is nothing else: <c>milliseconds</c>.</summary>
    Always,

    /// <summary>It stands where a unit stands, at the end of the name: <c>minutes</c>, which a meeting has, too.</summary>
    AtEnd,

    /// <summary>It stands there, and after a duration or in a histogram or summary: <c>us</c>, which is also a country.</summary>
    AfterDuration,

    /// <summary>It stands there, and after an amount of data or in a histogram or summary: <c>b</c>.</summary>
    AfterSize,
}
