namespace TypedMetrics.Benchmarks;

/// <summary>Three endpoints of a shop.</summary>
public enum Endpoint
{
    Orders,
    Cart,
    Checkout,
}

/// <summary>Status codes as a contiguous enum.</summary>
public enum Outcome
{
    Ok,
    NotFound,
    Failed,
}

/// <summary>The metrics under measurement, declared as a user would.</summary>
public static partial class BenchmarkMetrics
{
    [Counter("bench_requests_total", "Requests.", SeriesBudget = 2_000)]
    public static partial Counter Requests(HttpVerb method, Endpoint endpoint, Outcome outcome);

    [Counter("bench_tenant_requests_total", "Requests of a tenant.")]
    public static partial Counter TenantRequests([MaxValues(64)] string tenant, Outcome outcome);

    [Counter("bench_typed_tenant_requests_total", "Requests of a tenant.")]
    public static partial Counter TypedTenantRequests(Tenant tenant, Outcome outcome);

    [Counter("bench_tenant_endpoint_requests_total", "Requests of a tenant.", SeriesBudget = 2_000)]
    public static partial Counter TenantEndpointRequests([MaxValues(64)] string tenant, Endpoint endpoint, Outcome outcome);

    [Counter("bench_tenant_span_requests_total", "Requests of a tenant.", SeriesBudget = 2_000)]
    public static partial Counter TenantSpanRequests([MaxValues(64)] ReadOnlySpan<char> tenant, Endpoint endpoint, Outcome outcome);

    [Counter("bench_codes_total", "Answers.")]
    public static partial Counter Codes(Code first, Code second, Code third);

    [Counter("bench_answers_total", "Requests.")]
    public static partial Counter Answers(
        [OneOf("GET", "POST", "PUT", "DELETE")] string method,
        [OneOf("/api/orders", "/api/cart", "/api/checkout")] string route,
        [OneOf("200", "404", "500")] string status);

    [Gauge("bench_temperature_celsius", "A gauge.")]
    public static partial Gauge Temperature(Endpoint endpoint);

    [Histogram("bench_duration_seconds", "Durations.", Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])]
    public static partial Histogram Duration(Endpoint endpoint);

    [Summary("bench_answer_seconds", "Answers.", Quantiles = [0.5, 0.9, 0.99])]
    public static partial Summary Answer { get; }
}
