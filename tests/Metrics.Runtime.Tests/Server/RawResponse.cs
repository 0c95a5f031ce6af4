using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TypedMetrics.Runtime.Tests.Server;

/// <summary>A response as it came over the wire.</summary>
internal sealed record RawResponse(int Status, string Version, List<(string Name, string Value)> Headers, byte[] Body, string Framing)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string Unzipped
    {
        get
        {
            using var gzip = new GZipStream(new MemoryStream(Body), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The one value of a header, or null.</summary>
    public string? this[string name] =>
        Headers.SingleOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads one response strictly; null where the connection ended before it.</summary>
    public static async Task<RawResponse?> ReadAsync(Stream stream, bool isHead = false)
    {
        if (await ReadLineAsync(stream) is not { } statusLine)
        {
            return null;
        }

        var parts = statusLine.Split(' ', 3);
        var headers = new List<(string, string)>();
        while (await ReadLineAsync(stream) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 2)..]));
        }

        var response = new RawResponse(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[0], headers, [], "none");
        if (isHead)
        {
            return response;
        }

        if (response["Transfer-Encoding"] is { } encoding)
        {
            Assert.Equal("chunked", encoding);
            Assert.Null(response["Content-Length"]);
            return response with { Body = await ReadChunksAsync(stream), Framing = "chunked" };
        }

        if (response["Content-Length"] is { } length)
        {
            var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body);
            return response with { Body = body, Framing = "length" };
        }

        Assert.Equal("close", response["Connection"]);
        var rest = new MemoryStream();
        await stream.CopyToAsync(rest);
        return response with { Body = rest.ToArray(), Framing = "close" };
    }

    private static async Task<byte[]> ReadChunksAsync(Stream stream)
    {
        var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse((await ReadLineAsync(stream))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = new byte[size + 2];
            await stream.ReadExactlyAsync(chunk);
            Assert.Equal("\r\n"u8, chunk.AsSpan(size));
            if (size == 0)
            {
                return body.ToArray();
            }

            body.Write(chunk, 0, size);
        }
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            line.Append((char)one[0]);
            if (line.Length >= 2 && line[^2] == '\r' && line[^1] == '\n')
            {
                return line.ToString(0, line.Length - 2);
            }
        }

        return line.Length == 0 ? null : throw new EndOfStreamException(line.ToString());
    }
}
