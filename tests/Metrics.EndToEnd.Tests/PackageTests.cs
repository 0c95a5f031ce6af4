using TypedMetrics.EndToEnd.Tests.Packages;
using TypedMetrics.EndToEnd.Tests.Tools;

namespace TypedMetrics.EndToEnd.Tests;

/// <summary>The packages, restored from a folder feed into fresh projects, built, run and scraped.</summary>
[Collection(PackageFeed.Collection)]
public class PackageTests(PackageFeed feed)
{
    private const string ClassLibrary = "Microsoft.NET.Sdk";

    private const string Serve = """

        using var server = MetricsServer.Start(0, host: "127.0.0.1");
        Console.WriteLine($"Scrape {server.Url}");
        Thread.Sleep(Timeout.Infinite);

        """;

    private const string LibraryGroup = """
        using TypedMetrics;

        namespace Library;

        public static partial class LibraryMetrics
        {
            /// <summary>Calls made.</summary>
            [Counter("library_calls_total")]
            public static partial Counter Calls(bool cached);
        }
        """;

    [Fact]
    public async Task ServesAConsoleProgram()
    {
        using var projects = new FreshProjects(feed).Add("App", "Microsoft.NET.Sdk", "Exe", ["TypedMetrics"], $$"""
            using TypedMetrics;

            AppMetrics.Runs(Outcome.WellDone).Inc(3);
            {{Serve}}
            public enum Outcome { WellDone, Failed }

            public static partial class AppMetrics
            {
                /// <summary>Runs of the job.</summary>
                [Counter("app_runs_total")]
                public static partial Counter Runs(Outcome outcome);
            }
            """);
        using var program = await projects.StartAsync("App");
        var text = await ScrapeAsync(await program.PrintedAsync(@"Scrape (\S+)"));
        Assert.Contains("""
            # HELP app_runs_total Runs of the job.
            # TYPE app_runs_total counter
            app_runs_total{outcome="well_done"} 3
            app_runs_total{outcome="failed"} 0

            """, text, StringComparison.Ordinal);
        Assert.Contains("\nprocess_cpu_seconds_total ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServesAWebApplicationThatReferencesTheAspNetCorePackageAlone()
    {
        using var projects = new FreshProjects(feed).Add("Web", "Microsoft.NET.Sdk.Web", "Exe", ["TypedMetrics.AspNetCore"], """
            using TypedMetrics;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMetricGroup<OrderMetrics>();
            var app = builder.Build();
            app.UseHttpMetrics();
            app.MapMetrics();
            app.MapGet("/orders/{id}", (int id, OrderMetrics metrics) => metrics.Seen.Inc());
            app.Run();

            public partial class OrderMetrics
            {
                [Counter("web_orders_seen_total", "Orders looked at.")]
                public partial Counter Seen { get; }
            }

            public static partial class SiteMetrics
            {
                [Gauge("web_customers", "Customers in the shop.")]
                public static partial Gauge Customers { get; }
            }
            """);
        using var program = await projects.StartAsync("Web");
        var address = await program.PrintedAsync(@"Now listening on: (http://\S+)");
        Assert.Contains("\nweb_orders_seen_total 0\n", await ScrapeAsync($"{address}/metrics"), StringComparison.Ordinal);
        await ScrapeAsync($"{address}/orders/17");
        var text = await ScrapeAsync($"{address}/metrics");
        Assert.Contains("\nweb_orders_seen_total 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nhttp_server_requests_total{method=\"GET\",route=\"/orders/{id}\",status=\"200\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nweb_customers ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExposesALibraryInTheFirstScrapeOfAProgramThatReferencesOnlyTheLibrary()
    {
        using var projects = new FreshProjects(feed)
            .Add("Library", ClassLibrary, "Library", ["TypedMetrics"], LibraryGroup)
            .Add("App", "Microsoft.NET.Sdk", "Exe", ["Library/Library.csproj"], $"using TypedMetrics;\n{Serve}");
        await FirstScrapeHasTheLibrary(projects);
    }

    [Fact]
    public async Task ExposesALibraryThatComesAsAPackageToo()
    {
        using var projects = new FreshProjects(feed)
            .Add("Packed.Library", ClassLibrary, "Library", ["TypedMetrics"], LibraryGroup)
            .Add("App", "Microsoft.NET.Sdk", "Exe", ["Packed.Library"], $"using TypedMetrics;\n{Serve}");
        await projects.PackAsync("Packed.Library");
        await FirstScrapeHasTheLibrary(projects);
    }

    [Fact]
    public async Task GeneratesInAProgramThatReferencesOnlyALibrary()
    {
        using var projects = new FreshProjects(feed)
            .Add("Library", ClassLibrary, "Library", ["TypedMetrics"], LibraryGroup)
            .Add("App", "Microsoft.NET.Sdk", "Exe", ["Library/Library.csproj"], $$"""
                using TypedMetrics;

                Library.LibraryMetrics.Calls(cached: true).Inc();
                AppMetrics.Starts.Inc();
                {{Serve}}
                internal static partial class AppMetrics
                {
                    [Counter("app_starts_total", "Starts.")]
                    public static partial Counter Starts { get; }
                }
                """);
        using var program = await projects.StartAsync("App");
        var text = await ScrapeAsync(await program.PrintedAsync(@"Scrape (\S+)"));
        Assert.Contains("\napp_starts_total 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nlibrary_calls_total{cached=\"true\"} 1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Counter(\"logins_total\", \"Logins.\")] public static partial Counter Logins(string user);", @"Program\.cs\(5,\d+\): error MET201: ")]
    [InlineData("[Counter(\"logins_total\", \"Logins.\")] public static partial Counter Logins(Guid user);", @"Program\.cs\(5,\d+\): error MET202: ")]
    [InlineData(
        "[Counter(\"logins_total\", \"Logins.\")] public static partial Counter Logins([MaxValues(10)] string user);\n" +
        "    public static void Enter() => Logins(Guid.NewGuid().ToString()).Inc();",
        @"Program\.cs\(6,\d+\): warning MET210: ")]
    public async Task ReportsALabelWithoutBoundsInTheBuild(string member, string diagnostic)
    {
        using var projects = new FreshProjects(feed).Add("Library", ClassLibrary, "Library", ["TypedMetrics"], $$"""
            using TypedMetrics;

            public static partial class LoginMetrics
            {
                {{member}}
            }
            """);
        var (_, output) = await projects.TryBuildAsync("Library");
        Assert.Matches(diagnostic, output);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    private static async Task FirstScrapeHasTheLibrary(FreshProjects projects)
    {
        using var program = await projects.StartAsync("App");
        Assert.Contains("""
            # HELP library_calls_total Calls made.
            # TYPE library_calls_total counter
            library_calls_total{cached="false"} 0
            library_calls_total{cached="true"} 0

            """, await ScrapeAsync(await program.PrintedAsync(@"Scrape (\S+)")), StringComparison.Ordinal);
    }

    private static async Task<string> ScrapeAsync(string url)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(url);
    }
}
