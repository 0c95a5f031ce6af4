using TypedMetrics;

namespace BadShop;

/// <summary>MET001: nothing can be added to a type that is not partial.</summary>
public static class NotPartial
{
    [Counter("parts_total", "Parts.")]
    public static Counter Parts { get; }
}
