using System.Net;
using System.Reflection;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class StatusClassTests
{
    [Theory]
    [InlineData(100, StatusClass.Informational)]
    [InlineData(199, StatusClass.Informational)]
    [InlineData(200, StatusClass.Success)]
    [InlineData(302, StatusClass.Redirection)]
    [InlineData(404, StatusClass.ClientError)]
    [InlineData(599, StatusClass.ServerError)]
    [InlineData(600, StatusClass.Other)]
    [InlineData(99, StatusClass.Other)]
    [InlineData(0, StatusClass.Other)]
    [InlineData(-200, StatusClass.Other)]
    [InlineData(int.MinValue, StatusClass.Other)]
    [InlineData(int.MaxValue, StatusClass.Other)]
    public void IsMadeFromANumber(int code, StatusClass expected)
    {
        Assert.Equal(expected, StatusClass.From(code));
        Assert.Equal(expected, StatusClass.From((HttpStatusCode)code));
    }

    [Fact]
    public void HasTheUsualTexts()
    {
        var texts = Enum.GetNames<StatusClass>()
            .Select(name => typeof(StatusClass).GetField(name)!.GetCustomAttribute<LabelValueAttribute>()!.Value);
        Assert.Equal(["1xx", "2xx", "3xx", "4xx", "5xx", "other"], texts);
    }
}
