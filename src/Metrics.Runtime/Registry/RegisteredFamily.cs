using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A family with what the registry knows of it.</summary>
/// <param name="family">The family.</param>
/// <param name="constantLabels">The group's constant labels, without those that the metric has itself.</param>
/// <param name="owner">The group that came first.</param>
internal sealed class RegisteredFamily(MetricFamily family, KeyValuePair<string, string>[] constantLabels, string owner)
{
    private readonly byte[] _namePair = LabelEscaping.Pair("metric", family.Descriptor.TextName);

    /// <summary>The family.</summary>
    public MetricFamily Family { get; } = family;

    /// <summary>The group's constant labels.</summary>
    public KeyValuePair<string, string>[] ConstantLabels { get; } = constantLabels;

    /// <summary>The group that came first.</summary>
    public string Owner { get; } = owner;

    /// <summary>How many groups have it; under the registry's lock.</summary>
    public int Owners { get; set; } = 1;

    /// <summary>The pair <c>metric="name"</c> of the self-metrics.</summary>
    public ReadOnlySpan<byte> NamePair => _namePair;

    /// <summary>Whether a declaration is the same: labels, values, maxima, buckets, quantiles, window, unit, constant labels.</summary>
    public bool IsIdentical(MetricType type, MetricDeclaration declaration, KeyValuePair<string, string>[] constantLabels) =>
        Family.Descriptor.Type == type
        && Family is not ObservableFamily
        && Family.Declaration.Labels.AsSpan().SequenceEqual(declaration.Labels)
        && Family.Declaration.Unit == declaration.Unit
        && (type != MetricType.Histogram || Buckets(Family.Declaration).SequenceEqual(Buckets(declaration)))
        && (type != MetricType.Summary || IsSameWindow(Family.Declaration, declaration))
        && Family.Declaration.States.AsSpan().SequenceEqual(declaration.States)
        && Family.Declaration.StateNumbers.AsSpan().SequenceEqual(declaration.StateNumbers)
        && ConstantLabels.AsSpan().SequenceEqual(constantLabels);

    /// <summary>The family as scrapes see it.</summary>
    /// <param name="registryLabels">The registry's constant labels; the metric's and the group's own win.</param>
    /// <param name="control">What is changed of it.</param>
    public IFamilySource View(IReadOnlyList<KeyValuePair<string, string>> registryLabels, ControlledMetric? control)
    {
        KeyValuePair<string, string>[] constantLabels = [.. registryLabels.Where(label => !HasLabel(label.Key)), .. ConstantLabels];
        var labels = Family.Labels.ToArray();
        if (control?.Folds(Family) != true)
        {
            return new FamilyView(Family, labels, constantLabels);
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (control.IsFolded(labels[i].Name))
            {
                labels[i] = new HiddenDimension(Family.Declaration.Labels[i]);
            }
        }

        return new FoldedView(new FamilyView(Family, labels, constantLabels));
    }

    /// <summary>Whether the metric or its group has a label of that name.</summary>
    public bool HasLabel(string name) =>
        Array.Exists(ConstantLabels, label => label.Key == name)
        || Family.Declaration.HasLabel(name);

    private static bool IsSameWindow(MetricDeclaration one, MetricDeclaration other) =>
        one.StatedOrDefaultQuantiles.SequenceEqual(other.StatedOrDefaultQuantiles)
        && one.MaxAgeSeconds.Equals(other.MaxAgeSeconds)
        && one.AgeBuckets == other.AgeBuckets;

    private static IEnumerable<double> Buckets(MetricDeclaration declaration) =>
        declaration.Buckets ?? Rules.BucketBounds.Default;
}
