namespace TypedMetrics.Exposition;

/// <summary>
/// Answers scrapes of one registry, whatever HTTP server they come through: a request goes in, a status, headers and
/// something that writes the body come out. Safe for any number of threads.
/// </summary>
internal sealed class ScrapeEndpoint
{
    /// <summary>A limit that suits both a small and a large registry; Prometheus' own default timeout is 10 s.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(1);

    /// <summary>The longest that a timer runs.</summary>
    public static readonly TimeSpan LongestLimit = TimeSpan.FromDays(24);

    private readonly CollectorRegistry _registry;
    private readonly bool _created;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _isStopping;

    /// <summary>Makes an endpoint.</summary>
    /// <param name="registry">What is scraped.</param>
    /// <param name="created">Whether OpenMetrics has <c>_created</c> samples.</param>
    /// <param name="limit">How long a scrape may take at most, whatever the scraper says.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above zero, or above <see cref="LongestLimit"/>.</exception>
    public ScrapeEndpoint(CollectorRegistry registry, bool created, TimeSpan limit, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LongestLimit);
        _registry = registry;
        _created = created;
        _limit = limit;
        _time = time;
    }

    /// <summary>
    /// Decides the answer and, for a scrape, collects the families. An error in that gives 500, running out of time 503;
    /// only the cancellation of <paramref name="aborted"/> throws.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="aborted">Cancelled when the client has gone.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async ValueTask<ScrapeResponse> RespondAsync(ScrapeRequest request, CancellationToken aborted)
    {
        var isHead = request.Method is "HEAD";
        if (!isHead && request.Method is not "GET")
        {
            return ScrapeResponse.Plain(405, "A scrape is a GET.\n", hasBody: true, new KeyValuePair<string, string>("Allow", "GET, HEAD"));
        }

        if (!TryEnter())
        {
            return ScrapeResponse.Plain(503, "The process is stopping.\n", hasBody: !isHead);
        }

        var limit = ScrapeTimeout.Choose(request.Timeout, _limit);
        var deadline = new CancellationTokenSource(limit, _time);
        try
        {
            var negotiated = ContentNegotiation.Choose(request.Accept);
            var scrape = new Scrape(
                await CollectAsync(new ScrapeTime(limit, _time), deadline.Token, aborted).ConfigureAwait(false),
                negotiated.Format,
                new ExpositionOptions { Created = _created, Names = NameFilter.Parse(request.Query) },
                ContentNegotiation.AcceptsGzip(request.AcceptEncoding),
                deadline,
                Leave);
            return ScrapeResponse.Of(scrape, negotiated.ContentType, hasBody: !isHead);
        }
        catch (Exception exception)
        {
            var isTimeout = deadline.IsCancellationRequested;
            deadline.Dispose();
            Leave();
            if (exception is OperationCanceledException && aborted.IsCancellationRequested)
            {
                throw;
            }

            return isTimeout
                ? ScrapeResponse.Plain(503, "Collecting took longer than the scrape may.\n", hasBody: !isHead)
                : ScrapeResponse.Plain(500, "Collecting failed.\n", hasBody: !isHead);
        }
    }

    /// <summary>Answers 503 from now on. Scrapes that run go on.</summary>
    /// <returns>Done when no scrape runs any more.</returns>
    public Task StopAsync()
    {
        lock (_lock)
        {
            _isStopping = true;
            if (_running == 0)
            {
                _drained.TrySetResult();
            }
        }

        return _drained.Task;
    }

    private async ValueTask<IReadOnlyList<IFamilySource>> CollectAsync(ScrapeTime time, CancellationToken timedOut, CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timedOut, aborted);
        var families = await _registry.FamiliesForScrapeAsync(time, either.Token).ConfigureAwait(false);
        either.Token.ThrowIfCancellationRequested();
        return families;
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            _running += _isStopping ? 0 : 1;
            return !_isStopping;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _running--;
            if (_isStopping && _running == 0)
            {
                _drained.TrySetResult();
            }
        }
    }
}
