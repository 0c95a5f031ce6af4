namespace TypedMetrics.EndToEnd.Tests.AllKinds;

public enum Shade
{
    Light,
    VeryDark,
}

public enum Height : sbyte
{
    Below = -3,
    Ground = 0,
    [LabelValue("a \"b\" \\ c")]
    Above = 100,
}

[OpenLabel(3)]
public readonly partial struct Tenant;

/// <summary>A label of each kind.</summary>
[LabelSet]
public readonly partial record struct AllKindsLabels(
    [Label(Case = LabelCase.Upper)] Shade Shade,
    Height Height,
    Shade? Background,
    bool Warm,
    bool? Sunny,
    [OneOf("hit", "miss")] string Result,
    [InRange(1, 3)] int Stars,
    [MaxValues(2)] string Place,
    Tenant Tenant);
