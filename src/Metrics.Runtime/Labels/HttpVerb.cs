namespace TypedMetrics;

/// <summary>
/// The request methods of HTTP (RFC 9110, RFC 5789) as a bounded label: <c>get</c>, or <c>GET</c> with
/// <c>[Label(Case = LabelCase.Upper)]</c>. Raw text becomes one by <c>HttpVerb.From("GET")</c>.
/// </summary>
public enum HttpVerb
{
    /// <summary><c>GET</c></summary>
    Get,

    /// <summary><c>HEAD</c></summary>
    Head,

    /// <summary><c>POST</c></summary>
    Post,

    /// <summary><c>PUT</c></summary>
    Put,

    /// <summary><c>DELETE</c></summary>
    Delete,

    /// <summary><c>CONNECT</c></summary>
    Connect,

    /// <summary><c>OPTIONS</c></summary>
    Options,

    /// <summary><c>TRACE</c></summary>
    Trace,

    /// <summary><c>PATCH</c></summary>
    Patch,

    /// <summary>Any other method; the label value is <c>other</c> in every case.</summary>
    [LabelValue("other")]
    Other,
}
