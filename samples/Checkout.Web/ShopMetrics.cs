using System.Net;
using TypedMetrics;

namespace Checkout;

/// <summary>What a request is counted by: 10 methods x 3 endpoints x 62 statuses, <c>other</c> included.</summary>
[LabelSet]
public readonly partial record struct RequestLabels(
    [Label(Case = LabelCase.Upper)] HttpVerb Method,
    Endpoint Endpoint,
    [Label(AsNumber = true)] HttpStatusCode Status);

/// <summary>The parts of the shop.</summary>
public enum Endpoint
{
    /// <summary>Exposed as <c>orders</c>.</summary>
    Orders,

    /// <summary>Exposed as <c>/api/cart</c>.</summary>
    [LabelValue("/api/cart")]
    Cart,
}

/// <summary>Whether a part of the shop asks the payment provider, or spares it after failures.</summary>
public enum BreakerState
{
    /// <summary>It asks.</summary>
    Closed,

    /// <summary>It does not ask.</summary>
    Open,

    /// <summary>It tries whether asking works again.</summary>
    HalfOpen,
}

/// <summary>The metrics of the shop. The build writes the bodies.</summary>
[MetricGroup(Prefix = "shop_")]
public static partial class ShopMetrics
{
    /// <summary>HTTP requests handled.</summary>
    [Counter("http_requests_total", SeriesBudget = 2_000)] // 1,860 at worst: more than the default budget of 1,000
    public static partial Counter HttpRequests(RequestLabels labels);

    [Counter("cache_lookups_total", "Cache look-ups.")]
    public static partial Counter CacheLookups([OneOf("hit", "miss")] string result, bool warm);

    [Counter("tenant_orders_total", "Orders placed.")]
    public static partial Counter TenantOrders(Tenant tenant);

    [Gauge("tenant_last_order_timestamp_seconds", "When the tenant's last order was placed.")]
    public static partial Gauge TenantLastOrder(Tenant tenant);

    [Gauge("active_connections", "Connections open now.")]
    public static partial Gauge ActiveConnections { get; }

    [ObservableGauge("payments_pending", "Payments that the provider has not answered yet.")] // ordinary members, read at every scrape
    private static int PaymentsPending => PaymentProvider.Pending;

    [ObservableCounter("payments_total", "Payments that the provider was asked for.")]
    private static long Payments() => PaymentProvider.Asked;

    [Gauge("orders_kept", "Orders that the shop remembers.")]
    public static partial Gauge OrdersKept { get; }

    [StateSet("breaker_state", "Circuit breaker before the payment provider.")]
    public static partial StateSet<BreakerState> Breaker(Endpoint endpoint);

    [Info("build_info", "The build that runs.")]
    public static partial Info Build([MaxValues(4)] string version, [MaxValues(4)] string commit);

    [Summary("order_bytes", "Size of an order as it is sent.", Quantiles = [0.5, 0.9, 0.99], MaxAgeSeconds = 600)]
    public static partial Summary OrderSize { get; }

    [Histogram("http_request_duration_seconds", "Request duration.", Buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], Exemplars = true)]
    public static partial Histogram RequestDuration(Endpoint endpoint);
}
