using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

public class RequestOutcomeTests
{
    [Theory]
    [InlineData("GET", "GET")]
    [InlineData("DELETE", "DELETE")]
    [InlineData("BREW", "other")]
    [InlineData("get", "GET")]
    public async Task CountsTheMethod(string method, string label)
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.Map("/pot", context => context.Response.WriteAsync(""));
        });
        Assert.Equal(200, await app.StatusAsync("/pot", new HttpMethod(method)));
        await app.CountedAsync(1, label, "/pot", "200");
    }

    [Theory]
    [InlineData(204, "204")]
    [InlineData(418, "418")]
    [InlineData(599, "599")]
    [InlineData(799, "other")]
    public async Task CountsTheStatus(int status, string label)
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.MapGet("/status/{status}", (int status) => Results.StatusCode(status));
        });
        Assert.Equal(status, await app.StatusAsync($"/status/{status}"));
        await app.CountedAsync(1, "GET", "/status/{status}", label);
    }

    [Fact]
    public async Task CountsAnExceptionThatLeavesAs500()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.MapGet("/now", string () => throw new InvalidOperationException());
            app.MapGet("/later", async Task<string> () =>
            {
                await Task.Yield();
                throw new InvalidOperationException();
            });
        });
        Assert.Equal(500, await app.StatusAsync("/now"));
        Assert.Equal(500, await app.StatusAsync("/later"));
        await app.CountedAsync(1, "GET", "/now", "500");
        await app.CountedAsync(1, "GET", "/later", "500");
    }

    [Fact]
    public async Task CountsAnExceptionByItsOwnRouteAndTheStatusOfTheErrorPage()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.UseExceptionHandler("/error");
            app.UseRouting();
            app.MapGet("/failing/{id}", string (int id) => throw new InvalidOperationException());
            app.MapGet("/error", () => Results.StatusCode(503));
        });
        Assert.Equal(503, await app.StatusAsync("/failing/1"));
        await app.CountedAsync(1, "GET", "/failing/{id}", "503");
        Assert.Null(app.Requests("GET", "/error", "503"));
    }

    [Fact]
    public async Task CountsARefusedBodyWithItsStatus()
    {
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.MapPost("/upload", string () => throw new BadHttpRequestException("too large", 413));
        });
        Assert.Equal(413, await app.StatusAsync("/upload", HttpMethod.Post));
        await app.CountedAsync(1, "POST", "/upload", "413");
    }

    [Fact]
    public async Task CountsRequestsThatTheClientAborts()
    {
        var entered = new TaskCompletionSource();
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.MapGet("/slow", async (HttpContext context) =>
            {
                entered.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            });
        });
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            await entered.Task;
            Assert.Equal(1, app.Registry.GetSampleValue("http_server_requests_in_progress", ("method", "GET")));
        }

        await app.CountedAsync(1, "GET", "/slow", "499");
    }

    [Fact]
    public async Task MeasuresTheTimeOfTheHandling()
    {
        var entered = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var app = await LoopbackApp.StartAsync(app =>
        {
            app.UseHttpMetrics();
            app.MapGet("/slow", () =>
            {
                entered.SetResult();
                return released.Task;
            });
        });
        var sent = Stopwatch.GetTimestamp();
        var answer = app.StatusAsync("/slow");
        await entered.Task;
        var handling = Stopwatch.GetTimestamp();
        Assert.Equal(1, app.Registry.GetSampleValue("http_server_requests_in_progress", ("method", "GET")));
        var atLeast = Stopwatch.GetElapsedTime(handling).TotalSeconds;
        released.SetResult();
        Assert.Equal(200, await answer);
        await app.CountedAsync(1, "GET", "/slow", "200");
        var seconds = app.Registry.GetSampleValue("http_server_request_duration_seconds_sum", ("method", "GET"), ("route", "/slow"));
        Assert.InRange(seconds!.Value, atLeast, Stopwatch.GetElapsedTime(sent).TotalSeconds);
    }
}
