namespace TypedMetrics.AspNetCore.HttpMetrics;

/// <summary>
/// What <c>UseHttpMetrics</c> counts. The budgets state the worst case; a series exists only for a combination that a
/// request has had, and no label takes more values than is said here.
/// </summary>
[MetricGroup(Prefix = "http_server_")]
internal sealed partial class HttpServerMetrics
{
    /// <summary>How many route templates get series of their own.</summary>
    public const int MaxRoutes = 200;

    /// <summary>Requests: 10 methods x 201 routes x 501 status codes.</summary>
    [Counter("requests_total", "HTTP requests answered.", SeriesBudget = 1_007_010)]
    public partial Counter Requests(
        [Label(Case = LabelCase.Upper)] HttpVerb method,
        [MaxValues(MaxRoutes)] string route,
        [InRange(100, 599)] int status);

    /// <summary>Durations: 10 methods x 201 routes x 17 lines.</summary>
    [Histogram("request_duration_seconds", "Time from the start of a request to the end of its handling.", SeriesBudget = 34_170)]
    public partial Histogram RequestDuration(
        [Label(Case = LabelCase.Upper)] HttpVerb method,
        [MaxValues(MaxRoutes)] string route);

    /// <summary>Requests being handled, by method: the route is not always known yet.</summary>
    [Gauge("requests_in_progress", "HTTP requests being handled.")]
    public partial Gauge RequestsInProgress([Label(Case = LabelCase.Upper)] HttpVerb method);
}
