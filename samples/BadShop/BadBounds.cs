using TypedMetrics;

namespace BadShop;

/// <summary>MET201 to MET206: labels without a bound, and bounds that multiply.</summary>
public static partial class BadBounds
{
    [Counter("tenant_orders_total", "Orders by tenant.")]
    public static partial Counter TenantOrders(string tenant);                          // MET201

    [Counter("seen_orders_total", "Orders by themselves.")]
    public static partial Counter SeenOrders(Guid order);                               // MET202

    [Counter("logins_total", "Logins.")]
    public static partial Counter Logins([MaxValues(100)] string userId);               // MET203

    [Counter("http_requests_total", "Requests.")]
    public static partial Counter HttpRequests(Method method, [MaxValues(47)] string endpoint, [InRange(0, 98)] int status);   // MET204

    [Counter("parcels_total", "Parcels handed over.")]
    public static partial Counter Parcels([MaxValues(5_000)] string tenant, bool paid);  // MET206
}
