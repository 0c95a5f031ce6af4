using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET204</summary>
public class SeriesBudgetFixTests
{
    [Theory]
    [InlineData("\"orders_total\"", "\"orders_total\", SeriesBudget = 24_024")]
    [InlineData("\"orders_total\", \"Orders.\"", "\"orders_total\", \"Orders.\", SeriesBudget = 24_024")]
    [InlineData("\"orders_total\", SeriesBudget = 2_000, MaxSeries = 100_000", "\"orders_total\", SeriesBudget = 24_024, MaxSeries = 100_000")]
    [InlineData("\"orders_total\", MaxSeries = 5000", "\"orders_total\", MaxSeries = 5000, SeriesBudget = 5_000")]
    public async Task StatesTheWorstCase(string before, string after) => Assert.Equal(Source(after), await Test(Source(before)).FixFirstAsync());

    [Fact]
    public async Task NamesTheNumber() => Assert.Equal(["State SeriesBudget = 24_024"], await Test(Source("\"orders_total\"")).TitlesAsync());

    [Fact]
    public async Task OffersNothingBeyondWhatANumberHolds() => Assert.Empty(await Test(
        """
        static partial class A { [Histogram("a_seconds")] public static partial Histogram X([MaxValues(1_000_000)] string a, [MaxValues(1_000)] string b); }
        """).TitlesAsync());

    [Fact]
    public async Task StatesAll() => Assert.Equal(
        [Source("\"a_total\", SeriesBudget = 24_024"), Source("\"b_total\", SeriesBudget = 24_024").Replace("Shop", "Other", StringComparison.Ordinal)],
        await Test(Source("\"a_total\""), Source("\"b_total\"").Replace("Shop", "Other", StringComparison.Ordinal)).FixAllAsync());

    private static string Source(string arguments) => $$"""
        public static partial class ShopMetrics
        {
            /// <summary>Orders placed.</summary>
            [Counter({{arguments}})]
            public static partial Counter Orders([MaxValues(1000)] string tenant, DayOfWeek day, bool? warm);
        }
        """;

    private static CodeFixTest Test(params string[] sources) => new(new SeriesBudgetFixProvider(), sources);
}
