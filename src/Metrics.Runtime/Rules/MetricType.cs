namespace TypedMetrics;

/// <summary>The type of a metric family.</summary>
#if NET
public
#else
internal
#endif
enum MetricType
{
    /// <summary>A value that only goes up.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>Counts of observations by bucket, and their sum.</summary>
    Histogram,

    /// <summary>Quantiles of what was observed of late, with the sum and the count of all observations.</summary>
    Summary,

    /// <summary>States of which each is true or false: a gauge for each in text 0.0.4, <c>stateset</c> in OpenMetrics.</summary>
    StateSet,

    /// <summary>Facts that stand in labels, beside the value 1: a gauge in text 0.0.4, <c>info</c> in OpenMetrics.</summary>
    Info,

    /// <summary>A value of which nothing is known: <c>untyped</c> in text 0.0.4, <c>unknown</c> in OpenMetrics.</summary>
    Unknown,
}
