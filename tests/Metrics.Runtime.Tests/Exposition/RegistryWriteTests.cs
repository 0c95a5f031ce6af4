using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Runtime.Tests.Server;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class RegistryWriteTests
{
    private const string Text = "# HELP jobs_total Jobs done.\n# TYPE jobs_total counter\njobs_total{queue=\"a\"} 3\njobs_total{queue=\"b\"} 4\n"
        + "# HELP size_bytes Size.\n# TYPE size_bytes gauge\nsize_bytes 17\n";

    [Fact]
    public async Task BufferStreamAndPipeGetTheSame()
    {
        var registry = TestCollector.Small();
        var buffer = new ArrayBufferWriter<byte>();
        using var stream = new MemoryStream();
        var pipe = new Pipe();

        registry.Write(buffer, ExpositionFormat.PrometheusText);
        await registry.WriteAsync(stream, ExpositionFormat.PrometheusText);
        await registry.WriteAsync(pipe.Writer, ExpositionFormat.PrometheusText);
        await pipe.Writer.CompleteAsync();

        Assert.Equal(Text, Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(Text, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(Text, Encoding.UTF8.GetString((await pipe.Reader.ReadAsync()).Buffer.ToArray()));
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void OptionsChooseFamilies()
    {
        var buffer = new ArrayBufferWriter<byte>();

        TestCollector.Small().Write(buffer, ExpositionFormat.OpenMetrics, new ExpositionOptions { Names = ["size_bytes"] });

        Assert.Equal(
            "# TYPE size_bytes gauge\n# UNIT size_bytes bytes\n# HELP size_bytes Size.\nsize_bytes 17.0\n# EOF\n",
            Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public async Task SlowReaderHoldsTheWriterBack()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024));

        var writing = TestCollector.Large(20_000).WriteAsync(pipe.Writer, ExpositionFormat.OpenMetrics).AsTask();
        Assert.False(writing.IsCompleted);
        var text = new StringBuilder();
        var largest = 0L;
        while (!text.ToString(Math.Max(0, text.Length - 6), Math.Min(6, text.Length)).EndsWith("# EOF\n", StringComparison.Ordinal))
        {
            var read = await pipe.Reader.ReadAsync();
            largest = Math.Max(largest, read.Buffer.Length);
            text.Append(Encoding.UTF8.GetString(read.Buffer.ToArray()));
            pipe.Reader.AdvanceTo(read.Buffer.End);
        }

        await writing;
        Assert.Equal(20_000, ExpositionParser.Parse(text.ToString()).Count);
        Assert.True(largest < 64 * 1024 + (2 * SampleWriter.BlockSize), $"{largest} bytes were written at once");
    }

    [Fact]
    public async Task ReaderThatHasGoneEndsTheWriting()
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => TestCollector.Small().WriteAsync(pipe.Writer, ExpositionFormat.PrometheusText).AsTask());
    }

    [Fact]
    public async Task CancellationEndsTheWritingInTheMiddle()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024));
        using var cancel = new CancellationTokenSource();

        var writing = TestCollector.Large(20_000).WriteAsync(pipe.Writer, ExpositionFormat.OpenMetrics, null, cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TestCollector.Small().WriteAsync(Stream.Null, ExpositionFormat.OpenMetrics, null, cancel.Token).AsTask());
    }

    [Fact]
    public async Task FailureLeavesNoEndInTheStream()
    {
        using var stream = new MemoryStream();
        using var cancel = new CancellationTokenSource();
        var registry = TestCollector.Registry(sink =>
        {
            sink.Family(MetricType.Gauge, "g").Gauge(1);
            cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => registry.WriteAsync(stream, ExpositionFormat.OpenMetrics, null, cancel.Token).AsTask());

        Assert.DoesNotContain("# EOF", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void SeriesOfALargeRegistryAllocateNothingOnceWarm()
    {
        const int Series = 5000;
        var registry = new CollectorRegistry { SelfMetrics = false };
        using var group = new MetricGroupRegistration(registry, "Tests");
        var family = group.Counter(new MetricDeclaration("c_total") { Labels = [LabelDeclaration.Range("n", 1, Series, false)] });
        for (var i = 0; i < Series; i++)
        {
            family.At(i).Inc();
        }

        var buffer = new ArrayBufferWriter<byte>(4 * 1024 * 1024);

        // What a scrape needs whatever the number of series: the list of families, the writer.
        Assert.InRange(TypedMetrics.Tests.Allocations.LeastOf(5, Write), 0, 2000);

        void Write()
        {
            buffer.ResetWrittenCount();
            registry.Write(buffer, ExpositionFormat.PrometheusText);
        }
    }
}
