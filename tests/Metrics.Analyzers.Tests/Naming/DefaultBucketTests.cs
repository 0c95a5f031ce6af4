namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET111</summary>
public class DefaultBucketTests
{
    [Theory]
    [InlineData("{|MET111:\"response_size_bytes\"|}")]
    [InlineData("{|MET111:\"cache_hit_ratio\"|}")]
    [InlineData("{|MET111:\"orders_per_batch\"|}")]
    [InlineData("{|MET111:\"batch_items\"|}, Unit = \"items\"")]
    [InlineData("{|MET111:\"batch_size\"|}, Buckets = null")]
    [InlineData("{|MET103:{|MET111:\"body_kilobytes\"|}|}")]
    public async Task ReportsDefaultBucketsOfSomethingElse(string arguments) => await NamingTest.VerifyAsync("Histogram", arguments);

    [Theory]
    [InlineData("\"request_duration_seconds\"")]
    [InlineData("\"request_seconds_by_cpu\"")]
    [InlineData("\"request_duration\"")]
    [InlineData("\"queue_wait\"")]
    [InlineData("\"response_size_bytes\", Buckets = [1, 2]")]
    [InlineData("{|MET103:\"wait_milliseconds\"|}")]
    [InlineData("{|MET107:\"wait_ms\"|}")]
    [InlineData("{|MET103:\"wait_milliseconds\"|}, Unit = \"milliseconds\"")]
    public async Task AcceptsSecondsAndStatedBuckets(string arguments) => await NamingTest.VerifyAsync("Histogram", arguments);

    [Theory]
    [InlineData("[ExponentialBuckets(256, 4, 8)]")]
    [InlineData("[LinearBuckets(1, 1, 10)]")]
    public async Task AcceptsComputedBuckets(string attribute) => await NamingTest.VerifySourceAsync(
        $$"""
        public static partial class ShopMetrics
        {
            [Histogram("size_bytes"), {{attribute.Trim('[', ']')}}]
            public static partial Histogram Size { get; }
        }
        """);

    [Fact]
    public async Task SaysWhatIsMeasured()
    {
        await NamingTest.SaysAsync(
            "Histogram 'size_bytes' has the default buckets, 0.005 to 10, which are made for latencies in seconds, and it measures bytes: state Buckets, [ExponentialBuckets] or [LinearBuckets]",
            "Histogram",
            "\"size_bytes\"");
        await NamingTest.SaysAsync(
            "Histogram 'batch_size' has the default buckets, 0.005 to 10, which are made for latencies in seconds, and its name does not end in '_seconds': state Buckets, [ExponentialBuckets] or [LinearBuckets]",
            "Histogram",
            "\"batch_size\"");
    }

    [Fact]
    public async Task IsSilencedByPragma() => await NamingTest.IsSilencedByPragmaAsync("MET111", "Histogram", "\"size_bytes\"");
}
