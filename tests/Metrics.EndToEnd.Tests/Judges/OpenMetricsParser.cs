using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Judges;

/// <summary>The strict parser of Prometheus' Python client, as Debian ships it.</summary>
internal static class OpenMetricsParser
{
    private const string Script = """
        import sys
        sys.path.insert(0, '/usr/lib/python3/dist-packages')
        from prometheus_client.openmetrics.parser import text_string_to_metric_families
        for family in text_string_to_metric_families(sys.stdin.read()):
            for sample in family.samples:
                labels = ','.join('='.join(label) for label in sorted(sample.labels.items()))
                print(family.type, sample.name, labels, float(sample.value))
        """;

    /// <summary>The samples, each as its type, name, labels and value.</summary>
    /// <exception cref="InvalidDataException">The parser refuses the text.</exception>
    public static async Task<IReadOnlyList<string>> ParseAsync(string text)
    {
        var python = ExternalTool.Find(ExternalTool.OpenMetricsParser) ?? throw new InvalidOperationException("python3-prometheus-client is not installed.");
        var (exitCode, output) = await RunningProgram.RunAsync(python, ["-c", Script], input: text);
        return exitCode == 0 ? output.Split('\n') : throw new InvalidDataException(output);
    }
}
