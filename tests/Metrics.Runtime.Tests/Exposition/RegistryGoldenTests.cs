using System.Buffers;
using System.Globalization;
using System.Text;
using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;
using TypedMetrics.Runtime.Tests.Server;
using TypedMetrics.Runtime.Tests.Snapshots;

namespace TypedMetrics.Runtime.Tests.Exposition;

/// <summary>What a whole registry looks like, from the instruments to the bytes.</summary>
public sealed class RegistryGoldenTests
{
    [Fact]
    public void InstrumentsAreExposedGolden()
    {
        var registry = Shop();

        Snapshot.Verify(Write(registry, ExpositionFormat.PrometheusText), "text");
        Snapshot.Verify(Write(registry, ExpositionFormat.OpenMetrics), "openmetrics");
        Snapshot.Verify(Write(registry, ExpositionFormat.OpenMetrics, created: true), "openmetrics-created");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void CultureMakesNoDifference(string culture)
    {
        var expected = Write(Shop(), ExpositionFormat.OpenMetrics, created: true);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Write(Shop(), ExpositionFormat.OpenMetrics, created: true));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AllFormatsHaveTheSameSamples()
    {
        var registry = Shop();
        var text = Samples(Write(registry, ExpositionFormat.PrometheusText));
        var open = Samples(Write(registry, ExpositionFormat.OpenMetrics));

        Assert.Equal(text.Select(sample => sample.Key), open.Select(sample => sample.Key));
        Assert.All(text.Zip(open), pair => Assert.Equal(pair.First.Value, pair.Second.Value));
    }

    private static CollectorRegistry Shop()
    {
        var registry = new CollectorRegistry
        {
            TimeProvider = new ManualTime(),
            ConstantLabels = new Dictionary<string, string> { ["zone"] = "eu-1" },
        };
        var group = new MetricGroupRegistration(registry, "Shop.ShopMetrics", "service=checkout");
        var requests = group.Counter(new MetricDeclaration("shop_http_requests_total")
        {
            Help = "HTTP requests handled.",
            Labels = [LabelDeclaration.Closed("method", ["GET", "POST", "other"], 2), LabelDeclaration.Range("code", 200, 202, false)],
        });
        requests.At(0).Inc();
        requests.At(1).Inc(1_234_567);
        requests.At(5).Inc(0.5);
        group.Counter(new MetricDeclaration("shop_cpu_seconds_total") { Unit = "seconds" }).At(0).Inc(1e-7);
        var tenants = group.Gauge(new MetricDeclaration("shop_tenant_load_ratio")
        {
            Help = "Load \"now\".",
            Unit = "ratio",
            Labels = [LabelDeclaration.Open("tenant", 3, nullable: true)],
        });
        tenants.At(tenants.Intern(0, "a\\b\n\"c\"")).Set(0.25);
        tenants.At(tenants.Intern(0, "grün 😀")).Set(double.NegativeInfinity);
        tenants.At(tenants.Intern(0, (string?)null)).Set(double.NaN);
        var duration = group.Histogram(new MetricDeclaration("shop_request_duration_seconds")
        {
            Help = "Request duration.",
            Unit = "seconds",
            Labels = [LabelDeclaration.Closed("endpoint", ["orders", "/api/cart", "other"], 2)],
            Buckets = [0.005, 0.1, 1, 2.5],
        });
        duration.At(0).Observe(0.1);
        duration.At(0).Observe(0.100001);
        duration.At(1).Observe(1000);
        group.Histogram(new MetricDeclaration("shop_balance_euros") { Buckets = [-100, 0, 100] }).At(0).Observe(-7.5);
        var payload = group.Summary(new MetricDeclaration("shop_payload_bytes")
        {
            Help = "Payload size.",
            Unit = "bytes",
            Labels = [Declare.Bool("warm")],
            Quantiles = [0.5, 0.99],
        });
        payload.At(1).Observe(1024);
        payload.At(1).Observe(4096);
        var breaker = group.StateSet(new MetricDeclaration("shop_breaker_state")
        {
            Help = "Circuit breaker.",
            Labels = [LabelDeclaration.Closed("endpoint", ["orders", "/api/cart", "other"], 2)],
            States = ["monday", "tuesday"],
            StateNumbers = [1, 2],
        });
        breaker.At<DayOfWeek>(0).Set(DayOfWeek.Tuesday);
        breaker.At<DayOfWeek>(1).Set(DayOfWeek.Monday, false);
        var build = group.Info(new MetricDeclaration("shop_build") { Help = "Build.", Labels = [LabelDeclaration.Open("version", 4, nullable: false)] });
        build.At(build.Intern(0, "1.2.3")).Set();
        return registry;
    }

    private static string Write(CollectorRegistry registry, ExpositionFormat format, bool created = false)
    {
        var output = new ArrayBufferWriter<byte>();
        registry.Write(output, format, new ExpositionOptions { Created = created });
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    // OpenMetrics leaves out sum and count where a bound is negative.
    private static SortedDictionary<string, double> Samples(string exposition)
    {
        var samples = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, labels, value) in ExpositionParser.Parse(exposition))
        {
            if (name is not ("shop_balance_euros_sum" or "shop_balance_euros_count"))
            {
                samples.Add(
                    $"{name}{{{string.Join(',', labels)}}}",
                    value.EndsWith("Inf", StringComparison.Ordinal) ? value[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity
                        : double.Parse(value, CultureInfo.InvariantCulture));
            }
        }

        return samples;
    }
}
