using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Snapshots;

/// <summary>What the generator writes, to be read: each file also compiles without a warning.</summary>
public class SnapshotTests
{
    [Fact]
    public void Shop() => Match(
        """
        using System.Net;
        using TypedMetrics;

        namespace Shop;

        public enum Endpoint { Orders, [LabelValue("/api/cart")] Cart }

        [LabelSet]
        public readonly partial record struct RequestLabels(
            [Label(Case = LabelCase.Upper)] HttpVerb Method,
            Endpoint Endpoint,
            [Label(AsNumber = true)] HttpStatusCode Status);

        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            /// <summary>HTTP requests handled.</summary>
            [Counter("http_requests_total", SeriesBudget = 2_000)]
            public static partial Counter HttpRequests(RequestLabels labels);

            [Counter("cache_lookups_total", "Cache look-ups.")]
            public static partial Counter CacheLookups([OneOf("hit", "miss")] string result, bool warm);

            [Counter("tenant_orders_total", "Orders placed.")]
            public static partial Counter TenantOrders([MaxValues(200)] string tenant);

            [Gauge("active_connections", "Connections open now.")]
            public static partial Gauge ActiveConnections { get; }

            [Histogram("http_request_duration_seconds", "Request duration.", Buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5])]
            public static partial Histogram RequestDuration(Endpoint endpoint);
        }
        """);

    [Fact]
    public void EveryKindOfLabel() => Match(
        """
        using System;
        using TypedMetrics;

        internal enum Contiguous { First, Second, Other }
        internal enum WithGaps : long { Low = -1, [LabelValue("a \"quote\"\n")] Quoted = 7, Alias = 7, [Obsolete] Old = 9 }

        [LabelSet]
        internal sealed class Place
        {
            public Contiguous Floor { get; init; }
            [InRange(1, 40)] public byte Shelf = 1;
            [MaxValues(3)] public string? Box { get; init; }
        }

        internal static partial class Labels
        {
            [Counter("closed")]
            internal static partial Counter Closed(Contiguous first, Contiguous? second, WithGaps third, bool fourth, bool? fifth, [OneOf("x", "other")] string? sixth);

            [Gauge("ranges")]
            private static partial Gauge Ranges([InRange(0, 9)] int digit, [InRange(-5, 5)] sbyte? offset, [InRange(1, 2)] nuint native, in bool reference);

            [Histogram("open_seconds", MaxSeries = 50, Preinitialize = false), ExponentialBuckets(0.001, 2, 4)]
            internal static partial Histogram Open([MaxValues(2)] ReadOnlySpan<char> span, Place place);

            internal static void Use() => Ranges(1, null, 1, true).Set(1);
        }
        """);

    [Fact]
    public void TextsBesideKnownValues() => Match(
        """
        using System;
        using TypedMetrics;

        public enum Endpoint { Orders, Cart }

        public static partial class Texts
        {
            [Counter("first_total")]
            public static partial Counter First([MaxValues(64)] string tenant, Endpoint endpoint, [InRange(1, 3)] int shelf);

            [Gauge("between")]
            public static partial Gauge Between(bool warm, [MaxValues(3)] string tenant, Endpoint endpoint, [MaxValues(2)] ReadOnlySpan<char> user);
        }

        public sealed partial class Injected
        {
            [Histogram("wait_seconds", Buckets = [1])]
            public partial Histogram Wait([MaxValues(4)] string tenant, Endpoint endpoint);
        }
        """);

    [Fact]
    public void Summaries() => Match(
        """
        using TypedMetrics;

        public enum Endpoint { Orders, Cart }

        [MetricGroup(Prefix = "shop_")]
        public static partial class Sizes
        {
            [Summary("payload_bytes", "Payload size.", Quantiles = [0.5, 0.9, 0.99], MaxAgeSeconds = 600)]
            public static partial Summary Payload { get; }

            /// <summary>Time to answer.</summary>
            [Summary("answer_seconds", Quantiles = [0.25, 0.00001 + 0.9], MaxAgeSeconds = 0.5, AgeBuckets = 2, Preinitialize = false)]
            public static partial Summary Answer(Endpoint endpoint, bool warm);

            [Summary("waits")]
            public static partial Summary Waits([MaxValues(9)] string tenant);

            [Counter("naps_taken_total", Exemplars = true)]
            public static partial Counter NapsTaken { get; }

            [Histogram("nap_seconds", Exemplars = true, Buckets = [1])]
            public static partial Histogram NapTime(bool deep);

            [Summary("naps")]
            public static partial Summary Naps { get; }
        }

        public sealed partial class Injected
        {
            [Summary("lag_seconds")]
            public partial Summary Lag { get; }
        }
        """);

