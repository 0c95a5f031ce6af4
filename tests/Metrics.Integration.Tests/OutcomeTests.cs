using System.Net;

namespace TypedMetrics.Integration.Tests;

/// <summary>The outcomes table: what happens outside the happy path, through real generated accessors.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly CollectorRegistry _registry = new();
    private readonly KindMetrics _metrics;

    public OutcomeTests() => _metrics = new KindMetrics(_registry);

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void CountsAnUndefinedEnumValueInOtherOnce()
    {
        _metrics.ByEnum((Shade)77).Inc(5);

        Assert.Equal(5, _registry.GetSampleValue("it_enum_total", ("shade", "other")));
        AssertOverflow("it_enum_total", "shade", 1);
    }

    [Fact]
    public void CountsAnUndefinedEnumValueInTheEnumsOwnOther()
    {
        _metrics.ByWeather((Weather)(-1)).Inc();
        _metrics.ByWeather(Weather.Other).Inc();

        Assert.Equal(2, _registry.GetSampleValue("it_weather_total", ("weather", "other")));
        AssertOverflow("it_weather_total", "weather", 1);
    }

    [Fact]
    public void TakesTheEnumsOwnOtherInWhateverCase()
    {
        _metrics.ByUpperWeather((Weather)(-1)).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_weather_changes_total", ("weather", "OTHER")));
        Assert.Null(_registry.GetSampleValue("it_weather_changes_total", ("weather", "other")));
    }

    [Fact]
    public void CountsEachNumberOfAnEnumWithGapsAndAliases()
    {
        _metrics.ByGapped(Gapped.Below).Inc();
        _metrics.ByGapped(Gapped.Alias).Inc(2);
        _metrics.ByGapped(Gapped.Above).Inc(3);
        _metrics.ByGapped((Gapped)5).Inc(4);

        Assert.Equal(1, _registry.GetSampleValue("it_gapped_total", ("gapped", "below")));
        Assert.Equal(2, _registry.GetSampleValue("it_gapped_total", ("gapped", "zero")));
        Assert.Equal(3, _registry.GetSampleValue("it_gapped_total", ("gapped", "above")));
        Assert.Equal(4, _registry.GetSampleValue("it_gapped_total", ("gapped", "other")));
    }

    [Fact]
    public void CountsAStringThatOneOfDoesNotListInOther()
    {
        _metrics.ByOneOf("stale").Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_one_of_total", ("result", "other")));
        AssertOverflow("it_one_of_total", "result", 1);
    }

    [Fact]
    public void TakesAListedOtherAsTheOverflowValue()
    {
        _metrics.ByOneOfWithOther("other").Inc();
        _metrics.ByOneOfWithOther("unlisted").Inc();

        Assert.Equal(2, _registry.GetSampleValue("it_one_of_other_total", ("result", "other")));
        AssertOverflow("it_one_of_other_total", "result", 1);
    }

    [Theory]
    [InlineData(0, "other")]
    [InlineData(1, "1")]
    [InlineData(5, "5")]
    [InlineData(6, "other")]
    [InlineData(int.MinValue, "other")]
    [InlineData(int.MaxValue, "other")]
    public void CountsAnIntegerOutsideItsRangeInOther(int rating, string expected)
    {
        _metrics.ByRange(rating).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_range_total", ("rating", expected)));
    }

    [Fact]
    public void CountsWhatComesAfterTheMaximumOfAnOpenLabelInOther()
    {
        foreach (var tenant in new[] { "a", "b", "c", "d", "e", "a" })
        {
            _metrics.ByOpen(tenant).Inc();
            _metrics.BySpan(tenant.AsSpan()).Inc();
        }

        foreach (var name in new[] { "it_open_total", "it_span_total" })
        {
            Assert.Equal(2, _registry.GetSampleValue(name, ("tenant", "a")));
            Assert.Equal(1, _registry.GetSampleValue(name, ("tenant", "c")));
            Assert.Null(_registry.GetSampleValue(name, ("tenant", "d")));
            Assert.Equal(2, _registry.GetSampleValue(name, ("tenant", "other")));
            AssertOverflow(name, "tenant", 2);
        }
    }

    [Fact]
    public void TakesAnOpenTextThatIsOtherAsTheOverflowValue()
    {
        _metrics.ByOpen("other").Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_open_total", ("tenant", "other")));
        Assert.Null(_registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "it_open_total"), ("label", "tenant")));
    }

    [Fact]
    public void CountsEachCombinationOfKnownAndOtherValuesForItself()
    {
        string[] texts = ["a", "b", "c"];
        for (var round = 1; round <= 2; round++)
        {
            foreach (var level in Enumerable.Range(-1, 5))
            {
                foreach (var (tenant, region) in texts.SelectMany(tenant => texts.Select(region => (tenant, region))))
                {
                    foreach (var warm in new[] { false, true })
                    {
                        _metrics.Known(level, tenant, Shade.Dark, region, warm).Inc();
                        _metrics.Known(level, tenant, (Shade)7, region, warm).Inc();
                        Assert.Equal(round, Known(level, tenant, "dark", region, warm));
                        Assert.Equal(round, Known(level, tenant, "other", region, warm));
                    }
                }
            }
        }

        double? Known(int level, string tenant, string shade, string region, bool warm) => _registry.GetSampleValue(
            "it_known_total",
            ("level", level == 3 ? "other" : $"{level}"),
            ("tenant", tenant == "c" ? "other" : tenant),
            ("shade", shade),
            ("region", region == "c" ? "other" : region),
            ("warm", warm ? "true" : "false"));
    }

    [Fact]
    public void CountsEachCombinationOfClosedValuesForItself()
    {
        foreach (var level in Enumerable.Range(-1, 5))
        {
            foreach (var shade in new[] { Shade.Light, Shade.Dark, (Shade)(-1) })
            {
                foreach (var weather in new[] { Weather.Sunny, (Weather)99 })
                {
                    _metrics.Closed(level, shade, true, weather).Inc();
                    Assert.Equal(1, _registry.GetSampleValue(
                        "it_closed_total",
                        ("level", level == 3 ? "other" : $"{level}"),
                        ("shade", Enum.IsDefined(shade) ? $"{shade}".ToLowerInvariant() : "other"),
                        ("warm", "true"),
                        ("weather", Enum.IsDefined(weather) ? "sunny" : "other")));
                }
            }
        }

        AssertOverflow("it_closed_total", "level", 6);
        AssertOverflow("it_closed_total", "shade", 10);
        AssertOverflow("it_closed_total", "weather", 15);
    }

    [Fact]
    public void KeepsTheOtherLabelsWhereOneOverflows()
    {
        _metrics.Mixed("a", Shade.Light, warm: true).Inc();
        _metrics.Mixed("b", Shade.Light, warm: true).Inc();
        _metrics.Mixed("c", Shade.Dark, warm: false).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_mixed_total", ("tenant", "other"), ("shade", "dark"), ("warm", "false")));
    }

    [Fact]
    public void GivesNullOneMoreValueInANullableLabel()
    {
        _metrics.ByNullableEnum(null).Inc();
        _metrics.ByNullableBool(null).Inc();
        _metrics.ByNullableOneOf(null).Inc();
        _metrics.ByNullableOneOf("").Inc();
        _metrics.ByNullableOpen(null).Inc();
        _metrics.ByNullableOpen("").Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_nullable_enum_total", ("shade", "")));
        Assert.Equal(1, _registry.GetSampleValue("it_nullable_bool_total", ("warm", "")));
        Assert.Equal(2, _registry.GetSampleValue("it_nullable_one_of_total", ("result", "")));
        Assert.Equal(2, _registry.GetSampleValue("it_nullable_open_total", ("tenant", "")));
    }

    [Fact]
    public void CountsNullInOtherWhereTheLabelIsClosedAndNotNullable()
    {
        _metrics.ByOneOf(null!).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_one_of_total", ("result", "other")));
        AssertOverflow("it_one_of_total", "result", 1);
    }

    [Fact]
    public void CountsNullAsEmptyInAnOpenLabel()
    {
        _metrics.ByOpen(null!).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_open_total", ("tenant", "")));
    }

    [Fact]
    public void CountsANullLabelSetInOtherThroughout()
    {
        _metrics.ByClassSet(null!).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_class_set_total", ("shade", "other"), ("letter", "other")));
    }

    [Fact]
    public void CountsSeriesBeyondTheMaximumInTheSeriesOfOthers()
    {
        foreach (var tenant in new[] { "a", "b", "c", "d" })
        {
            _metrics.Capped(tenant, Shade.Dark).Inc();
        }

        Assert.Equal(1, _registry.GetSampleValue("it_capped_total", ("tenant", "a"), ("shade", "dark")));
        Assert.Equal(1, _registry.GetSampleValue("it_capped_total", ("tenant", "b"), ("shade", "dark")));
        Assert.Equal(2, _registry.GetSampleValue("it_capped_total", ("tenant", "other"), ("shade", "other")));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_series_overflow_total", ("metric", "it_capped_total")));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void IgnoresAndCountsAnInvalidIncrement(double amount)
    {
        _metrics.Plain.Inc(amount);

        Assert.Equal(0, _metrics.Plain.Value);
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "it_plain_total")));
    }

    [Fact]
    public void IgnoresAndCountsANegativeIntegerIncrementAndAnObservationThatIsNaN()
    {
        _metrics.Plain.Inc(-1L);
        _metrics.Wait(Shade.Dark).Observe(double.NaN);

        Assert.Equal(0, _metrics.Plain.Value);
        Assert.Equal(0, _metrics.Wait(Shade.Dark).Count);
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "it_plain_total")));
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_invalid_updates_total", ("metric", "it_wait_seconds")));
    }

    [Fact]
    public void SharesTheCellsOfAnIdenticalDeclarationUntilTheLastOwnerIsGone()
    {
        var second = new KindMetrics(_registry);
        _metrics.Plain.Inc();
        second.Plain.Inc();
        Assert.Equal(2, _registry.GetSampleValue("it_plain_total"));

        second.Dispose();
        Assert.Equal(2, _registry.GetSampleValue("it_plain_total"));

        var kept = _metrics.Plain;
        _metrics.Dispose();
        Assert.Null(_registry.GetSampleValue("it_plain_total"));
        kept.Inc();
        Assert.Empty(_registry.Problems);

        using var third = new KindMetrics(_registry);
        Assert.Equal(0, third.Plain.Value);
    }

    [Fact]
    public void ExposesLabelSetsWithCaseAndNumbers()
    {
        _metrics.BySet(new(HttpVerb.Get, Shade.Light, HttpStatusCode.NotFound)).Inc();
        _metrics.BySet(new(HttpVerb.From("BREW"), Shade.Light, (HttpStatusCode)799)).Inc();

        Assert.Equal(1, _registry.GetSampleValue("it_set_total", ("method", "GET"), ("shade", "light"), ("status", "404")));
        Assert.Equal(1, _registry.GetSampleValue("it_set_total", ("method", "other"), ("shade", "light"), ("status", "other")));
    }

    [Fact]
    public void ExposesSmallClosedMetricsWithZeroFromTheFirstScrape()
    {
        Assert.Equal(0, _registry.GetSampleValue("it_enum_total", ("shade", "light")));
        Assert.Equal(0, _registry.GetSampleValue("it_wait_seconds_count", ("shade", "dark")));
        Assert.Null(_registry.GetSampleValue("it_set_total", ("method", "GET"), ("shade", "light"), ("status", "200")));
        Assert.Null(_registry.GetSampleValue("it_level", ("shade", "light")));
        Assert.Null(_registry.GetSampleValue("it_open_total", ("tenant", "a")));
    }

    [Fact]
    public void TouchesByIncrementOfZeroAndNotByTakingAnInstrument()
    {
        _ = _metrics.ByOpen("taken");
        _metrics.ByOpen("touched").Inc(0);

        Assert.Null(_registry.GetSampleValue("it_open_total", ("tenant", "taken")));
        Assert.Equal(0, _registry.GetSampleValue("it_open_total", ("tenant", "touched")));
    }

    [Fact]
    public void RemovesASeriesUntilItIsTouchedAgain()
    {
        var counter = _metrics.ByOpen("gone");
        counter.Inc(3);
        counter.Remove();
        Assert.Null(_registry.GetSampleValue("it_open_total", ("tenant", "gone")));

        counter.Inc();
        Assert.Equal(1, _registry.GetSampleValue("it_open_total", ("tenant", "gone")));
    }

    [Fact]
    public void CountsNothingOnADefaultInstrument()
    {
        default(Counter).Inc();
        default(Gauge).Set(1);
        default(Histogram).Observe(1);

        Assert.Equal(0, default(Counter).Value);
    }

    private void AssertOverflow(string metric, string label, double expected) =>
        Assert.Equal(
            expected,
            _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", metric), ("label", label)));
}
