namespace TypedMetrics.Generators.Model;

/// <summary>A member of the user's that is read at every scrape.</summary>
/// <param name="Metric">Its metric, whose labels are closed.</param>
/// <param name="Name">The member's identifier, escaped where it is a keyword.</param>
/// <param name="IsMethod">Whether it is called.</param>
/// <param name="IsNullable">Whether it may give no number.</param>
internal sealed record CallbackModel(MetricModel Metric, string Name, bool IsMethod, bool IsNullable)
{
    /// <summary>The parameters in their order, one for each label.</summary>
    public EquatableArray<CallbackParameter> Parameters { get; init; }
}
