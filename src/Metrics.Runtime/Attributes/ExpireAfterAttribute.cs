namespace TypedMetrics;

/// <summary>
/// Frees the values of open labels that have not been seen for some time, with their series, so that a process whose values
/// come and go stays within its maximum. On a type marked <c>[OpenLabel]</c> it is about the type's values, on a
/// <c>[MaxValues]</c> label about that label's, on a metric or a group about those of all its <c>[MaxValues]</c> labels; the
/// nearest one counts.
/// </summary>
/// <remarks>
/// A value is seen when it is looked up or passed to a metric. It is freed by the first scrape after it has not been seen for
/// the whole time, which the scrapes before tell to a quarter; its index then rests for as long again before another text
/// gets it. An instrument that was kept over this counts in <c>other</c> (MET306).
/// </remarks>
/// <param name="seconds">The time, greater than 0.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method
        | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ExpireAfterAttribute(double seconds) : Attribute
{
    /// <summary>The time in seconds.</summary>
    public double Seconds { get; } = seconds;
}
