using System.Globalization;

namespace TypedMetrics.GeneratorCost;

/// <summary>Source text of groups with ten instruments each: every kind of instrument, and every kind of label.</summary>
internal static class SyntheticGroups
{
    public const int InstrumentsPerGroup = 10;

    /// <summary>The enums, the label set and the open label that all groups share.</summary>
    public const string Types = """
        using TypedMetrics;

        namespace Synthetic;

        public enum Endpoint { Orders, Cart, [LabelValue("/api/check-out")] CheckOut, Search }

        public enum Outcome { Done = 1, Refused = 5, Failed = 9 }

        public enum Breaker { Closed, Open, HalfOpen }

        [LabelSet]
        public readonly partial record struct RequestLabels(
            [Label(Case = LabelCase.Upper)] HttpVerb Method, Endpoint Endpoint, [Label(AsNumber = true)] System.Net.HttpStatusCode Status);

        [OpenLabel(100)]
        public readonly partial struct Tenant;
        """;

    /// <summary>The file of one group.</summary>
    public static string Group(int group) => string.Create(CultureInfo.InvariantCulture, $$"""
        using TypedMetrics;

        namespace Synthetic;

        /// <summary>Metrics of part {{group}}.</summary>
        [MetricGroup(Prefix = "part{{group}}_")]
        public static partial class Metrics{{group}}
        {
            /// <summary>Requests handled, see <see cref="RequestLabels"/>.</summary>
            [Counter("requests_total", SeriesBudget = 4_000)]
            public static partial Counter Requests(RequestLabels labels);

            [Counter("lookups_total", "Look-ups.")]
            public static partial Counter Lookups([OneOf("hit", "miss", "stale", "refused")] string result, bool warm);

            /// <summary>Orders placed.</summary>
            [Counter("orders_total")]
            public static partial Counter Orders([MaxValues(50)] string product, Outcome outcome);

            [Counter("starts_total", "How often the service came up.")]
            public static partial Counter Starts { get; }

            /// <summary>Jobs that wait.</summary>
            [Gauge("jobs")]
            public static partial Gauge Jobs { get; }

            [Gauge("shelf_weight_grams", "Weight on a shelf.")]
            public static partial Gauge Weight([InRange(1, 20)] int shelf);

            /// <summary>How long an answer takes.</summary>
            /// <remarks>Without the time in the queue.</remarks>
            /// <param name="endpoint">Who answers.</param>
            [Histogram("answer_seconds", Buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5])]
            public static partial Histogram Answer(Endpoint endpoint);

            [Summary("payload_bytes", "Sizes of payloads.", Quantiles = [0.5, 0.9, 0.99])]
            public static partial Summary Payload(Outcome? outcome);

            [StateSet("breaker", "The circuit breaker.")]
            public static partial StateSet<Breaker> Breaker(Endpoint endpoint);

        {{Last(group)}}
        }
        """);

    /// <summary>A file without instruments, such as a program has most of.</summary>
    public static string Service(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.Collections.Generic;

        namespace Synthetic;

        public sealed class Service{{number}}(string region)
        {
            private readonly Dictionary<string, int> _amounts = new();

            public int Handle(string kind, int amount, IReadOnlyList<string> items)
            {
                var total = amount + {{number}};
                foreach (var item in items)
                {
                    total += item.Length > amount ? _amounts.GetValueOrDefault(item) : kind.Length;
                }

                _amounts[region] = total;
                return total;
            }
        }
        """);

    private static string Last(int group) => (group % 4) switch
    {
        0 => """
                [Info("build_info", "The build.")]
                public static partial Info Build([MaxValues(4)] string version, [MaxValues(4)] string commit);
            """,
        1 => """
                [ObservableGauge("queue_depth", "Jobs in the queue.")]
                private static int QueueDepth(Endpoint endpoint) => (int)endpoint;
            """,
        2 => """
                [ObservableCounter("ticks_total", "Turns of the clock.")]
                private static long Ticks => 7;
            """,
        _ => """
                [Counter("tenants_total", "What tenants did.")]
                public static partial Counter Tenants(Tenant tenant, Endpoint? endpoint);
            """,
    };
}
