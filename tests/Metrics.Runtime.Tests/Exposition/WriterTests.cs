using TypedMetrics.Exposition;
using TypedMetrics.Runtime.Tests.Snapshots;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class WriterTests
{
    private const double Birth = 1795339415.919;

    [Fact]
    public void CounterIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Counter, "shop_http_requests", "HTTP requests handled.", null),
        family =>
        {
            family.Counter(Exposed.Labels(("method", "GET"), ("status", "200")), 1027, Birth);
            family.Counter(Exposed.Labels(("method", "POST"), ("status", "500")), 3, 1795339416);
            family.Counter(Exposed.Labels(("method", "PUT"), ("status", "200")), 2.5, Birth);
            family.Counter(Exposed.Labels(("method", "HEAD"), ("status", "200")), long.MaxValue, double.NaN);
            family.Counter([], 0, Birth);
        }));

    [Fact]
    public void GaugeIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Gauge, "queue_wait_seconds", "Age of the oldest job.", "seconds"),
        family =>
        {
            family.Gauge([], 12);
            family.Gauge(Exposed.Labels(("queue", "nan")), double.NaN);
            family.Gauge(Exposed.Labels(("queue", "up")), double.PositiveInfinity);
            family.Gauge(Exposed.Labels(("queue", "down")), double.NegativeInfinity);
            family.Gauge(Exposed.Labels(("queue", "negative zero")), -0.0);
            family.Gauge(Exposed.Labels(("queue", "tiny")), double.Epsilon);
            family.Gauge(Exposed.Labels(("queue", "huge")), -double.MaxValue);
            family.Gauge(Exposed.Labels(("queue", "fraction")), 0.1 + 0.2);
        }));

    [Fact]
    public void UnknownIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Unknown, "legacy_value", null, null),
        family => family.Unknown(Exposed.Labels(("from", "elsewhere")), 1_000_000)));

    [Fact]
    public void StateSetIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.StateSet, "breaker_state", "Circuit breaker.", null),
        family =>
        {
            var states = new StateLabels("breaker_state", ["closed", "half \"open\"", "open"]);
            family.StateSet([], states, 0b001);
            family.StateSet(Exposed.Labels(("endpoint", "/api/cart")), states, 0b110);
            family.StateSet(Exposed.Labels(("endpoint", "none")), states, 0);
        }));

    [Fact]
    public void InfoIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Info, "build", "Build.", null),
        family =>
        {
            family.Info([]);
            family.Info(Exposed.Labels(("version", "1.2.3"), ("commit", "0f3a")));
        }));

    [Fact]
    public void HistogramIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Histogram, "request_duration_seconds", "Request duration.", "seconds"),
        family =>
        {
            family.Histogram(Exposed.Labels(("endpoint", "/api/cart")), [0.005, 0.25, 1, 10, 1e6], [1, 0, 4, 0, 2, 1], 17.25, Birth);
            family.Histogram([], [0.005, 0.25, 1, 10, 1e6], [0, 0, 0, 0, 0, 0], 0, Birth);
        }));

    [Fact]
    public void HistogramWithNegativeBoundsIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Histogram, "clock_offset_seconds", null, "seconds"),
        family => family.Histogram([], [-0.5, 0, 0.5], [2, 3, 5, 1], -1.5, Birth)));

    [Fact]
    public void SummaryIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Summary, "payload_bytes", "Payload size.", "bytes"),
        family =>
        {
            family.Summary(Exposed.Labels(("endpoint", "/api/cart")), [0, 0.5, 0.999, 1], [0, 1024.5, 1e6, double.PositiveInfinity], 17, 17.25, Birth);
            family.Summary(Exposed.Labels(("endpoint", "idle")), [0, 0.5, 0.999, 1], [double.NaN, double.NaN, double.NaN, double.NaN], 0, 0, Birth);
            family.Summary([], [], [], 3, 1, Birth);
        }));

    [Fact]
    public void SummaryOfNegativeValuesIsWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Summary, "clock_offset_seconds", null, "seconds"),
        family => family.Summary([], [0.1, 0.5, 0.9], [-0.5, 0, 0.25], 9, -1.5, Birth)));

    [Fact]
    public void EscapesAreWrittenGolden() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Gauge, "paths", "A \"quoted\" C:\\path\nand a second line.", null),
        family =>
        {
            family.Gauge(Exposed.Labels(("path", "C:\\temp\n\"x\"")), 1);
            family.Gauge(Exposed.Labels(("path", "tab\tgrün €  \U0001F600 {a=\"b\"} # EOF")), 2);
            family.Gauge(Exposed.Labels(("path", "lone \uD800 surrogate")), 3);
        }));

    [Fact]
    public void FamilyWithoutSeriesIsItsHeader() => VerifyAll(writer => writer.Family(
        new FamilyDescriptor(MetricType.Counter, "idle_seconds", "Nothing yet.", "seconds"), _ => { }));

    [Fact]
    public void EmptyScrapeIsNothingInTextAndItsEndInOpenMetrics()
    {
        Assert.Equal("", Exposed.Text(_ => { }));
        Assert.Equal("# EOF\n", Exposed.OpenMetrics(_ => { }));
    }

    [Fact]
    public void UnitThatIsNotTheLastWordIsLeftOut()
    {
        var text = Exposed.OpenMetrics(writer => writer.Family(
            new FamilyDescriptor(MetricType.Gauge, "size", null, "bytes"), family => family.Gauge([], 1)));

        Assert.Equal("# TYPE size gauge\nsize 1.0\n# EOF\n", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void EmptyHelpHasNoLine(string? help)
    {
        var family = new FamilyDescriptor(MetricType.Gauge, "size", help, null);

        Assert.Equal("# TYPE size gauge\n", Exposed.Text(writer => writer.Family(family, _ => { })));
        Assert.Equal("# TYPE size gauge\n# EOF\n", Exposed.OpenMetrics(writer => writer.Family(family, _ => { })));
    }

    [Fact]
    public void ImplausibleBirthIsLeftOut()
    {
        var text = Exposed.OpenMetrics(
            writer => writer.Family(
                new FamilyDescriptor(MetricType.Counter, "x", null, null),
                family =>
                {
                    family.Counter(Exposed.Labels(("a", "1")), 1, double.PositiveInfinity);
                    family.Counter(Exposed.Labels(("a", "2")), 1, 1e300);
                    family.Counter(Exposed.Labels(("a", "3")), 1, -1);
                }),
            created: true);

        Assert.DoesNotContain("_created", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CountLooksTheSameAsIntegerAndAsDouble()
    {
        var family = new FamilyDescriptor(MetricType.Counter, "x", null, null);
        foreach (var value in new long[] { 0, 7, 1_000_000, 123_456_789_012, 1L << 53 })
        {
            Assert.Equal(
                Exposed.OpenMetrics(writer => writer.Family(family, series => series.Counter([], value, double.NaN))),
                Exposed.OpenMetrics(writer => writer.Family(family, series => series.Counter([], (double)value, double.NaN))));
        }
    }

    [Fact]
    public void BoundsOfEachSeriesAreItsOwn()
    {
        var text = Exposed.Text(writer => writer.Family(
            new FamilyDescriptor(MetricType.Histogram, "h", null, null),
            family =>
            {
                family.Histogram(Exposed.Labels(("a", "1")), [1], [1, 0], 1, double.NaN);
                family.Histogram(Exposed.Labels(("a", "2")), [2], [1, 0], 1, double.NaN);
            }));

        Assert.Contains("h_bucket{a=\"1\",le=\"1.0\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("h_bucket{a=\"2\",le=\"2.0\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SampleLongerThanAnyPieceIsWritten()
    {
        var value = new string('x', 1_000_000);

        var text = Exposed.Text(writer => writer.Family(
            new FamilyDescriptor(MetricType.Gauge, "g", null, null),
            family => family.Gauge(Exposed.Labels(("a", value)), 1)));

        Assert.Equal($"# TYPE g gauge\ng{{a=\"{value}\"}} 1\n", text);
    }

    private static void VerifyAll(Action<SampleWriter> write, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        Snapshot.Verify(Exposed.Text(write), "text", test: test);
        Snapshot.Verify(Exposed.OpenMetrics(write), "openmetrics", test: test);
        Snapshot.Verify(Exposed.OpenMetrics(write, created: true), "openmetrics-created", test: test);
    }
}
