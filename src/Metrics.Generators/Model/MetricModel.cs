using System.Linq;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Model;

/// <summary>A metric as it was declared, free of symbols and of how its accessor is written.</summary>
/// <param name="Type">The type of the family.</param>
/// <param name="Name">The group's prefix and the declared name.</param>
/// <param name="DocumentationId">The documentation id of the member that declares it.</param>
internal sealed record MetricModel(MetricType Type, string Name, string DocumentationId)
{
    public string? Help { get; init; }

    public string? Unit { get; init; }

    /// <summary>All labels, those of label sets in their place.</summary>
    public EquatableArray<LabelModel> Labels { get; init; }

    /// <summary>The final upper bounds of a histogram that states them.</summary>
    public EquatableArray<double> Buckets { get; init; }

    /// <summary>The quantiles and the window of a summary.</summary>
    public WindowModel? Window { get; init; }

    /// <summary>The states of a state set.</summary>
    public StatesModel? States { get; init; }

    /// <summary>Whether updates take exemplars from the current activity.</summary>
    public bool Exemplars { get; init; }

    public int? MaxSeries { get; init; }

    /// <summary>What the attribute, or else the group, states.</summary>
    public int? SeriesBudget { get; init; }

    /// <summary>What the attribute, or else the group, states.</summary>
    public bool? Preinitialize { get; init; }

    /// <summary>Whether values of its labels are freed.</summary>
    public bool Expires => Labels.Any(static label => label.ExpireAfter is not null);

    /// <summary>OpenMetrics' family name.</summary>
    public string BaseName => MetricNames.BaseName(Type, Name);

    /// <summary>The name in text 0.0.4.</summary>
    public string TextName => MetricNames.TextName(Type, BaseName);

    /// <summary>How many bounds a histogram has, without <c>+Inf</c>, quantiles a summary, or states a state set.</summary>
    public int PartCount => Type switch
    {
        MetricType.Histogram => Buckets.Count > 0 ? Buckets.Count : BucketBounds.Default.Count,
        MetricType.Summary => Window?.Quantiles.Count ?? 0,
        MetricType.StateSet => States?.Texts.Count ?? 0,
        _ => 0,
    };

    /// <summary>The worst case.</summary>
    public long Series => SeriesCount.Of(Labels.Select(static label => label.Size));

    /// <summary>The worst case in lines of a scrape.</summary>
    public long Lines => SeriesCount.Lines(Series, SeriesCount.LinesPerSeries(Type, PartCount));
}
