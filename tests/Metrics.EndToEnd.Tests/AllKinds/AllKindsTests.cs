using System.Buffers;
using System.Text;
using TypedMetrics.EndToEnd.Tests.Judges;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.AllKinds;

/// <summary>Each instrument with each kind of label: as golden text, and as independent parsers and Prometheus read it.</summary>
public sealed class AllKindsTests : IDisposable
{
    private const string Pairs =
        "shade=\"VERYDARK\",height=\"a \\\"b\\\" \\\\ c\",background=\"light\",warm=\"true\",sunny=\"false\",result=\"miss\",stars=\"2\",place=\"here\",tenant=\"acme\"";

    private const string OtherPairs =
        "shade=\"other\",height=\"other\",warm=\"false\",result=\"other\",stars=\"other\",place=\"other\",tenant=\"other\"";

    private readonly CollectorRegistry _registry = new() { SelfMetrics = false };
    private readonly AllKindsMetrics _metrics;

    public AllKindsTests()
    {
        _metrics = new AllKindsMetrics(_registry);
        var labels = new AllKindsLabels(Shade.VeryDark, Height.Above, Shade.Light, true, false, "miss", 2, "here", Tenant.Of("acme"));
        foreach (var taken in new[] { "b", "c", "d" })
        {
            _ = Tenant.Of(taken);
        }

        _metrics.Calls(labels).Inc(3);
        _metrics.Calls(Overflowing("there")).Inc(0);
        _metrics.Calls(Overflowing("nowhere")).Inc(2);
        _metrics.Depth(labels).Set(-1.5);
        _metrics.Wait(labels).Observe(0.75);
        _metrics.Size(labels).Observe(64);
        _metrics.Door(labels).Set(Shade.VeryDark);
        _metrics.Build(labels).Set();
    }

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void TextIsGolden() => Assert.Equal(
        $$"""
        # HELP all_build_info What runs.
        # TYPE all_build_info gauge
        all_build_info{{{Pairs}}} 1
        # HELP all_calls_total Calls answered.
        # TYPE all_calls_total counter
        all_calls_total{{{Pairs}}} 3
        all_calls_total{{{OtherPairs.Replace("place=\"other\"", "place=\"there\"", StringComparison.Ordinal)}}} 0
        all_calls_total{{{OtherPairs}}} 2
        # HELP all_depth How far down it goes.
        # TYPE all_depth gauge
        all_depth{{{Pairs}}} -1.5
        # HELP all_door How the way in stands.
        # TYPE all_door gauge
        all_door{{{Pairs}},all_door="light"} 0
        all_door{{{Pairs}},all_door="very_dark"} 1
        # HELP all_level Where the water stands.
        # TYPE all_level gauge
        all_level{shade="light",result="hit",sunny="false"} 1
        all_level{shade="light",result="hit",sunny="true"} 7
        all_level{shade="light",result="hit"} 1
        all_level{shade="light",result="miss",sunny="false"} 1
        all_level{shade="light",result="miss",sunny="true"} 1
        all_level{shade="light",result="miss"} 1
        all_level{shade="very_dark",result="hit",sunny="false"} 1
        all_level{shade="very_dark",result="hit",sunny="true"} 1
        all_level{shade="very_dark",result="hit"} 1
        all_level{shade="very_dark",result="miss",sunny="false"} 1
        all_level{shade="very_dark",result="miss",sunny="true"} 1
        all_level{shade="very_dark",result="miss"} 1
        # HELP all_size_bytes What was sent.
        # TYPE all_size_bytes summary
        all_size_bytes{{{Pairs}},quantile="0.5"} 64
        all_size_bytes_sum{{{Pairs}}} 64
        all_size_bytes_count{{{Pairs}}} 1
        # HELP all_ticks_total Beats of the clock.
        # TYPE all_ticks_total counter
        all_ticks_total{height="below"} 7
        all_ticks_total{height="ground"} 10
        all_ticks_total{height="a \"b\" \\ c"} 110
        # HELP all_wait_seconds Time until an answer.
        # TYPE all_wait_seconds histogram
        all_wait_seconds_bucket{{{Pairs}},le="0.5"} 0
        all_wait_seconds_bucket{{{Pairs}},le="1.0"} 1
        all_wait_seconds_bucket{{{Pairs}},le="+Inf"} 1
        all_wait_seconds_sum{{{Pairs}}} 0.75
        all_wait_seconds_count{{{Pairs}}} 1

        """.ReplaceLineEndings("\n"),
        Exposed(ExpositionFormat.PrometheusText));

