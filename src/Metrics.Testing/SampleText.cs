using System.Globalization;

namespace TypedMetrics.Testing;

/// <summary>How messages tell of samples.</summary>
internal static class SampleText
{
    private const int Most = 20;

    private static readonly string[] Endings = ["_total", "_bucket", "_sum", "_count", "_created", "_info"];

    /// <summary>A sample by its name and labels.</summary>
    public static string Of(string name, ReadOnlySpan<(string Name, string Value)> labels)
    {
        var texts = new List<string>();
        foreach (var (label, value) in labels)
        {
            texts.Add($"{label}=\"{value}\"");
        }

        return texts.Count == 0 ? name : $"{name}{{{string.Join(',', texts)}}}";
    }

    /// <summary>A number.</summary>
    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The samples that a test may have meant.</summary>
    public static string Present(MetricsSnapshot snapshot, string name)
    {
        var related = snapshot.Samples.Where(sample => IsRelated(sample, name)).Select(static sample => sample.ToString()).ToList();
        return related.Count > 0
            ? List("samples of that name", related)
            : List("metrics there are", snapshot.Families.Select(static family => family.Name));
    }

    /// <summary>Whether a sample is called like one that a test asks for, or may belong to the same family.</summary>
    public static bool IsRelated(MetricSample sample, string name) => Base(sample.Name) == Base(name);

    /// <summary>A list, cut where it is long.</summary>
    public static string List(string what, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count == 0 ? $"{what}: none"
            : $"{what}:\n{string.Join('\n', all.Take(Most))}{(all.Count > Most ? $"\nand {all.Count - Most} more" : "")}";
    }

    private static string Base(string name) =>
        Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;
}
