using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Analyzers.Tests.Harness;

namespace TypedMetrics.Analyzers.Tests.Use;

/// <summary>Metrics of each kind, and methods that use them.</summary>
internal static class ShopSource
{
    public const string Metrics = """
        public enum Endpoint { Orders, Cart }

        public enum Step : byte { First = 1, Second = 2, Third = 4 }

        [LabelSet]
        public readonly partial record struct CallLabels([OneOf("hit", "miss")] string Result, Step Step)
        {
            [InRange(0, 9)]
            public int Shard { get; init; }
        }

        [LabelSet]
        public class StoredLabels(string result, int shard)
        {
            [OneOf("hit", "miss")]
            public string Result { get; set; } = result;

            [InRange(0, 9)]
            public int Shard { get; } = shard % 10;
        }

        public static partial class ShopMetrics
        {
            [Counter("lookups_total")]
            public static partial Counter Lookups([OneOf("hit", "miss", "expired")] string result);

            [Counter("answers_total")]
            public static partial Counter Answers([OneOf("yes", "no")] string? answer, bool warm);

            [Counter("modes_total")]
            public static partial Counter Modes([OneOf("on", "off")] ReadOnlySpan<char> mode);

            [Counter("steps_total")]
            public static partial Counter Steps(Step step, [InRange(1, 5)] int shard);

            [Counter("visits_total")]
            public static partial Counter Visits(Endpoint? endpoint);

            [Counter("calls_total")]
            public static partial Counter Calls(CallLabels labels);

            [Counter("tenant_orders_total")]
            public static partial Counter TenantOrders([MaxValues(9)] string tenant);

            [Counter("mortal_total"), ExpireAfter(60)]
            public static partial Counter Mortal([MaxValues(9)] string tenant);

            [Counter("connections_total")]
            public static partial Counter Connections { get; }

            [Counter("sent_bytes_total")]
            public static partial Counter Sent { get; }

            [Counter("busy_seconds_total")]
            public static partial Counter Busy { get; }

            [Gauge("open")]
            public static partial Gauge Open { get; }

            [Gauge("last_run_seconds")]
            public static partial Gauge LastRun(Endpoint endpoint);

            [StateSet("step")]
            public static partial StateSet<Step> Current(Endpoint endpoint);

            [Info("build_info")]
            public static partial Info Build([MaxValues(4)] string version);

            [Histogram("request_duration_seconds")]
            public static partial Histogram Duration(Endpoint endpoint);

            [Histogram("wait_seconds")]
            public static partial Histogram Wait { get; }

            [Histogram("payload_bytes")]
            public static partial Histogram Payload { get; }

            [Summary("answer_seconds")]
            public static partial Summary Answer { get; }

            [Summary("lag_seconds")]
            public static partial Summary Lag(Endpoint endpoint);

            [Histogram("points")]
            public static partial Histogram Points { get; }
        }
        """;

    /// <summary>Verifies the marked statements of a method.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(DiagnosticAnalyzer analyzer, string statements) => VerifyMembersAsync(
        analyzer,
        $$"""
            static async Task Run(bool flag, int number, string text, Endpoint endpoint, Exception failure)
            {
                await Task.Yield();
                {{statements}}
            }
        """);

    /// <summary>Verifies the marked members of a class.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyMembersAsync(DiagnosticAnalyzer analyzer, string members) =>
        new AnalyzerTest()
            .WithPlain(Metrics, "/Metrics.cs")
            .With($"using System.Diagnostics;\n\npartial class Handler\n{{\n{members}\n}}")
            .VerifyAsync(analyzer);
}
