using System.Buffers;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

/// <summary>What a writer makes of calls.</summary>
internal static class Exposed
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Text(Action<SampleWriter> write) => As(ExpositionFormat.PrometheusText, write);

    public static string OpenMetrics(Action<SampleWriter> write, bool created = false) =>
        As(ExpositionFormat.OpenMetrics, write, created);

    public static string As(ExpositionFormat format, Action<SampleWriter> write, bool created = false)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = format.CreateWriter(output, new ExpositionOptions { Created = created });
        write(writer);
        writer.End();
        writer.Commit();
        return Strict.GetString(output.WrittenSpan);
    }

    public static void Family(this SampleWriter writer, FamilyDescriptor family, Action<SampleWriter> series)
    {
        writer.BeginFamily(family);
        series(writer);
        writer.EndFamily();
    }

    /// <summary>The pairs of a sample, escaped and joined.</summary>
    public static byte[] Labels(params (string Name, string Value)[] labels) =>
        Encoding.UTF8.GetBytes(string.Join(',', labels.Select(label => Strict.GetString(LabelEscaping.Pair(label.Name, label.Value)))));
}
