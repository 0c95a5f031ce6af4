using TypedMetrics.Rules;

namespace TypedMetrics.Runtime.Tests.Rules;

public sealed class LabelNamesTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("_a9", true)]
    [InlineData("a:b", false)]
    [InlineData("a-b", false)]
    [InlineData("9", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void AreMetricNamesWithoutColon(string? name, bool valid) => Assert.Equal(valid, LabelNames.IsValid(name));

    [Theory]
    [InlineData("le", true)]
    [InlineData("quantile", true)]
    [InlineData("__name__", true)]
    [InlineData("__a", true)]
    [InlineData("_a", false)]
    [InlineData("level", false)]
    [InlineData("LE", false)]
    public void KnowsWhatIsReserved(string name, bool reserved) => Assert.Equal(reserved, LabelNames.IsReserved(name));
}
