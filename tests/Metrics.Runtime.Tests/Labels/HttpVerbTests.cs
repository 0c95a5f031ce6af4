using System.Reflection;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class HttpVerbTests
{
    [Theory]
    [InlineData("GET", HttpVerb.Get)]
    [InlineData("get", HttpVerb.Get)]
    [InlineData("HEAD", HttpVerb.Head)]
    [InlineData("POST", HttpVerb.Post)]
    [InlineData("PUT", HttpVerb.Put)]
    [InlineData("DELETE", HttpVerb.Delete)]
    [InlineData("CONNECT", HttpVerb.Connect)]
    [InlineData("OPTIONS", HttpVerb.Options)]
    [InlineData("TRACE", HttpVerb.Trace)]
    [InlineData("PaTcH", HttpVerb.Patch)]
    [InlineData("", HttpVerb.Other)]
    [InlineData(null, HttpVerb.Other)]
    [InlineData("GETS", HttpVerb.Other)]
    [InlineData("PROPFIND", HttpVerb.Other)]
    [InlineData("OTHER", HttpVerb.Other)]
    [InlineData("ＧＥＴ", HttpVerb.Other)]
    public void IsMadeFromText(string? method, HttpVerb verb)
    {
        Assert.Equal(verb, HttpVerb.From(method));
        Assert.Equal(verb, HttpVerb.From(method.AsSpan()));
    }

    [Fact]
    public void NullIsOther() => Assert.Equal(HttpVerb.Other, HttpVerb.From(null));

    [Fact]
    public void EveryVerbComesFromItsOwnName()
    {
        foreach (var verb in Enum.GetValues<HttpVerb>())
        {
            Assert.Equal(verb, HttpVerb.From(verb.ToString()));
            Assert.Equal(verb, HttpVerb.From(verb.ToString().ToUpperInvariant()));
        }
    }

    // So that the label has ten values in every case, and not an eleventh for what does not fit.
    [Fact]
    public void OtherIsTheOverflowValue()
    {
        var field = typeof(HttpVerb).GetField(nameof(HttpVerb.Other))!;
        Assert.Equal("other", field.GetCustomAttribute<LabelValueAttribute>()!.Value);
        Assert.Equal(10, Enum.GetValues<HttpVerb>().Length);
    }

    [Fact]
    public void AllocatesNothing() => Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
    {
        for (var i = 0; i < 1000; i++)
        {
            _ = HttpVerb.From("options");
            _ = HttpVerb.From("PROPFIND".AsSpan());
        }
    }));
}
