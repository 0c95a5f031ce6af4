using TypedMetrics.Rules;

namespace TypedMetrics.Runtime.Tests.Rules;

public sealed class UnitsTests
{
    [Theory]
    [InlineData("request_duration_seconds", "seconds")]
    [InlineData("size_bytes", "bytes")]
    [InlineData("size_kilobytes", null)]
    [InlineData("bytes", null)]
    [InlineData("bytes_sent", null)]
    public void AreReadOffTheNamesLastWord(string name, string? unit) => Assert.Equal(unit, Units.FromName(name));

    [Theory]
    [InlineData("seconds", "a_seconds", true)]
    [InlineData("seconds", "aseconds", false)]
    [InlineData("seconds", "_seconds", false)]
    [InlineData("onds", "a_seconds", false)]
    public void MustBeTheLastWord(string unit, string name, bool suffix) => Assert.Equal(suffix, Units.IsSuffixOf(unit, name));
}
