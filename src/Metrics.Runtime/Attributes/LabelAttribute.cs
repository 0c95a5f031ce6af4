namespace TypedMetrics;

/// <summary>
/// Says how a parameter of a metric, or a member of a label set, becomes a label: its name (else the identifier in
/// snake_case) and the text of its enum values.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class LabelAttribute : Attribute
{
    /// <summary>Keeps the name that follows from the identifier.</summary>
    public LabelAttribute()
    {
    }

    /// <summary>Names the label.</summary>
    /// <param name="name"><c>[a-zA-Z_][a-zA-Z0-9_]*</c>, not starting with <c>__</c>, and neither <c>le</c> nor <c>quantile</c>.</param>
    public LabelAttribute(string name) => Name = name;

    /// <summary>The label's name, or <see langword="null"/> for the identifier in snake_case.</summary>
    public string? Name { get; }

    /// <summary>How the names of enum members are written.</summary>
    public LabelCase Case { get; set; }

    /// <summary>Writes enum values as their number: <c>404</c> for <c>HttpStatusCode.NotFound</c>.</summary>
    public bool AsNumber { get; set; }
}
