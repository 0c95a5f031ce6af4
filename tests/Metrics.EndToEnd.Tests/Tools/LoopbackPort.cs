using System.Net;
using System.Net.Sockets;

namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>Free ports of the loopback interface, for programs that cannot choose one themselves.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
