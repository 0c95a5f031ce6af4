namespace TypedMetrics.Server;

/// <summary>What a connection may take of memory and time, so that no client can take all.</summary>
internal sealed record HttpLimits
{
    /// <summary>Bytes of a request's head. Beyond: 431 or 414.</summary>
    public int HeadSize { get; init; } = 16 * 1024;

    /// <summary>From a head's first byte to its last, however slowly they drip. Beyond: 408.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From a connection's beginning to its first byte, so that it costs a client something to keep one.</summary>
    public TimeSpan OpeningTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two requests. Longer than a usual scrape interval, so that scrapers can keep the connection.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>For the last piece of a response.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After the last response, until the client closes too.</summary>
    public TimeSpan LingerTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For connections to end once they have been broken off.</summary>
    public TimeSpan CloseTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that are read and thrown away in that time.</summary>
    public int LingerSize { get; init; } = 256 * 1024;
}
