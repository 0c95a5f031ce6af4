using TypedMetrics;

namespace Checkout.Batch;

/// <summary>How an invoice ended.</summary>
internal enum InvoiceResult
{
    Sent,
    Returned,
}

/// <summary>The metrics of the nightly invoice run. The build writes the bodies.</summary>
[MetricGroup(Prefix = "invoices_")]
internal static partial class BatchMetrics
{
    [Counter("processed_total", "Invoices processed, by how that ended.")]
    public static partial Counter Invoices(InvoiceResult result);

    [Gauge("waiting", "Invoices still to be sent.")]
    public static partial Gauge Waiting { get; }

    [Histogram("send_duration_seconds", "Time to send one invoice.", Buckets = [0.005, 0.01, 0.02, 0.05, 0.1])]
    public static partial Histogram SendDuration { get; }

    [Gauge("run_duration_seconds", "How long the last run took.")]
    public static partial Gauge RunDuration { get; }

    [Gauge("last_success_timestamp_seconds", "When the last run ended well, in Unix time.")]
    public static partial Gauge LastSuccess { get; }
}
