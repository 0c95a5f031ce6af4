using System.Net;
using System.Net.Sockets;

namespace TypedMetrics.Server;

/// <summary>Binds the sockets that a server listens on.</summary>
internal static class Listener
{
    // With port 0 the system chooses for the first address, and the second may be taken there.
    private const int Attempts = 20;
    private const int Backlog = 128;

    /// <summary>Binds all addresses that this machine has to one port.</summary>
    /// <exception cref="IOException">The port is in use, may not be used, or no address is one of this machine.</exception>
    public static List<Socket> Bind(ListenAddress where, int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var bound = new List<Socket>();
            try
            {
                BindAll(where, port, bound);
                return bound;
            }
            catch (Exception exception)
            {
                bound.ForEach(socket => socket.Dispose());
                if (exception is not SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || port != 0 || attempt == Attempts)
                {
                    throw exception is SocketException error ? Explain(error, where, port) : exception;
                }
            }
        }
    }

    private static void BindAll(ListenAddress where, int port, List<Socket> bound)
    {
        SocketException? absent = null;
        foreach (var address in where.Addresses)
        {
            try
            {
                bound.Add(BindOne(address, bound.Count == 0 ? port : ((IPEndPoint)bound[0].LocalEndPoint!).Port));
            }
            catch (SocketException exception) when (exception.SocketErrorCode
                is SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable or SocketError.ProtocolNotSupported)
            {
                // A machine without IPv6, say: the other address will do.
                absent = exception;
            }
        }

        if (bound.Count == 0)
        {
            throw absent ?? new SocketException((int)SocketError.AddressNotAvailable);
        }
    }

    private static Socket BindOne(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            if (OperatingSystem.IsWindows())
            {
                // Elsewhere this is so anyway, and the option would only forbid a quick restart.
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IOException Explain(SocketException error, ListenAddress where, int port) => new(
        error.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse =>
                $"Metrics cannot be served {where.Reach}: port {port} is in use by another process or server. "
                + "Choose another port, or 0 for any free one; 'ss -ltnp' (Linux) or 'netstat -ano' (Windows) shows who has it.",
            SocketError.AccessDenied =>
                $"Metrics cannot be served {where.Reach}: this process may not listen on port {port}. Choose a port above 1023.",
            SocketError.AddressNotAvailable =>
                $"Metrics cannot be served {where.Reach}: that is no address of this machine. Choose 'localhost', or '*' for all interfaces.",
            _ => $"Metrics cannot be served {where.Reach} at port {port}: {error.Message}",
        },
        error);
}
