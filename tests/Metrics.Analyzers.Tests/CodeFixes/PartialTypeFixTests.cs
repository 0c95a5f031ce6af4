using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET001</summary>
public class PartialTypeFixTests
{
    [Fact]
    public async Task AddsPartialToTheType() => Assert.Equal(
        """
        /// <summary>The shop's metrics.</summary>
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders { get; }
        }
        """,
        await Test(
            """
            /// <summary>The shop's metrics.</summary>
            public static class ShopMetrics
            {
                [Counter("orders_total")]
                public static partial Counter Orders { get; }
            }
            """).FixFirstAsync());

    [Fact]
    public async Task AddsPartialToATypeWithoutModifiers() => Assert.Equal(
        """
        // The shop's metrics.
        [MetricGroup(Prefix = "shop_")]
        partial record ShopMetrics
        {
            [Counter("orders_total")] public static partial Counter Orders { get; }
        }
        """,
        await Test(
            """
            // The shop's metrics.
            [MetricGroup(Prefix = "shop_")]
            record ShopMetrics
            {
                [Counter("orders_total")] public static partial Counter Orders { get; }
            }
            """).FixFirstAsync());

    [Fact]
    public async Task AddsPartialToEachContainingType() => Assert.Equal(
        """
        namespace Shop;

        partial class Outer
        {
            public sealed partial class Middle
            {
                // Inner
                partial struct Inner
                {
                    [Counter("orders_total")] public static partial Counter Orders { get; }
                }
            }
        }
        """,
        await LastAsync(
            """
            namespace Shop;

            class Outer
            {
                public sealed partial class Middle
                {
                    // Inner
                    struct Inner
                    {
                        [Counter("orders_total")] public static partial Counter Orders { get; }
                    }
                }
            }
            """));

    [Fact]
    public async Task FixesAll() => Assert.Equal(
        [
            "static partial class A { [Counter(\"a_total\")] public static partial Counter X { get; } public partial class B { [Counter(\"b_total\")] public static partial Counter X { get; } } }",
            "public partial struct C { [Gauge(\"c\")] internal static partial Gauge X { get; } }",
        ],
        await Test(
            "static class A { [Counter(\"a_total\")] public static partial Counter X { get; } public class B { [Counter(\"b_total\")] public static partial Counter X { get; } } }",
            "public struct C { [Gauge(\"c\")] internal static partial Gauge X { get; } }").FixAllAsync());

    [Fact]
    public async Task SaysWhichType() => Assert.Equal(
        ["Make 'ShopMetrics' partial"],
        await Test("class ShopMetrics { [Gauge(\"c\")] static partial Gauge X { get; } }").TitlesAsync());

    private static CodeFixTest Test(params string[] sources) => new(new PartialTypeFixProvider(), sources);

    // Both types are reported; the fix of either does.
    private static async Task<string> LastAsync(string source) => (await Test(source).FixAllAsync())[0];
}
