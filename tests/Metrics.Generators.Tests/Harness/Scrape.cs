using System.Buffers;
using System.Text;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>What a scrape of a registry shows.</summary>
internal static class Scrape
{
    /// <summary>The samples whose names start like this and whose value is not 0, in the order of the exposition.</summary>
    public static IReadOnlyList<string> Touched(CollectorRegistry registry, string name) =>
        [.. Samples(registry, name).Where(static line => !line.EndsWith(" 0", StringComparison.Ordinal))];

    /// <summary>All samples whose names start like this.</summary>
    public static IReadOnlyList<string> Samples(CollectorRegistry registry, string name) =>
        [.. Text(registry).Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal))];

    public static string Text(CollectorRegistry registry)
    {
        var output = new ArrayBufferWriter<byte>();
        registry.Write(output, ExpositionFormat.PrometheusText);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
