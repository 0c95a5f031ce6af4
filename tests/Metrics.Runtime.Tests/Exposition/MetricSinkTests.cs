using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class MetricSinkTests
{
    [Fact]
    public void FamilyOfEachTypeIsWritten()
    {
        var text = Collect(sink =>
        {
            sink.Family(MetricType.Counter, "jobs_total", "Jobs.").Counter(1, ("queue", "a")).Counter(2.5, ("queue", "b"));
            sink.Family(MetricType.Gauge, "size_bytes", null, "bytes").Gauge(double.NaN);
            sink.Family(MetricType.Unknown, "it").Unknown(-1);
            sink.Family(MetricType.StateSet, "state").StateSet([("on", true), ("off", false)], ("a", "b"));
            sink.Family(MetricType.Info, "build").Info(("version", "1"));
            sink.Family(MetricType.Histogram, "h").Histogram([1, 2], [3, 0, 1], 5.5, ("a", "b"));
            sink.Family(MetricType.Summary, "s").Summary([new(0.5, 2), new(1, double.NaN)], 4, 5.5, ("a", "b")).Summary([], 1, 2);
        });

        Assert.Equal(
            """
            # HELP jobs_total Jobs.
            # TYPE jobs_total counter
            jobs_total{queue="a"} 1
            jobs_total{queue="b"} 2.5
            # TYPE size_bytes gauge
            size_bytes NaN
            # TYPE it untyped
            it -1
            # TYPE state gauge
            state{a="b",state="on"} 1
            state{a="b",state="off"} 0
            # TYPE build_info gauge
            build_info{version="1"} 1
            # TYPE h histogram
            h_bucket{a="b",le="1.0"} 3
            h_bucket{a="b",le="2.0"} 3
            h_bucket{a="b",le="+Inf"} 4
            h_sum{a="b"} 5.5
            h_count{a="b"} 4
            # TYPE s summary
            s{a="b",quantile="0.5"} 2
            s{a="b",quantile="1.0"} NaN
            s_sum{a="b"} 5.5
            s_count{a="b"} 4
            s_sum 2
            s_count 1

            """,
            text);
    }

    [Fact]
    public void CounterGetsItsEndingWhereItIsMissing() =>
        Assert.Equal("# TYPE jobs_total counter\njobs_total 1\n", Collect(sink => sink.Family(MetricType.Counter, "jobs").Counter(1)));

    [Fact]
    public void EmptyLabelIsAsGoodAsAbsent() =>
        Assert.Equal("# TYPE g gauge\ng{b=\"1\"} 1\n", Collect(sink => sink.Family(MetricType.Gauge, "g").Gauge(1, ("a", ""), ("b", "1"))));

    [Fact]
    public void ConstantLabelsComeFirstAndTheSeriesOwnLabelWins()
    {
        var text = Collect(
            sink => sink.Family(MetricType.Gauge, "g").Gauge(1, ("zone", "mine")).Gauge(2, ("a", "b")).Gauge(3, ("zone", "")),
            new("service", "shop"),
            new("zone", "eu"));

        Assert.Equal(
            "# TYPE g gauge\ng{service=\"shop\",zone=\"mine\"} 1\ng{service=\"shop\",zone=\"eu\",a=\"b\"} 2\ng{service=\"shop\"} 3\n",
            text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a.b")]
    [InlineData("größe")]
    public void InvalidNameIsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new MetricSink().Family(MetricType.Gauge, name));

    [Fact]
    public void UnitThatIsNotTheLastWordIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MetricSink().Family(MetricType.Gauge, "size", null, "bytes"));
        Assert.Throws<ArgumentException>(() => new MetricSink().Family(MetricType.Gauge, "bytes", null, "bytes"));
        Assert.NotNull(new MetricSink().Family(MetricType.Counter, "size_bytes_total", null, "bytes"));
    }

    [Theory]
    [InlineData("x", MetricType.Gauge, "x", MetricType.Gauge)]
    [InlineData("x_total", MetricType.Counter, "x", MetricType.Gauge)]
    [InlineData("x_created", MetricType.Gauge, "x_total", MetricType.Counter)]
    [InlineData("x", MetricType.Histogram, "x_count", MetricType.Gauge)]
    [InlineData("x_sum", MetricType.Unknown, "x", MetricType.Histogram)]
    public void ClashOfNamesIsRefused(string first, MetricType firstType, string second, MetricType secondType)
    {
        var sink = new MetricSink();
        sink.Family(firstType, first);

        Assert.Throws<ArgumentException>(() => sink.Family(secondType, second));
    }

    [Fact]
    public void VerbOfAnotherTypeIsRefused()
    {
        var sink = new MetricSink();

        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.Gauge, "a").Counter(1));
        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.Counter, "b").Gauge(1));
        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.Counter, "c").Unknown(1));
        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.Info, "i").StateSet([("on", true)]));
        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.StateSet, "state").Info());
        Assert.Throws<InvalidOperationException>(() => sink.Family(MetricType.Counter, "d").Histogram([], [1], 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void CounterThatIsNoCountIsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricSink().Family(MetricType.Counter, "c").Counter(value));

    [Fact]
    public void HistogramThatMakesNoSenseIsRefused()
    {
        var family = new MetricSink().Family(MetricType.Histogram, "h");

        Assert.Throws<ArgumentException>(() => family.Histogram([1, 1], [0, 0, 0], 0));
        Assert.Throws<ArgumentException>(() => family.Histogram([2, 1], [0, 0, 0], 0));
        Assert.Throws<ArgumentException>(() => family.Histogram([double.PositiveInfinity], [0, 0], 0));
        Assert.Throws<ArgumentException>(() => family.Histogram([1], [0], 0));
        Assert.Throws<ArgumentException>(() => family.Histogram([1], [0, -1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => family.Histogram([1], [0, 1], double.NaN));
    }

    [Fact]
    public void SummaryThatMakesNoSenseIsRefused()
    {
        var family = new MetricSink().Family(MetricType.Summary, "s");

        Assert.Throws<ArgumentException>(() => family.Summary([new(0.5, 1), new(0.5, 1)], 1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([new(0.9, 1), new(0.5, 1)], 1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([new(-0.1, 1)], 1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([new(1.1, 1)], 1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([new(double.NaN, 1)], 1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([], -1, 1));
        Assert.Throws<ArgumentException>(() => family.Summary([], 1, double.NaN));
    }

    [Fact]
    public void StateSetThatMakesNoSenseIsRefused()
    {
        var sink = new MetricSink([new("state", "constant")]);
        var family = sink.Family(MetricType.StateSet, "state");

        Assert.Throws<ArgumentException>(() => family.StateSet([]));
        Assert.Throws<ArgumentException>(() => family.StateSet([("", true)]));
        Assert.Throws<ArgumentException>(() => family.StateSet([("on", true), ("on", false)]));
        Assert.Throws<ArgumentException>(() => family.StateSet([("on", true)], ("state", "x")));
        Assert.Throws<ArgumentException>(() => family.StateSet([.. Enumerable.Range(0, 64).Select(state => ($"s{state}", false))]));
        Assert.Throws<ArgumentException>(() => sink.Family(MetricType.StateSet, "a:b"));
        Assert.Throws<ArgumentException>(() => sink.Family(MetricType.StateSet, "state_seconds", unit: "seconds"));
        Assert.NotNull(family.StateSet([("on", true)]));
    }

    [Theory]
    [InlineData("le")]
    [InlineData("quantile")]
    [InlineData("__name__")]
    [InlineData("a:b")]
    [InlineData("a-b")]
    [InlineData("")]
    public void InvalidLabelNameIsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new MetricSink().Family(MetricType.Gauge, "g").Gauge(1, (name, "x")));

    [Fact]
    public void LabelThatIsThereTwiceIsRefused() =>
        Assert.Throws<ArgumentException>(() => new MetricSink().Family(MetricType.Gauge, "g").Gauge(1, ("a", "1"), ("a", "2")));

    [Fact]
    public void SeriesThatIsThereTwiceIsRefusedWhateverTheOrderOfItsLabels()
    {
        var family = new MetricSink().Family(MetricType.Gauge, "g").Gauge(1, ("a", "1"), ("b", "2"));

        Assert.Throws<ArgumentException>(() => family.Gauge(1, ("b", "2"), ("a", "1")));
        Assert.Throws<ArgumentException>(() => family.Gauge(1, ("b", "2"), ("c", ""), ("a", "1")));
        family.Gauge(1, ("a", "1,b=2"));
        family.Gauge(1, ("a", "1\nb=1:2"));
    }

    private static string Collect(Action<MetricSink> collect, params KeyValuePair<string, string>[] constantLabels)
    {
        var sink = new MetricSink(constantLabels);
        collect(sink);
        return Exposed.Text(writer =>
        {
            foreach (IFamilySource family in sink.Families)
            {
                var cursor = 0;
                writer.BeginFamily(family.Descriptor);
                Assert.True(family.WriteSeries(writer, ref cursor));
                writer.EndFamily();
            }
        });
    }
}
