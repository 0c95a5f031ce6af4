using System.Buffers;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class WriterAllocationTests
{
    [Fact]
    public void SeriesAllocateNothingOnceWarm()
    {
        foreach (var format in new[] { ExpositionFormat.PrometheusText, ExpositionFormat.OpenMetrics })
        {
            var output = new ArrayBufferWriter<byte>(8 * 1024 * 1024);
            var writer = format.CreateWriter(output, new ExpositionOptions { Created = true });
            var counter = new TypedMetrics.Exposition.FamilyDescriptor(MetricType.Counter, "c", "help", null);
            var histogram = new TypedMetrics.Exposition.FamilyDescriptor(MetricType.Histogram, "h_seconds", null, "seconds");
            var labels = Exposed.Labels(("method", "GET"));
            double[] bounds = [0.5, 1, 2.5];
            long[] counts = [1, 2, 3, 4];

            // The runtime itself may allocate while it compiles a method anew; a writer that allocates does so every time.
            Write(1000);
            var allocated = long.MaxValue;
            for (var round = 0; round < 5 && allocated > 0; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Write(1000);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Assert.Equal(0, allocated);

            void Write(int series)
            {
                writer.BeginFamily(counter);
                for (var i = 0; i < series; i++)
                {
                    writer.Counter(labels, i, 1795339415.919);
                    writer.Counter(labels, i + 0.125, double.NaN);
                }

                writer.EndFamily();
                writer.BeginFamily(histogram);
                for (var i = 0; i < series; i++)
                {
                    writer.Histogram(labels, bounds, counts, 1.25, 1795339415.919);
                }

                writer.EndFamily();
                writer.Commit();
                output.ResetWrittenCount();
            }
        }
    }
}
