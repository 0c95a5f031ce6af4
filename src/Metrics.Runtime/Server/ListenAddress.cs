using System.Net;
using System.Net.Sockets;

namespace TypedMetrics.Server;

/// <summary>What <see cref="MetricsServerOptions.Host"/> means.</summary>
/// <param name="Addresses">The addresses to bind, all to one port.</param>
/// <param name="UrlHost">The host by which this machine itself reaches them.</param>
/// <param name="Reach">Who reaches them, in words.</param>
internal sealed record ListenAddress(IReadOnlyList<IPAddress> Addresses, string UrlHost, string Reach)
{
    /// <summary>Loopback, IPv4 and IPv6.</summary>
    public static ListenAddress Loopback { get; } =
        new([IPAddress.Loopback, IPAddress.IPv6Loopback], "localhost", "on loopback only");

    /// <summary>All interfaces, IPv4 and IPv6.</summary>
    public static ListenAddress All { get; } =
        new([Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any], "localhost", "on all interfaces");

    /// <summary>Reads the option.</summary>
    /// <param name="host">The option; <see langword="null"/> chooses by <paramref name="isInContainer"/>.</param>
    /// <param name="isInContainer">Whether the process runs in a container.</param>
    /// <exception cref="ArgumentException">The host is no address, and no name of any.</exception>
    public static ListenAddress Of(string? host, bool isInContainer)
    {
        switch (host)
        {
            case null:
                return isInContainer
                    ? All with { Reach = "on all interfaces, as in any container" }
                    : Loopback;
            case "localhost":
                return Loopback;
            case "*" or "+" or "::" or "[::]":
                return All;
            case "0.0.0.0":
                return All with { Addresses = [IPAddress.Any], Reach = "on all interfaces, IPv4 only" };
            default:
                return IPAddress.TryParse(host, out var address)
                    ? new([address], UrlHostOf(address), IPAddress.IsLoopback(address) ? "on loopback only" : $"on {address}")
                    : new(Resolve(host), host, $"on {host}");
        }
    }

    private static string UrlHostOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static IPAddress[] Resolve(string host)
    {
        try
        {
            return host.Length == 0 ? throw NoHost(host, null) : Dns.GetHostAddresses(host);
        }
        catch (SocketException exception)
        {
            throw NoHost(host, exception);
        }
    }

    private static ArgumentException NoHost(string host, Exception? inner) => new(
        $"'{host}' is no host to listen on: an IP address, 'localhost', '*' for all interfaces, or a name of this machine is", inner);
}
