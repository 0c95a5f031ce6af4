using TypedMetrics;

namespace BadShop;

public enum Method { Get, Post }

/// <summary>MET101 to MET113: names that mislead whoever queries them.</summary>
public static partial class BadNames
{
    [Counter("orders", "Orders placed.")]                                               // MET101
    public static partial Counter Orders { get; }

    [Gauge("queued_orders_total", "Orders waiting to be packed.")]                      // MET102
    public static partial Gauge QueuedOrders { get; }

    [Gauge("backup_age_hours", "Time since the last backup.")]                          // MET103
    public static partial Gauge BackupAge { get; }

    [Gauge("session_count", "Sessions open now.")]                                      // MET104
    public static partial Gauge Sessions { get; }

    [Gauge("gauge_temperature_celsius", "Temperature of the cold store.")]              // MET105
    public static partial Gauge Temperature { get; }

    [Counter("ordersPlaced_total", "Orders whose payment was accepted.")]               // MET106
    public static partial Counter OrdersPlaced { get; }

    [Histogram("render_ms", "Time to render a page.", Buckets = [10, 50, 100, 500])]    // MET107
    public static partial Histogram Render { get; }

    [Counter("requests_by_method_total", "Requests answered.")]                         // MET108
    public static partial Counter Requests(Method method);

    [Counter("runs_total", "Runs that ended.")]
    public static partial Counter Runs([OneOf("import", "export")] string job);         // MET109

    [Gauge("open_carts", "Open carts")]                                                 // MET110
    public static partial Gauge Carts { get; }

    [Histogram("response_size_bytes", "Size of the body of a response.")]               // MET111
    public static partial Histogram ResponseSize { get; }

    [Counter("shop:orders_total", "Orders of the shop.")]                               // MET112
    public static partial Counter ShopOrders { get; }

    [Summary("answer_seconds", "Time to answer a request.", Quantiles = [0.5, 0.99])]   // MET113
    public static partial Summary Answer(Method method);
}
