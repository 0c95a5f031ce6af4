using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>Declares metrics as generated code does.</summary>
internal static class Declare
{
    /// <summary>A closed label: the values, then <c>other</c>.</summary>
    public static LabelDeclaration Closed(string name, params string[] values) =>
        LabelDeclaration.Closed(name, [.. values, "other"], values.Length);

    public static LabelDeclaration Bool(string name) => LabelDeclaration.Closed(name, ["false", "true"], -1);

    public static LabelDeclaration Open(string name, int maximum, bool nullable = false) =>
        LabelDeclaration.Open(name, maximum, nullable);

    public static CounterFamily Counter(this CollectorRegistry registry, string name, params LabelDeclaration[] labels) =>
        registry.Group().Counter(new MetricDeclaration(name) { Labels = labels });

    public static GaugeFamily Gauge(this CollectorRegistry registry, string name, params LabelDeclaration[] labels) =>
        registry.Group().Gauge(new MetricDeclaration(name) { Labels = labels });

    public static HistogramFamily Histogram(this CollectorRegistry registry, string name, double[] buckets, params LabelDeclaration[] labels) =>
        registry.Group().Histogram(new MetricDeclaration(name) { Labels = labels, Buckets = buckets });

    public static SummaryFamily Summary(this CollectorRegistry registry, string name, params LabelDeclaration[] labels) =>
        registry.Group().Summary(new MetricDeclaration(name) { Labels = labels, Quantiles = [0.5, 0.9, 0.99] });

    /// <summary>A state set of <see cref="BreakerState"/>.</summary>
    public static StateSetFamily Breaker(this CollectorRegistry registry, string name, params LabelDeclaration[] labels) =>
        registry.Group().StateSet(new MetricDeclaration(name) { Labels = labels, States = ["closed", "open", "half_open"], StateNumbers = [2, 4, -1] });

    public static InfoFamily Info(this CollectorRegistry registry, string name, params LabelDeclaration[] labels) =>
        registry.Group().Info(new MetricDeclaration(name) { Labels = labels });

    public static MetricGroupRegistration Group(this CollectorRegistry registry, params string[] constantLabels) =>
        new(registry, "Tests.Group", constantLabels);

    /// <summary>The exposition of a registry, in text 0.0.4 unless another format is asked for.</summary>
    public static string Text(this CollectorRegistry registry, ExpositionFormat? format = null)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        registry.Write(output, format ?? ExpositionFormat.PrometheusText);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The samples of one metric in the text exposition, in order.</summary>
    public static string[] Samples(this CollectorRegistry registry, string metric) =>
        [.. registry.Text().Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal))];

    /// <summary>The value at the end of a sample's line.</summary>
    public static double ValueOf(string sample) =>
        double.Parse(sample.Split(' ')[^1].Replace("Inf", "Infinity", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
