using System.Diagnostics;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

/// <summary>
/// Reads what was counted. A response may reach the client a moment before its request is counted, so these wait for it.
/// </summary>
internal static class HttpMetricsAssert
{
    public static async Task CountedAsync(this LoopbackApp app, int times, string method, string route, string status)
    {
        await UntilAsync(() => app.Requests(method, route, status) >= times, $"{method} {route} {status}", app);
        Assert.Equal(times, app.Requests(method, route, status));
        await UntilAsync(() => app.Registry.GetSampleValue("http_server_requests_in_progress", ("method", method)) == 0, "idle", app);
    }

    public static double? Requests(this LoopbackApp app, string method, string route, string status) => app.Registry.GetSampleValue(
        "http_server_requests_total", ("method", method), ("route", route), ("status", status));

    public static double? Durations(this LoopbackApp app, string method, string route) => app.Registry.GetSampleValue(
        "http_server_request_duration_seconds_count", ("method", method), ("route", route));

    /// <summary>Everything that the application exposes of HTTP requests.</summary>
    public static string Exposition(this LoopbackApp app)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        app.Registry.Write(output, ExpositionFormat.PrometheusText);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static async Task UntilAsync(Func<bool> condition, string what, LoopbackApp app)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"Not {what}:\n{app.Exposition()}");
            await Task.Yield();
        }
    }
}
