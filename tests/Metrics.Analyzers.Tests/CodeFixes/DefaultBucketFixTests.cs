using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET111</summary>
public class DefaultBucketFixTests
{
    [Theory]
    [InlineData("body_bytes", "ExponentialBuckets(256, 4, 8)")]
    [InlineData("body_kilobytes", "ExponentialBuckets(256, 4, 8)")]
    [InlineData("hit_ratio", "LinearBuckets(0.1, 0.1, 10)")]
    [InlineData("batch_items", "ExponentialBuckets(1, 2, 11)")]
    public async Task AddsBoundsForTheUnit(string name, string bounds)
    {
        var test = new CodeFixTest(new DefaultBucketFixProvider(), Source(name, ""));
        Assert.Equal([$"Add [{bounds}]"], await test.TitlesAsync());
        Assert.Equal(Source(name, $"[{bounds}]\n    "), await test.FixFirstAsync());
    }

    [Fact]
    public async Task AddsAllBounds() => Assert.Equal(
        [Source("a_bytes", "[ExponentialBuckets(256, 4, 8)]\n    "), Source("b_ratio", "[LinearBuckets(0.1, 0.1, 10)]\n    ").Replace("Shop", "Other", StringComparison.Ordinal)],
        await new CodeFixTest(
            new DefaultBucketFixProvider(), Source("a_bytes", ""), Source("b_ratio", "").Replace("Shop", "Other", StringComparison.Ordinal)).FixAllAsync());

    private static string Source(string name, string bounds) => $$"""
        public static partial class ShopMetrics
        {
            // Measured at the end.
            {{bounds}}[Histogram("{{name}}")]
            public static partial Histogram Size { get; }
        }
        """;
}
