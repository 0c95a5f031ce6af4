using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Naming;

/// <summary>The name of a metric; what is written in its attribute is all but the group's prefix.</summary>
internal sealed class MetricName : NameText
{
    private MetricName(ParsedMetric metric, string full, int prefixLength)
        : base(full, prefixLength)
    {
        Metric = metric;
        Subject = EndsIn("total") ? Words.Count - 1 : Words.Count;
    }

    public ParsedMetric Metric { get; }

    public MetricType Type => Metric.Kind.Type;

    /// <summary>How many words there are before a closing <c>total</c>.</summary>
    public int Subject { get; }

    /// <summary>The last word.</summary>
    public NameWord Last => Words[Words.Count - 1];

    /// <summary>The name, or <see langword="null"/> where it is at fault itself, which MET004 reports.</summary>
    public static MetricName? Of(ParsedMetric metric) =>
        metric.Name is { } full && metric.Attribute.Positional<string>(0) is { } declared && NameWords.Of(full).Count > 0
            ? new(metric, full, full.Length - declared.Length)
            : null;

    /// <summary>Whether the word is the last one, beside others.</summary>
    public bool EndsIn(string word) => Words.Count > 1 && Last.Text == word;
}
