using System.Net;
using TypedMetrics.Exposition;
using TypedMetrics.Server;

namespace TypedMetrics;

/// <summary>
/// Serves scrapes over HTTP in a program that has no web server of its own. It works in the background and keeps no process
/// alive.
/// </summary>
/// <remarks>
/// A small HTTP/1.1 server that needs no package: plain text, without authentication, for a scraper in the same network.
/// ASP.NET Core programs call <c>app.MapMetrics()</c> of TypedMetrics.AspNetCore instead. Thread-safe.
/// </remarks>
public sealed class MetricsServer : IDisposable, IAsyncDisposable
{
    private readonly HttpServer _server;
    private readonly ScrapeEndpoint _endpoint;
    private readonly MetricsServerOptions _options;
    private readonly ListenAddress _where;
    private readonly string _path;
    private readonly Lazy<Task> _stopped;

    private MetricsServer(int port, MetricsServerOptions options, HttpLimits limits)
    {
        _options = options;
        _path = options.Path.Length > 1 ? options.Path.TrimEnd('/') : options.Path;
        _where = ListenAddress.Of(options.Host, ContainerDetection.IsInContainer());
        _endpoint = new ScrapeEndpoint(
            options.Registry ?? CollectorRegistry.Default, options.Created, options.ScrapeLimit, options.TimeProvider);
        _server = new HttpServer(Listener.Bind(_where, port), Route, limits, options.MaxConnections, options.TimeProvider);
        _stopped = new Lazy<Task>(StopAsync);
    }

    /// <summary>The URL of the scrape, as this machine itself reaches it: <c>http://localhost:8000/metrics</c>.</summary>
    public string Url => FormattableString.Invariant($"http://{_where.UrlHost}:{Port}{_options.Path}");

    /// <summary>The port, also where 0 was asked for.</summary>
    public int Port => _server.Addresses[0].Port;

    /// <summary>The addresses that the server listens on.</summary>
    public IReadOnlyList<IPEndPoint> Addresses => _server.Addresses;

    /// <summary>Starts a server.</summary>
    /// <param name="port">The port, or 0 for any free one.</param>
    /// <param name="host">See <see cref="MetricsServerOptions.Host"/>.</param>
    /// <param name="path">The path of the scrape, beginning with a slash.</param>
    /// <param name="registry">What is scraped; <see cref="CollectorRegistry.Default"/> where it is <see langword="null"/>.</param>
    /// <returns>The server, which runs until it is disposed or the process ends.</returns>
    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    /// <exception cref="ArgumentException">An argument makes no sense.</exception>
    public static MetricsServer Start(int port, string? host = null, string path = "/metrics", CollectorRegistry? registry = null) =>
        Start(port, new MetricsServerOptions { Host = host, Path = path, Registry = registry });

    /// <summary>Starts a server.</summary>
    /// <param name="port">The port, or 0 for any free one.</param>
    /// <param name="options">What to serve and where.</param>
    /// <returns>The server, which runs until it is disposed or the process ends.</returns>
    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    /// <exception cref="ArgumentException">An argument or an option makes no sense.</exception>
    public static MetricsServer Start(int port, MetricsServerOptions options) => Start(port, options, new HttpLimits { CloseTime = options?.ShutdownLimit ?? default });

    /// <summary>The URL, and who reaches it.</summary>
    public override string ToString() => $"{Url} {_where.Reach} ({string.Join(", ", Addresses)})";

    /// <summary>
    /// Stops: new scrapes get 503 while running ones finish, for at most <see cref="MetricsServerOptions.ShutdownLimit"/>; then
    /// nothing listens any more. Can be called again.
    /// </summary>
    public void Dispose() => _stopped.Value.GetAwaiter().GetResult();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => new(_stopped.Value);

    internal static MetricsServer Start(int port, MetricsServerOptions options, HttpLimits limits)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnections, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShutdownLimit, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ShutdownLimit, ScrapeEndpoint.LongestLimit, nameof(options));
        if (!IsPath(options.Path))
        {
            throw new ArgumentException($"'{options.Path}' is no path: '/metrics' is", nameof(options));
        }

        var server = new MetricsServer(port, options, limits);
        if (!options.Quiet)
        {
            Console.Error.WriteLine($"Metrics: {server}");
        }

        return server;
    }

    private static bool IsPath(string path) =>
        path.StartsWith('/') && !path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.AsSpan().ContainsAny('?', '#');

    private ValueTask<ScrapeResponse> Route(HttpRequest request, CancellationToken aborting) =>
        request.Path == _path || request.Path == _path + "/"
            ? _endpoint.RespondAsync(
                new ScrapeRequest(request.Method, request.Query, request.Accept, request.AcceptEncoding, request.ScrapeTimeout), aborting)
            : new(ScrapeResponse.Plain(404, $"Metrics are at {_options.Path}.\n", hasBody: request.Method != "HEAD"));

    private async Task StopAsync()
    {
        var drained = _endpoint.StopAsync();
        _server.StopKeepingAlive();
        await drained.WaitAsync(_options.ShutdownLimit, _options.TimeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
