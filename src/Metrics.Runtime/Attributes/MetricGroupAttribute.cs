namespace TypedMetrics;

/// <summary>
/// Options for all metrics of a partial type. A type with instrument members is a group without it, too.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MetricGroupAttribute : Attribute
{
    /// <summary>Put in front of each metric's name as it stands: <c>shop_</c>.</summary>
    public string? Prefix { get; set; }

    /// <summary>Labels that each series of the group carries, each written <c>name=value</c>.</summary>
    public string[]? ConstantLabels { get; set; }

    /// <summary>The default of <see cref="MetricAttribute.SeriesBudget"/> for the group's metrics.</summary>
    public int SeriesBudget { get; set; }

    /// <summary>Who answers for these metrics: a team or a mailbox. It stands in the catalogue, not in a scrape.</summary>
    public string? Owner { get; set; }

    /// <summary>The default of <see cref="MetricAttribute.Preinitialize"/> for the group's metrics.</summary>
    public bool Preinitialize { get; set; }
}
