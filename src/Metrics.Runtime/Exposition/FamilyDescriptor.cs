using System.Text;
using TypedMetrics.Rules;

namespace TypedMetrics.Exposition;

/// <summary>
/// What a family is, with everything that a writer repeats encoded once. Immutable; safe for any thread.
/// </summary>
internal sealed class FamilyDescriptor
{
    private byte[]? _textHeader;
    private byte[]? _openMetricsHeader;
    private NumberLabels? _numberLabels;

    /// <summary>Makes the descriptor of a family whose name has been checked.</summary>
    /// <param name="type">The type.</param>
    /// <param name="baseName">The name without the type's ending: <c>requests</c> for the counter <c>requests_total</c>.</param>
    /// <param name="help">The help text; none where it is empty.</param>
    /// <param name="unit">
    /// The unit. One that is not the last word of <paramref name="baseName"/>, or of a type that has none, is left out, since
    /// a scraper that finds such a unit refuses the whole scrape.
    /// </param>
    public FamilyDescriptor(MetricType type, string baseName, string? help, string? unit)
    {
        Type = type;
        BaseName = baseName;
        TextName = MetricNames.TextName(type, baseName);
        Help = string.IsNullOrEmpty(help) ? null : help;
        Unit = !string.IsNullOrEmpty(unit) && MetricNames.CanHaveUnit(type) && Units.IsSuffixOf(unit, baseName) ? unit : null;
        SampleName = Encoding.UTF8.GetBytes(TextName);
        CreatedName = Encoding.UTF8.GetBytes(baseName + "_created");
        if (type == MetricType.Histogram)
        {
            BucketName = Encoding.UTF8.GetBytes(baseName + "_bucket");
        }

        if (type is MetricType.Histogram or MetricType.Summary)
        {
            SumName = Encoding.UTF8.GetBytes(baseName + "_sum");
            CountName = Encoding.UTF8.GetBytes(baseName + "_count");
        }
    }

    /// <summary>The type.</summary>
    public MetricType Type { get; }

    /// <summary>The name without the type's ending, OpenMetrics' family name.</summary>
    public string BaseName { get; }

    /// <summary>The family's name in text 0.0.4 (a counter's ends in <c>_total</c>).</summary>
    public string TextName { get; }

    /// <summary>The help text, or <see langword="null"/>.</summary>
    public string? Help { get; }

    /// <summary>The unit, or <see langword="null"/>.</summary>
    public string? Unit { get; }

    /// <summary>The name of the sample that carries the value: <c>x_total</c> of a counter, <c>x_info</c> of an info, else <c>x</c>.</summary>
    public byte[] SampleName { get; }

    /// <summary><c>x_created</c></summary>
    public byte[] CreatedName { get; }

    /// <summary><c>x_bucket</c> of a histogram, else empty.</summary>
    public byte[] BucketName { get; } = [];

    /// <summary><c>x_sum</c> of a histogram or summary, else empty.</summary>
    public byte[] SumName { get; } = [];

    /// <summary><c>x_count</c> of a histogram or summary, else empty.</summary>
    public byte[] CountName { get; } = [];

    /// <summary>The lines above the samples in text 0.0.4: HELP and TYPE.</summary>
    public ReadOnlySpan<byte> TextHeader => _textHeader ??= FamilyHeader.Text(this);

    /// <summary>The lines above the samples in OpenMetrics: TYPE, UNIT and HELP.</summary>
    public ReadOnlySpan<byte> OpenMetricsHeader => _openMetricsHeader ??= FamilyHeader.OpenMetrics(this);

    /// <summary>
    /// Whether the name is the family's: its base name, its text name, or the name of one of its samples.
    /// </summary>
    public bool Reserves(string name) =>
        name.StartsWith(BaseName, StringComparison.Ordinal)
        && MetricNames.Reserved(Type, BaseName).Contains(name, StringComparer.Ordinal);

    /// <summary>
    /// The labels <c>le="…"</c> of a histogram's bounds with <c>+Inf</c>, or <c>quantile="…"</c> of a summary's quantiles,
    /// encoded; kept, since a family's series share them.
    /// </summary>
    public NumberLabels LabelsOf(ReadOnlySpan<double> numbers)
    {
        var labels = _numberLabels;
        return labels is not null && labels.Fits(numbers)
            ? labels
            : _numberLabels = Type == MetricType.Histogram ? NumberLabels.OfBuckets(numbers) : NumberLabels.OfQuantiles(numbers);
    }
}