    [Fact]
    public void StatesAndFacts() => Match(
        """
        using TypedMetrics;

        public enum BreakerState { Closed, Open, HalfOpen }
        internal enum Weekday : sbyte { Sunday = -1, [LabelValue("mon")] Monday = 5, Alias = 5 }

        [MetricGroup(Prefix = "shop_")]
        internal static partial class Facts
        {
            [StateSet("breaker_state", "Circuit breaker.")]
            public static partial StateSet<BreakerState> Breaker(bool warm);

            [StateSet("today", Case = LabelCase.Upper)]
            internal static partial StateSet<Weekday> Today { get; }

            [Info("build_info", "Build.")]
            public static partial Info Build([MaxValues(4)] string version, [MaxValues(4)] string commit);
        }
        """);

    [Fact]
    public void OpenLabels() => Match(
        """
        using TypedMetrics;

        namespace Shop
        {
            /// <summary>Who sells.</summary>
            [OpenLabel(200)]
            public readonly partial struct Tenant;

            public static partial class Outer
            {
                [OpenLabel(1_000, ExpectOverflow = true)]
                internal partial struct @event
                {
                    public bool IsShort => Text.Length < 4;
                }
            }

            [LabelSet]
            internal readonly partial record struct Sale(Tenant Seller, Outer.@event? Event);

            internal static partial class Sales
            {
                /// <summary>Orders placed.</summary>
                [Counter("orders_total")]
                public static partial Counter Orders(Tenant tenant);

                [Gauge("sales", SeriesBudget = 300_000)]
                internal static partial Gauge Level(Sale sale);

                [Histogram("waits_seconds", Buckets = [1])]
                internal static partial Histogram Waits([Label("customer")] in Tenant? tenant);
            }
        }
        """);

    [Fact]
    public void Callbacks() => Match(
        """
        using System;
        using TypedMetrics;

        namespace Shop;

        public enum Priority { Low, High }

        internal static partial class Outer
        {
            [MetricGroup(Prefix = "queue_")]
            private static partial class Queue
            {
                [Gauge("level")]
                public static partial Gauge Level { get; }

                /// <summary>Jobs waiting.</summary>
                [ObservableGauge("depth")]
                private static int Depth() => 3;

                [ObservableCounter("jobs_total", "Jobs done.")]
                private static long? s_jobs = null;

                [ObservableGauge("age_seconds")]
                private static double Age(Priority? priority, [InRange(1, 3)] int shard, [OneOf("a", "b")] string lane, bool warm) => 0;
            }
        }

        public sealed partial class Pool
        {
            [ObservableGauge("pool_size")]
            private int Size { get; set; }
        }
        """);

    [Fact]
    public void Expiry() => Match(
        """
        using TypedMetrics;

        namespace Shop;

        public enum State { Open, Closed }

        [OpenLabel(200), ExpireAfter(600)]
        public readonly partial struct Tenant;

        [LabelSet]
        public readonly partial record struct Call([MaxValues(5), ExpireAfter(0.5)] string Route, [MaxValues(6)] string Peer);

        [ExpireAfter(60)]
        public static partial class Calls
        {
            /// <summary>Calls.</summary>
            [Counter("calls_total"), ExpireAfter(90)]
            public static partial Counter Made(Call call, Tenant? tenant, [MaxValues(7)] string? kind);

            [StateSet("breaker")]
            public static partial StateSet<State> Breaker([MaxValues(3)] string generation);

            [Gauge("pools")]
            public static partial Gauge Pools(State state);
        }
        """);

