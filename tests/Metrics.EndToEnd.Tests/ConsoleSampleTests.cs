using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>The batch job of the samples, as a process of its own.</summary>
public class ConsoleSampleTests
{
    [Fact]
    public async Task EndsByItself()
    {
        var (exitCode, output) = await RunningProgram.RunAsync(
            "dotnet", [BuildOutput.CheckoutConsole, "--port", "0", "--host", "localhost", "--invoices", "20"]);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"Metrics: http://localhost:\d+/metrics on loopback only", output);
        Assert.Contains("18 invoices sent, 2 returned", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServesItsMetricsAsLongAsToldTo()
    {
        using var program = RunningProgram.Start(
            "dotnet", [BuildOutput.CheckoutConsole, "--port", "0", "--host", "localhost", "--invoices", "10", "--stay"]);
        var url = await program.PrintedAsync(@"Metrics stay at (\S+)");
        using var client = new HttpClient();
        var text = await client.GetStringAsync(url);
        Assert.Contains("""
            # TYPE invoices_processed_total counter
            invoices_processed_total{result="sent"} 9
            invoices_processed_total{result="returned"} 1

            """, text, StringComparison.Ordinal);
        Assert.Contains("\ninvoices_waiting 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ninvoices_send_duration_seconds_count 10\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\ninvoices_last_success_timestamp_seconds 1\.?\d+", text);
    }
}
