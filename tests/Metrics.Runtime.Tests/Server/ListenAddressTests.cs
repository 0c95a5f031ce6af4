using System.Net;
using TypedMetrics.Server;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class ListenAddressTests
{
    [Fact]
    public void LoopbackIsMeantUnlessInAContainer()
    {
        var outside = ListenAddress.Of(null, isInContainer: false);
        var inside = ListenAddress.Of(null, isInContainer: true);

        Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Loopback], outside.Addresses);
        Assert.Equal("on loopback only", outside.Reach);
        Assert.Contains(Assert.Single(inside.Addresses), new[] { IPAddress.IPv6Any, IPAddress.Any });
        Assert.Equal("on all interfaces, as in any container", inside.Reach);
        Assert.Equal(("localhost", "localhost"), (outside.UrlHost, inside.UrlHost));
    }

    [Theory]
    [InlineData("localhost", "on loopback only", "localhost")]
    [InlineData("127.0.0.1", "on loopback only", "127.0.0.1")]
    [InlineData("::1", "on loopback only", "[::1]")]
    [InlineData("*", "on all interfaces", "localhost")]
    [InlineData("+", "on all interfaces", "localhost")]
    [InlineData("::", "on all interfaces", "localhost")]
    [InlineData("0.0.0.0", "on all interfaces, IPv4 only", "localhost")]
    [InlineData("192.0.2.7", "on 192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::7", "on 2001:db8::7", "[2001:db8::7]")]
    public void HostWins(string host, string reach, string urlHost)
    {
        foreach (var isInContainer in new[] { false, true })
        {
            var where = ListenAddress.Of(host, isInContainer);
            Assert.Equal((reach, urlHost), (where.Reach, where.UrlHost));
        }
    }
}
