using System.Globalization;
using System.Text.Json;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests.Judges;

/// <summary>Debian's Prometheus with its default settings and exemplar storage, scraping one target every second.</summary>
internal sealed class PrometheusServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client;
    private readonly RunningProgram _program;

    private PrometheusServer(Uri target)
    {
        // JSON is YAML.
        var configuration = _folder.Write("prometheus.yml", $$"""
            {
              "global": { "scrape_interval": "1s", "scrape_timeout": "1s" },
              "scrape_configs": [{ "job_name": "shop", "static_configs": [{ "targets": ["{{target.Authority}}"] }] }]
            }
            """);
        var address = $"127.0.0.1:{LoopbackPort.Free()}";
        _client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        _program = RunningProgram.Start(
            ExternalTool.Find(ExternalTool.Prometheus) ?? throw new InvalidOperationException("prometheus is not installed."),
            [$"--config.file={configuration}", $"--storage.tsdb.path={_folder["data"]}", $"--web.listen-address={address}", "--enable-feature=exemplar-storage"],
            _folder.Path);
    }

    public static async Task<PrometheusServer> StartAsync(Uri target)
    {
        var server = new PrometheusServer(target);
        try
        {
            await server._program.PrintedAsync("(Server is ready to receive web requests)");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>The value of a query, as of now, by its labels; without those that tell the target.</summary>
    public async Task<IReadOnlyDictionary<string, double>> QueryAsync(string query)
    {
        using var answer = await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}");
        return answer.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().ToDictionary(
            series => string.Join(',', series.GetProperty("metric").EnumerateObject()
                .Where(label => label.Name is not ("__name__" or "instance" or "job"))
                .OrderBy(label => label.Name, StringComparer.Ordinal)
                .Select(label => $"{label.Name}={label.Value.GetString()}")),
            series => double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture));
    }

    /// <summary>The sum of a metric as of the last scrape, 0 where there is none.</summary>
    public async Task<double> SumAsync(string metric) => (await QueryAsync($"sum({metric})")).Values.SingleOrDefault();

    /// <summary>Waits until a sum has reached what has been sent.</summary>
    public Task SumReachesAsync(string metric, double value) => Eventually.GetAsync<object>(
        $"sum({metric}) of {value}",
        async () => await SumAsync(metric) >= value ? metric : null,
        () => _program.Output);

    /// <summary>What Prometheus knows of a metric: type, help and unit.</summary>
    public async Task<(string Type, string Help, string Unit)> MetadataAsync(string metric)
    {
        using var answer = await GetAsync($"/api/v1/metadata?metric={metric}");
        var metadata = answer.RootElement.GetProperty("data").GetProperty(metric).EnumerateArray().Single();
        return (Text("type"), Text("help"), Text("unit"));

        string Text(string property) => metadata.GetProperty(property).GetString()!;
    }

    /// <summary>The exemplars of the last hour: each with its series' labels and its own.</summary>
    public async Task<IReadOnlyList<(string Series, string Labels, double Value)>> ExemplarsAsync(string query)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        using var answer = await GetAsync($"/api/v1/query_exemplars?query={Uri.EscapeDataString(query)}&start={now - 3600}&end={now + 60}");
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().SelectMany(series => series.GetProperty("exemplars").EnumerateArray()
            .Select(exemplar => (
                series.GetProperty("seriesLabels").GetRawText(),
                string.Join(',', exemplar.GetProperty("labels").EnumerateObject().Select(label => $"{label.Name}={label.Value.GetString()}")),
                double.Parse(exemplar.GetProperty("value").GetString()!, CultureInfo.InvariantCulture))))];
    }

    public void Dispose()
    {
        _program.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonDocument> GetAsync(string path) => JsonDocument.Parse(await _client.GetStringAsync(path));
}
