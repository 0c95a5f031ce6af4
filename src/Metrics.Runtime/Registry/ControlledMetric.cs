using TypedMetrics.CompilerServices;

namespace TypedMetrics.Registry;

/// <summary>A <see cref="MetricControl"/> as it was when it was handed over. Immutable.</summary>
internal sealed class ControlledMetric
{
    private readonly int? _maxSeries;
    private readonly Dictionary<string, int> _maxValues;
    private readonly HashSet<string> _folded;

    /// <summary>Copies a control.</summary>
    /// <param name="name">The metric's name, or that of one of its samples.</param>
    /// <param name="control">The control.</param>
    /// <exception cref="ArgumentException">A maximum is negative.</exception>
    public ControlledMetric(string name, MetricControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        Name = name;
        IsDisabled = control.Disabled;
        _maxSeries = control.MaxSeries;
        _maxValues = new(control.MaxValues, StringComparer.Ordinal);
        _folded = new(control.FoldedLabels, StringComparer.Ordinal);
        if (_maxSeries < 0 || _maxValues.Values.Any(static maximum => maximum < 0))
        {
            throw new ArgumentException($"the maxima of '{name}' must not be negative", nameof(control));
        }
    }

    /// <summary>The metric's name, or that of one of its samples.</summary>
    public string Name { get; }

    /// <summary>Whether the metric is left out of the scrapes.</summary>
    public bool IsDisabled { get; }

    /// <summary>Whether it says more than that, which only a declared metric can follow.</summary>
    public bool NeedsDeclaration => _maxSeries is not null || _maxValues.Count > 0 || _folded.Count > 0;

    /// <summary>Which labels of a family are folded.</summary>
    public bool IsFolded(string label) => _folded.Contains(label);

    /// <summary>Whether a family has labels that are folded.</summary>
    public bool Folds(MetricFamily family) => CanFold(family) && Array.Exists(family.Declaration.Labels, label => IsFolded(label.Name));

    /// <summary>Sets a family's maxima, or takes them back.</summary>
    /// <param name="family">The family.</param>
    /// <param name="control">Its control; <see langword="null"/> for none.</param>
    public static void Apply(MetricFamily family, ControlledMetric? control)
    {
        family.LowerMaxSeries(control?._maxSeries ?? int.MaxValue);
        foreach (var label in family.Labels)
        {
            var maximum = control is null ? int.MaxValue
                : control.Folds(family) && control.IsFolded(label.Name) ? 0
                : control._maxValues.GetValueOrDefault(label.Name, int.MaxValue);
            label.LowerMaximum(maximum);
        }
    }

    /// <summary>What of the control a family cannot follow.</summary>
    public IEnumerable<string> Problems(MetricFamily family)
    {
        var labels = family.Declaration.Labels;
        foreach (var label in _folded.Concat(_maxValues.Keys).Where(name => !Array.Exists(labels, label => label.Name == name)).Distinct())
        {
            yield return $"its control names the label '{label}', which it has not";
        }

        foreach (var label in _maxValues.Keys.Where(name => Array.Exists(labels, label => label.Name == name && !label.HasOwnTexts)))
        {
            yield return $"its control lowers the maximum of the label '{label}', whose values are listed or those of a type";
        }

        if (_folded.Count > 0 && !CanFold(family))
        {
            yield return $"its control folds labels, and a {family.Descriptor.Type} cannot be added up";
        }
    }

    private static bool CanFold(MetricFamily family) =>
        family.Descriptor.Type is MetricType.Counter or MetricType.Gauge or MetricType.Histogram or MetricType.Summary;
}
