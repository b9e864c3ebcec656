using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>HTTP/1.1 by hand, over a socket: a client library would mend, add and hide what is to be seen.</summary>
public static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Sends one request on a connection of its own.</summary>
    /// <param name="server">Where it goes.</param>
    /// <param name="method">The method.</param>
    /// <param name="target">The request target as it is written on the wire.</param>
    /// <param name="fields">Fields in the form <c>Name: value</c>; one that names <c>Host</c> takes the place of the right one.</param>
    public static async Task<RawAnswer> SendAsync(Uri server, string method, string target, params string[] fields)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        await using var stream = client.GetStream();
        var host = Array.Exists(fields, field => field.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))
            ? ""
            : $"Host: {server.Authority}\r\n";
        var request =
            $"{method} {target} HTTP/1.1\r\n{host}{string.Concat(fields.Select(field => field + "\r\n"))}Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var received = new MemoryStream();
        await stream.CopyToAsync(received, patience.Token);
        return Parse(received.ToArray());
    }

    private static RawAnswer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, "The server closed the connection without an answer.");
        var lines = Encoding.Latin1.GetString(bytes.AsSpan(0, end)).Split("\r\n");
        var fields = lines[1..].Select(FieldOf).ToList();
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var body = bytes[(end + 4)..];
        return new RawAnswer(status, fields, fields.Contains(("Transfer-Encoding", "chunked")) ? Unchunked(body) : body);
    }

    private static (string Name, string Value) FieldOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon], line[(colon + 1)..].Trim());
    }

    private static byte[] Unchunked(ReadOnlySpan<byte> body)
    {
        List<byte> whole = [];
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(body[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            whole.AddRange(body.Slice(end + 2, length));
            body = body[(end + 2 + length + 2)..];
        }

        return [.. whole];
    }
}
