namespace TypedMetrics;

/// <summary>
/// Makes a partial struct an open label: <c>[OpenLabel(200)] public readonly partial struct Tenant;</c>. The build writes
/// <c>Tenant.Of(text)</c>, which looks a text up once; every metric then takes the value like that of an enum.
/// </summary>
/// <remarks>
/// The values belong to the type and the process: the first <paramref name="maximum"/> different texts are values of their
/// own, in every registry the same, and what comes later is counted in <c>other</c>.
/// </remarks>
/// <param name="maximum">How many different texts, at least 1.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class OpenLabelAttribute(int maximum) : Attribute
{
    /// <summary>How many different texts are values of their own.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Says that running into the maximum is meant: silences MET210 to MET213 for this type.</summary>
    public bool ExpectOverflow { get; set; }
}
