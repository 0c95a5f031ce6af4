using TypedMetrics.Exposition;
using TypedMetrics.Families;

namespace TypedMetrics.Registry;

/// <summary>A self-metric with series for each of the registry's families.</summary>
internal abstract class SelfMetric(MetricType type, string baseName, string help)
{
    /// <summary>What a scrape says of it.</summary>
    public FamilyDescriptor Descriptor { get; } = new(type, baseName, help, unit: null);

    /// <summary>Whether a family has a series here.</summary>
    public abstract bool HasSeries(RegisteredFamily family);

    /// <summary>Writes the series of a family.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="family">The family.</param>
    /// <param name="labels">Holds the constant labels, and must hold them again afterwards.</param>
    public abstract void Write(SampleWriter writer, RegisteredFamily family, LabelBuffer labels);
}
