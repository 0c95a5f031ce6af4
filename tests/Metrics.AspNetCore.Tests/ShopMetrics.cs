namespace TypedMetrics.AspNetCore.Tests;

/// <summary>The group that these tests put into dependency injection.</summary>
[MetricGroup(Prefix = "shop_")]
internal sealed partial class ShopMetrics
{
    [Counter("orders_total", "Orders placed.")]
    public partial Counter Orders { get; }

    [Counter("payments_total", "Payments taken, by who took them.")]
    public partial Counter Payments([MaxValues(10)] string provider);
}
