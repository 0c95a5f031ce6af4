using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>Instruments that were kept until their value was freed.</summary>
public sealed class StaleInstrumentTests
{
    private const int Reused = Mortal.PeriodsToExpire + Mortal.PeriodsOfRest + 1;
    private readonly Mortal _mortal = new();

    [Fact]
    public void CountInOtherAndInTheOverflowCounter()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 2));
        var kept = family.Of("kept");
        kept.Inc();
        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        kept.Inc(2);
        kept.Inc(0.5);
        Assert.Equal(["orders_total{tenant=\"other\"} 2.5"], _mortal.Registry.Samples("orders_total"));
        Assert.Equal(2, _mortal.Registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "orders_total"), ("label", "tenant")));
        Assert.Equal(0, kept.Value);
    }

    [Fact]
    public void NeverTouchTheTextThatHasTheIndexNow()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        var kept = family.Of("kept");
        kept.Inc();
        _mortal.Pass(Reused);
        var next = family.Of("next");
        next.Inc(5);
        kept.Inc();
        kept.Remove();
        kept.IncTo(3);
        Assert.Equal(5, next.Value);
        Assert.Equal(0, kept.Value);
        Assert.Equal(["orders_total{tenant=\"next\"} 5", "orders_total{tenant=\"other\"} 3"], _mortal.Registry.Samples("orders_total"));
        Assert.NotEqual(kept, next);
    }

    [Fact]
    public void StayStaleWhenTheirTextComesBack()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        var kept = family.Of("tenant");
        kept.Inc();
        _mortal.Pass(Reused);
        family.Of("tenant").Inc(5);
        kept.Inc();
        Assert.Equal(["orders_total{tenant=\"tenant\"} 5", "orders_total{tenant=\"other\"} 1"], _mortal.Registry.Samples("orders_total"));
    }

    [Fact]
    public void KeepTheirOtherLabels()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 2), Declare.Open("item", 2));
        var kept = family.Of("tenant", "item");
        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        kept.Inc();
        Assert.Equal(["orders_total{tenant=\"other\",item=\"item\"} 1"], _mortal.Registry.Samples("orders_total"));
    }

    [Fact]
    public void AreFreshWhileOnlyOtherValuesAreFreed()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 5));
        var kept = family.Of("kept");
        family.Of("gone").Inc();
        _mortal.Pass(Reused, () => _ = family.Of("kept"));
        kept.Inc();
        Assert.Equal(1, kept.Value);
        Assert.Equal(1, family.Expired);
        Assert.Equal(kept, family.Of("kept"));
        Assert.Equal(kept.GetHashCode(), family.Of("kept").GetHashCode());
    }

    [Fact]
    public void HoldsForEveryInstrument()
    {
        var group = _mortal.Registry.Group();
        LabelDeclaration[] labels = [Mortal.Label("tenant", 1)];
        var gauge = group.Gauge(new MetricDeclaration("level") { Labels = labels });
        var histogram = group.Histogram(new MetricDeclaration("size") { Labels = labels, Buckets = [1] });
        var states = group.StateSet(new MetricDeclaration("day") { Labels = labels, States = Enum.GetNames<DayOfWeek>() });
        var info = group.Info(new MetricDeclaration("build_info") { Labels = labels });
        var kept = (gauge.Of("a"), histogram.Of("a"), states.Of("a"), info.Of("a"));
        kept.Item1.Set(1);
        kept.Item2.Observe(1);
        kept.Item3.Set(DayOfWeek.Monday);
        kept.Item4.Set();
        Assert.Equal(13, Samples().Count);

        _mortal.Pass(Mortal.PeriodsToExpire + 1);
        Assert.Empty(Samples());

        _mortal.Pass(Mortal.PeriodsOfRest);
        gauge.Of("b").Set(2);
        histogram.Of("b").Observe(2);
        states.Of("b").Set(DayOfWeek.Friday);
        Assert.Equal((0, 0, false), (kept.Item1.Value, kept.Item2.Sum, kept.Item3.IsSet(DayOfWeek.Friday)));
        kept.Item1.Set(7);
        kept.Item2.Observe(7);
        kept.Item3.Set(DayOfWeek.Sunday);
        kept.Item4.Set();
        Assert.Equal((2, 2, DayOfWeek.Friday), (gauge.Of("b").Value, histogram.Of("b").Sum, states.Of("b").Current));
        Assert.Equal(7, _mortal.Registry.GetSampleValue("level", ("tenant", "other")));
        Assert.Equal(7, _mortal.Registry.GetSampleValue("size_sum", ("tenant", "other")));
        Assert.Equal(1, _mortal.Registry.GetSampleValue("day", ("tenant", "other"), ("day", "Sunday")));
        Assert.Equal(1, _mortal.Registry.GetSampleValue("build_info", ("tenant", "other")));
    }

    [Fact]
    public void AnExemplarGoesWithItsValue()
    {
        var family = _mortal.Counter("orders_total", Mortal.Label("tenant", 1));
        var exemplar = Exemplar.Of("order", "17");
        family.Of("a").Inc(exemplar);
        Assert.Contains("# {order=\"17\"}", OpenMetrics(), StringComparison.Ordinal);
        var kept = family.Of("a");
        _mortal.Pass(Reused);
        family.Of("b").Inc();
        Assert.DoesNotContain("order=", OpenMetrics(), StringComparison.Ordinal);
        kept.Inc(2, exemplar);
        Assert.Contains("orders_total{tenant=\"other\"} 2 # {order=\"17\"}", OpenMetrics(), StringComparison.Ordinal);
        Assert.Equal(1, family.Of("b").Value);
    }

    [Fact]
    public void HoldsForSummaries()
    {
        var family = _mortal.Registry.Group().Summary(new MetricDeclaration("size") { Labels = [Mortal.Label("tenant", 1)] });
        var kept = family.Of("a");
        kept.Observe(1);
        Assert.Equal((1, 1), (kept.Count, kept.Sum));
        _mortal.Pass(Reused);
        Assert.Equal(0, family.SeriesTouched);
        family.Of("b").Observe(2);
        kept.Observe(7);
        kept.Remove();
        Assert.Equal((0, 0, double.NaN), (kept.Count, kept.Sum, kept.GetQuantile(0.5)));
        Assert.All(kept.GetQuantiles(), quantile => Assert.Equal(double.NaN, quantile.Value));
        Assert.Equal((1, 2), (family.Of("b").Count, family.Of("b").Sum));
        Assert.Equal(7, _mortal.Registry.GetSampleValue("size_sum", ("tenant", "other")));
    }

    private string OpenMetrics()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        _mortal.Registry.Write(output, ExpositionFormat.OpenMetrics);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private List<string> Samples() =>
        [.. _mortal.Registry.Text().Split('\n').Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("typedmetrics", StringComparison.Ordinal))];
}
