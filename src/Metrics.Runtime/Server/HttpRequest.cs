namespace TypedMetrics.Server;

/// <summary>The head of an HTTP/1.x request, as far as the server wants to know.</summary>
internal sealed class HttpRequest
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, still percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query without <c>?</c>; empty where there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Whether the request is HTTP/1.1, else it is 1.0.</summary>
    public required bool IsHttp11 { get; init; }

    /// <summary>The values of Accept.</summary>
    public List<string> Accept { get; } = [];

    /// <summary>The values of Accept-Encoding.</summary>
    public List<string> AcceptEncoding { get; } = [];

    /// <summary>How long the scraper waits, as it says.</summary>
    public string? ScrapeTimeout { get; set; }

    /// <summary>The length of the body; <see langword="null"/> where none is said.</summary>
    public long? ContentLength { get; set; }

    /// <summary>Whether the end of the body is only known to who decodes it.</summary>
    public bool HasTransferEncoding { get; set; }

    /// <summary>Whether the client waits for a word before it sends the body.</summary>
    public bool ExpectsContinue { get; set; }

    /// <summary>Whether the client wants the connection closed.</summary>
    public bool WantsClose { get; set; }
}
