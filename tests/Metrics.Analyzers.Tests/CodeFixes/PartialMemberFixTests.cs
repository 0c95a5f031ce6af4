using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET002 and MET003</summary>
public class PartialMemberFixTests
{
    [Theory]
    [InlineData("public static Counter Orders { get; }", "public static partial Counter Orders { get; }")]
    [InlineData("public static Counter Orders { get; } = default;", "public static partial Counter Orders { get; }")]
    [InlineData("public static Counter Orders => default;", "public static partial Counter Orders { get; }")]
    [InlineData("static Counter Orders { get { return default; } }", "static partial Counter Orders { get; }")]
    [InlineData("public static Counter Orders(bool warm) => default;", "public static partial Counter Orders(bool warm);")]
    [InlineData("internal static Counter Orders(bool warm) { return default; }", "internal static partial Counter Orders(bool warm);")]
    [InlineData("public static Counter Orders(bool warm);", "public static partial Counter Orders(bool warm);")]
    public async Task AddsPartialAndTakesTheBodyAway(string before, string after) => await VerifyAsync(before, after);

    [Theory]
    [InlineData("public static partial long Orders { get; set; }", "public static partial Counter Orders { get; }")]
    [InlineData("public static void Orders(bool warm) { }", "public static partial Counter Orders(bool warm);")]
    [InlineData("public static async Task Orders() => await Task.Yield();", "public static partial Counter Orders();")]
    [InlineData("public static partial Gauge Orders(bool warm);", "public static partial Counter Orders(bool warm);")]
    [InlineData("public static extern Counter Orders(bool warm);", "public static partial Counter Orders(bool warm);")]
    [InlineData("public static ref Counter Orders(bool warm) => throw null!;", "public static partial Counter Orders(bool warm);")]
    [InlineData("public static partial Counter Orders(bool warm) => default;", "public static partial Counter Orders(bool warm);")]
    [InlineData("public static partial Counter Orders { get; set; }", "public static partial Counter Orders { get; }")]
    [InlineData("static partial Counter Orders(bool warm);", "private static partial Counter Orders(bool warm);")]
    [InlineData("partial Counter Orders(bool warm);", "private partial Counter Orders(bool warm);")]
    public async Task WritesTheRightShape(string before, string after) => await VerifyAsync(before, after);

    [Fact]
    public async Task QualifiesTheInstrumentBesideATypeOfItsName() => Assert.Equal(
        """
        namespace Shop;

        public class Counter;

        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial TypedMetrics.Counter Orders { get; }
        }
        """,
        await Test(
            """
            namespace Shop;

            public class Counter;

            public static partial class ShopMetrics
            {
                [Counter("orders_total")]
                public static partial Counter Orders { get; }
            }
            """).FixFirstAsync());

    [Fact]
    public async Task KeepsCommentsAndAttributes() => Assert.Equal(
        """
        public static partial class ShopMetrics
        {
            /// <summary>Orders.</summary>
            [Counter("orders_total", SeriesBudget = 5)] // note
            [Obsolete("old")]
            public static partial Counter Orders { get; } // end

            public static int Other => 1;
        }
        """,
        await Test(
            """
            public static partial class ShopMetrics
            {
                /// <summary>Orders.</summary>
                [Counter("orders_total", SeriesBudget = 5)] // note
                [Obsolete("old")]
                public static Counter Orders => default; // end

                public static int Other => 1;
            }
            """).FixFirstAsync());

    [Fact]
    public async Task FixesAll() => Assert.Equal(
        [
            """
            static partial class A
            {
                [Counter("a_total")] public static partial Counter X { get; }
                [Gauge("b")] public static partial Gauge Y(bool warm);
            }
            """,
            "static partial class B { [Histogram(\"c_seconds\")] private static partial Histogram X(); }",
        ],
        await Test(
            """
            static partial class A
            {
                [Counter("a_total")] public static Counter X { get; }
                [Gauge("b")] public static Gauge Y(bool warm) => default;
            }
            """,
            "static partial class B { [Histogram(\"c_seconds\")] static Histogram X() => default; }").FixAllAsync());

    [Theory]
    [InlineData("public static Counter Orders { get; }", "Make 'Orders' partial")]
    [InlineData("public static partial int Orders { get; }", "Make 'Orders' a partial Counter")]
    public async Task SaysWhatItDoes(string member, string title) => Assert.Equal([title], await Test(Group(member)).TitlesAsync());

    [Theory]
    [InlineData("public Counter this[int shard] => default;")]
    [InlineData("[Gauge(\"orders\")] public static partial Counter Orders { get; }")]
    public async Task OffersNothingWhereNoShapeIsRight(string member) => Assert.Empty(await Test(Group(member)).TitlesAsync());

    private static string Group(string member) => $$"""
        public partial class ShopMetrics
        {
            [Counter("orders_total")]
            {{member}}
        }
        """;

    private static async Task VerifyAsync(string before, string after) =>
        Assert.Equal(Group(after), await Test(Group(before)).FixFirstAsync());

    private static CodeFixTest Test(params string[] sources) => new(new PartialMemberFixProvider(), sources);
}
