using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class NameFilterTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData(null, new string[0])]
    [InlineData("?", new string[0])]
    [InlineData("x=1&name=a", new string[0])]
    [InlineData("name[]", new string[0])]
    [InlineData("?name[]=a", new[] { "a" })]
    [InlineData("name%5B%5D=a&x=1&name%5b%5d=b", new[] { "a", "b" })]
    [InlineData("name[]=a&name[]=a", new[] { "a" })]
    [InlineData("name[]=", new[] { "" })]
    [InlineData("name[]=a%3Ab&&name[]=c+d", new[] { "a:b", "c d" })]
    [InlineData("name[]=%&name[]=%zz&name[]=%ff", new[] { "%", "%zz", "%ff" })]
    public void NamesAreReadFromTheQuery(string? query, string[] names) =>
        Assert.Equal(names, NameFilter.Parse(query));

    [Fact]
    public void NamesAreBounded()
    {
        var query = string.Join('&', Enumerable.Range(0, 2 * NameFilter.MaximumNames).Select(i => $"name[]={i}"));

        Assert.Equal(NameFilter.MaximumNames, NameFilter.Parse(query).Count);
    }

    [Theory]
    [InlineData(MetricType.Counter, "x", new[] { "x", "x_total", "x_created" }, new[] { "x_count", "x_", "", "y", "X" })]
    [InlineData(MetricType.Gauge, "x", new[] { "x" }, new[] { "x_total", "x_created" })]
    [InlineData(MetricType.Histogram, "x", new[] { "x", "x_bucket", "x_sum", "x_count", "x_created" }, new[] { "x_total" })]
    [InlineData(MetricType.Unknown, "x", new[] { "x" }, new[] { "x_info" })]
    public void FamilyAnswersToItsNamesAndThoseOfItsSamples(MetricType type, string baseName, string[] itsOwn, string[] others)
    {
        var family = new FamilyDescriptor(type, baseName, null, null);

        Assert.All(itsOwn, name => Assert.True(new ExpositionOptions { Names = ["other", name] }.Includes(family)));
        Assert.All(others, name => Assert.False(new ExpositionOptions { Names = [name] }.Includes(family)));
        Assert.True(new ExpositionOptions().Includes(family));
    }
}