    [Fact]
    public void InstanceGroup() => Match(
        """
        using TypedMetrics;

        namespace Shop
        {
            public partial class Outer
            {
                [MetricGroup(Prefix = "orders_", ConstantLabels = ["service=checkout", "tier=1"], Owner = "team", Preinitialize = true)]
                public partial class Metrics
                {
                    [Counter("placed_total")]
                    public partial Counter Placed { get; }

                    [Histogram("size_bytes"), LinearBuckets(0, 512, 3)]
                    protected virtual partial Histogram Size(bool gift);
                }
            }
        }
        """);

    [Fact]
    public void InstanceGroupWithMembersOfItsOwn() => Match(
        """
        using System;
        using TypedMetrics;

        public sealed partial class Metrics : IDisposable
        {
            public Metrics(CollectorRegistry registry) => RegisterMetrics(registry);

            [Gauge("level")]
            public partial Gauge Level { get; }

            public void Dispose() => UnregisterMetrics();
        }
        """);

    [Fact]
    public void Documentation() => Match(
        """
        using System;
        using System.Collections.Generic;
        using TypedMetrics;

        namespace Shop;

        /// <summary>Documented.</summary>
        public static partial class Documented
        {
            /// <summary>
            /// Orders, see <see cref="List{T}"/> &amp; <paramref name="gift"/>,
            /// placed.
            /// </summary>
            /// <param name="gift">Whether it is a <see langword="true"/> gift.</param>
            /// <returns>The <see cref="Counter"/>.</returns>
            /// <remarks>Slow on <see cref="DayOfWeek.Monday"/>.</remarks>
            /// <example><code>
            /// Orders(true).Inc();
            /// </code></example>
            [Counter("orders_total")]
            public static partial Counter Orders(bool gift);

            /// <include file="missing.xml" path="doc"/>
            [Gauge("included", "Stated <help> & more.")]
            public static partial Gauge Included { get; }

            [Gauge("bare", "Stated <help> & more.")]
            public static partial Gauge Bare { get; }
        }
        """,
        "CS1589");

    [Fact]
    public void MistakenMembersBesideSoundOnes()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(
            """
            using TypedMetrics;

            public static partial class Mistaken
            {
                [Counter("sound_total")] public static partial Counter Sound { get; }
                [Counter("not a name")] public static partial Counter BadName { get; }
                [Counter("open_total")] public static partial Counter Open(string text);
                [Counter("typed_total")] public static partial int Typed { get; set; }
                [Counter("generic_total")] public static partial Counter Generic<T>(T x) where T : struct;
                [StateSet("not a name")] public static partial StateSet<System.DayOfWeek> BadState { get; }
                [Info("lonely_info")] public static partial Info Lonely { get; }
            }
            """));
        Assert.DoesNotContain(run.Complaints, static complaint => complaint.Severity == DiagnosticSeverity.Error);
        Snapshot.Match(run, this);
    }

    [Fact]
    public void Executable()
    {
        var library = new LoadedProgram().Add(GeneratorRun.Of(TestCompilation.Of(
            "My.Library", OutputKind.DynamicallyLinkedLibrary, "public static partial class A { [TypedMetrics.Gauge(\"a\")] public static partial TypedMetrics.Gauge X { get; } }")).Clean());
        Snapshot.Match(GeneratorRun.Of(TestCompilation.Of("My-Program", OutputKind.ConsoleApplication, "A.X.Set(1);").AddReferences(library)).Clean(), this);
    }

    [Fact]
    public void AreTheSameUnderAnotherCulture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("sv-SE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−", NumberGroupSeparator = "." } };
        try
        {
            Shop();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EachBelongToATest()
    {
        var names = Directory.EnumerateFiles(Snapshot.Folder, "*.verified.cs").Select(Snapshot.NameOf).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, static name =>
        {
            var test = name.Split('#')[0].Split('.');
            Assert.Equal(nameof(SnapshotTests), test[0]);
            Assert.NotNull(typeof(SnapshotTests).GetMethod(test[1], BindingFlags.Public | BindingFlags.Instance));
        });
    }

    private void Match(string source, string expectedWarning = "", [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        var run = GeneratorRun.Of(TestCompilation.Library(source));
        Assert.Equal(expectedWarning.Length > 0 ? [expectedWarning] : [], run.Complaints.Select(static complaint => complaint.Id));
        Snapshot.Match(run, this, method);
    }
}