    [Fact]
    public void OpenMetricsIsGolden()
    {
        var text = Exposed(ExpositionFormat.OpenMetrics);
        foreach (var block in new[]
        {
            $"# TYPE all_build info\n# HELP all_build What runs.\nall_build_info{{{Pairs}}} 1\n",
            $"# TYPE all_calls counter\n# HELP all_calls Calls answered.\nall_calls_total{{{Pairs}}} 3\n",
            $"# TYPE all_depth gauge\n# HELP all_depth How far down it goes.\nall_depth{{{Pairs}}} -1.5\n",
            $"# TYPE all_door stateset\n# HELP all_door How the way in stands.\nall_door{{{Pairs},all_door=\"light\"}} 0\nall_door{{{Pairs},all_door=\"very_dark\"}} 1\n",
            "# TYPE all_level gauge\n# HELP all_level Where the water stands.\nall_level{shade=\"light\",result=\"hit\",sunny=\"false\"} 1.0\n",
            $"# TYPE all_size_bytes summary\n# UNIT all_size_bytes bytes\n# HELP all_size_bytes What was sent.\nall_size_bytes{{{Pairs},quantile=\"0.5\"}} 64.0\n",
            "# TYPE all_ticks counter\n# HELP all_ticks Beats of the clock.\nall_ticks_total{height=\"below\"} 7\n",
            $"# TYPE all_wait_seconds histogram\n# UNIT all_wait_seconds seconds\n# HELP all_wait_seconds Time until an answer.\nall_wait_seconds_bucket{{{Pairs},le=\"0.5\"}} 0\n",
        })
        {
            Assert.Contains(block, text, StringComparison.Ordinal);
        }
    }

    [ToolFact(ExternalTool.Promtool)]
    public async Task PromtoolFindsNothing()
    {
        var (exitCode, output) = await RunningProgram.RunAsync(
            ExternalTool.Promtool, ["check", "metrics"], input: Exposed(ExpositionFormat.PrometheusText));
        Assert.Equal((0, ""), (exitCode, output));
    }

    [ToolFact(ExternalTool.OpenMetricsParser)]
    public async Task StrictParserReadsEachInstrument()
    {
        const string Labels =
            "background=light,height=a \"b\" \\ c,place=here,result=miss,shade=VERYDARK,stars=2,sunny=false,tenant=acme,warm=true";
        var samples = await OpenMetricsParser.ParseAsync(Exposed(ExpositionFormat.OpenMetrics));
        foreach (var sample in new[]
        {
            $"counter all_calls_total {Labels} 3.0",
            $"gauge all_depth {Labels} -1.5",
            $"histogram all_wait_seconds_sum {Labels} 0.75",
            $"summary all_size_bytes_sum {Labels} 64.0",
            $"stateset all_door all_door=very_dark,{Labels} 1.0",
            $"info all_build_info {Labels} 1.0",
            "gauge all_level result=hit,shade=light,sunny=true 7.0",
            "counter all_ticks_total height=a \"b\" \\ c 110.0",
        })
        {
            Assert.Contains(sample, samples);
        }
    }

    [ToolFact(ExternalTool.Prometheus)]
    public async Task PrometheusHasEachTypeAndValue()
    {
        using var server = MetricsServer.Start(0, new MetricsServerOptions { Registry = _registry, Host = "127.0.0.1", Quiet = true });
        using var prometheus = await PrometheusServer.StartAsync(new Uri(server.Url));
        await prometheus.SumReachesAsync("all_calls_total", 5);
        foreach (var (family, type, query, value) in new[]
        {
            ("all_calls", "counter", "all_calls_total{tenant=\"acme\"}", 3),
            ("all_depth", "gauge", "all_depth", -1.5),
            ("all_wait_seconds", "histogram", "all_wait_seconds_bucket{le=\"1.0\"}", 1),
            ("all_size_bytes", "summary", "all_size_bytes{quantile=\"0.5\"}", 64),
            ("all_door", "stateset", "all_door{all_door=\"very_dark\"}", 1),
            ("all_build", "info", "all_build_info", 1),
            ("all_level", "gauge", "all_level{sunny=\"true\",shade=\"light\",result=\"hit\"}", 7),
            ("all_ticks", "counter", "all_ticks_total{height=\"below\"}", 7.0),
        })
        {
            Assert.Equal(type, (await prometheus.MetadataAsync(family)).Type);
            Assert.Equal(value, Assert.Single(await prometheus.QueryAsync(query)).Value);
        }
    }

    private static AllKindsLabels Overflowing(string place) =>
        new((Shade)7, (Height)1, null, false, null, "neither", 9, place, Tenant.Of("late"));

    private string Exposed(ExpositionFormat format)
    {
        var output = new ArrayBufferWriter<byte>();
        _registry.Write(output, format);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
