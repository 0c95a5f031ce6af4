namespace TypedMetrics;

/// <summary>
/// The class of an HTTP status code (RFC 9110) as a bounded label: <c>1xx</c> to <c>5xx</c>. A number becomes one by
/// <c>StatusClass.From(404)</c>.
/// </summary>
public enum StatusClass
{
    /// <summary>100 to 199.</summary>
    [LabelValue("1xx")]
    Informational,

    /// <summary>200 to 299.</summary>
    [LabelValue("2xx")]
    Success,

    /// <summary>300 to 399.</summary>
    [LabelValue("3xx")]
    Redirection,

    /// <summary>400 to 499.</summary>
    [LabelValue("4xx")]
    ClientError,

    /// <summary>500 to 599.</summary>
    [LabelValue("5xx")]
    ServerError,

    /// <summary>Any other number; the label value is <c>other</c>.</summary>
    [LabelValue("other")]
    Other,
}
