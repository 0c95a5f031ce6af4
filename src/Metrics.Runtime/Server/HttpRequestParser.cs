using System.Globalization;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Server;

/// <summary>
/// Reads the head of a request (RFC 9112), strictly: what a server may refuse is refused, since the clients are scrapers,
/// which send none of it.
/// </summary>
internal static class HttpRequestParser
{
    private const int LongestMethod = 32;

    /// <summary>Parses a whole head.</summary>
    /// <param name="head">From the request line up to and including the empty line.</param>
    /// <param name="request">The request, where the result is 0.</param>
    /// <returns>0, or the status that answers the request: 400 or 505.</returns>
    public static int Parse(ReadOnlySpan<byte> head, out HttpRequest? request)
    {
        request = null;
        var status = ParseRequestLine(TakeLine(ref head), out var parsed);
        if (status != 0)
        {
            return status;
        }

        var hosts = 0;
        while (TakeLine(ref head) is { IsEmpty: false } line)
        {
            if (!ParseHeader(line, parsed!, ref hosts))
            {
                return 400;
            }
        }

        // A request of HTTP/1.1 names one host (RFC 9112, 3.2); a length beside an encoding is a smuggler's (6.1).
        if (hosts > 1 || (parsed!.IsHttp11 && hosts == 0) || (parsed.HasTransferEncoding && parsed.ContentLength is not null))
        {
            return 400;
        }

        request = parsed;
        return 0;
    }

    // A bare CR or LF stays in the line, where it is an illegal character.
    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf("\r\n"u8);
        var line = end < 0 ? head : head[..end];
        head = end < 0 ? default : head[(end + 2)..];
        return line;
    }

    private static int ParseRequestLine(ReadOnlySpan<byte> line, out HttpRequest? request)
    {
        request = null;
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first < 1 || last == first || first > LongestMethod || !IsToken(line[..first]))
        {
            return 400;
        }

        var version = line[(last + 1)..];
        var target = line[(first + 1)..last];
        if (version.Length != 8 || !version.StartsWith("HTTP/"u8) || !char.IsAsciiDigit((char)version[5])
            || version[6] != '.' || !char.IsAsciiDigit((char)version[7]) || target.ContainsAnyExceptInRange((byte)0x21, (byte)0x7E))
        {
            return 400;
        }

        if (version[5] != '1')
        {
            return 505;
        }

        var (path, query) = Split(Encoding.ASCII.GetString(target));
        request = new HttpRequest
        {
            Method = Encoding.ASCII.GetString(line[..first]),
            Path = path,
            Query = query,
            IsHttp11 = version[7] != '0',
        };
        return 0;
    }

    // Proxies may send the absolute form, http://host/path?query (RFC 9112, 3.2.2).
    private static (string Path, string Query) Split(string target)
    {
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            var authority = target.AsSpan("http://".Length);
            var slash = authority.IndexOfAny('/', '?');
            var rest = slash < 0 ? "/" : authority[slash..].ToString();
            target = rest[0] == '?' ? "/" + rest : rest;
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }

    private static bool ParseHeader(ReadOnlySpan<byte> line, HttpRequest request, ref int hosts)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 1 || !IsToken(line[..colon]))
        {
            // Among others a folded line and a blank before the colon.
            return false;
        }

        var bytes = line[(colon + 1)..].Trim(" \t"u8);
        foreach (var b in bytes)
        {
            if ((b < 0x20 && b != '\t') || b == 0x7F)
            {
                return false;
            }
        }

        return Take(Encoding.ASCII.GetString(line[..colon]), Encoding.Latin1.GetString(bytes), request, ref hosts);
    }

    private static bool Take(string name, string value, HttpRequest request, ref int hosts)
    {
        if (Is("Host"))
        {
            hosts++;
        }
        else if (Is("Accept"))
        {
            request.Accept.Add(value);
        }
        else if (Is("Accept-Encoding"))
        {
            request.AcceptEncoding.Add(value);
        }
        else if (Is(ScrapeTimeout.HeaderName))
        {
            request.ScrapeTimeout = value;
        }
        else if (Is("Content-Length"))
        {
            // Sent twice it must agree with itself; a sign or a blank is no length.
            var isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length);
            var agrees = (request.ContentLength ?? length) == length;
            request.ContentLength = length;
            return isNumber && agrees;
        }
        else if (Is("Transfer-Encoding"))
        {
            request.HasTransferEncoding = true;
        }
        else if (Is("Expect"))
        {
            request.ExpectsContinue = true;
        }
        else if (Is("Connection"))
        {
            request.WantsClose |= value.Split(',').Any(option => option.Trim().Equals("close", StringComparison.OrdinalIgnoreCase));
        }

        return true;

        bool Is(string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsToken(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && !"!#$%&'*+-.^_`|~"u8.Contains(b))
            {
                return false;
            }
        }

        return true;
    }
}
