using TypedMetrics;

namespace BadShop;

public enum Plan { Free, Pro }

public enum Outcome { NotFound, Not_Found }

/// <summary>MET001 to MET017: declarations that cannot work.</summary>
public static partial class BadDeclarations
{
    [Counter("long_total", "The wrong type.")]
    public static long Long { get; }                                                    // MET002

    [Counter("plain_total", "Not partial.")]
    public static Counter Plain { get; }                                                // MET003

    [Counter("http-requests_total", "A hyphen.")]
    public static partial Counter HttpRequests { get; }                                 // MET004

    [Counter("waits_total", "A hyphen in a label.")]
    public static partial Counter Waits([Label("queue-name")] Plan queue);              // MET005

    [Histogram("wait_seconds", "Exposes wait_seconds_count.")]
    public static partial Histogram Wait { get; }

    [Gauge("wait_seconds_count", "So does this.")]
    public static partial Gauge Waiting { get; }                                        // MET006

    [Counter("tagged_total", "An array.")]
    public static partial Counter Tagged(string[] tags);                                // MET007

    [Histogram("backward_seconds", "Bounds that go back.", Buckets = [0.1, 1, 0.5])]    // MET008
    public static partial Histogram Backward { get; }

    [Counter("plans_total", "A label twice.")]
    public static partial Counter Plans(Plan plan, [Label("plan")] Plan former);        // MET010

    [Counter("bounded_total", "A maximum for an enum.")]
    public static partial Counter Bounded([MaxValues(10)] Plan plan);                   // MET011

    [Counter("look_ups_total", "Two members, one text.")]
    public static partial Counter LookUps(Outcome outcome);                             // MET015

    [Counter("calls_total", "More series than an index holds.")]                        // MET016
    public static partial Counter Calls([MaxValues(100_000)] string from, [MaxValues(100_000)] string to, [InRange(0, 99)] int shard);
}

/// <summary>MET012: an open generic type has no metrics of its own.</summary>
public partial class Repository<T>
{
    [Counter("loads_total", "Loads.")]
    public static partial Counter Loads { get; }
}

/// <summary>MET013: nobody knows for which tenants to ask.</summary>
public static partial class BadCallbacks
{
    [ObservableGauge("tenant_jobs", "Jobs of a tenant that wait.")]
    private static int TenantJobs([MaxValues(100)] string tenant) => tenant.Length;
}

/// <summary>MET014: what the labels are depends on the type argument.</summary>
[LabelSet]
public readonly record struct GenericLabels<T>(T Endpoint);

/// <summary>MET017: a constructor that registers nothing.</summary>
public sealed partial class OrderMetrics
{
    public OrderMetrics(CollectorRegistry registry)
    {
    }

    [Counter("placed_orders_total", "Orders.")]
    public partial Counter Orders { get; }
}

/// <summary>MET009: percentages where shares are meant.</summary>
public static partial class BadQuantiles
{
    [Summary("pack_seconds", "Time to pack an order.", Quantiles = [0.5, 99])]
    public static partial Summary Pack { get; }
}
