using System.Collections.Concurrent;
using System.Net;
using FeedApi.Http.Limits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Limits the number of open connections of each public address, and tracks the age of connections.
/// </summary>
/// <remarks>Costs a dictionary entry and a few small objects per connection, and nothing per request.</remarks>
internal sealed class OpenConnections(ConnectionOptions limits, TimeProvider time)
{
    // How long requests may continue after their connection has closed.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ConnectionContext, long> openedAt = new();
    private readonly ConcurrentDictionary<UInt128, int> byAddress = new();

    /// <summary>Serves a connection, or aborts it when its address has too many.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="next">The next connection middleware.</param>
    /// <param name="mayBeHttp2">True for HTTP/2 without TLS; with TLS the connection's negotiated protocol is used.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next, bool mayBeHttp2 = false)
    {
        var address = limits.MaxConnectionsPerAddress > 0
            ? ClientAddress.NetworkOf((connection.RemoteEndPoint as IPEndPoint)?.Address)
            : null;
        if (address is { } network && byAddress.AddOrUpdate(network, 1, (_, count) => count + 1) > limits.MaxConnectionsPerAddress)
        {
            Release(network);
            connection.Abort(new ConnectionAbortedException("Too many connections from one address."));
            return;
        }

        openedAt[connection] = time.GetTimestamp();
        try
        {
            await ServedOrClosedAsync(next(connection), connection, mayBeHttp2);
        }
        finally
        {
            openedAt.TryRemove(connection, out _);
            if (address is { } counted) Release(counted);
        }
    }

    /// <summary>True while no connection is open.</summary>
    public bool IsEmpty => openedAt.IsEmpty;

    /// <summary>True while a connection is open that was opened no longer ago than this.</summary>
    public bool AnyYoungerThan(TimeSpan age) => openedAt.Any(entry => time.GetElapsedTime(entry.Value) <= age);

    // Kestrel may never complete an HTTP/2 connection that was closed during responses (dotnet/aspnetcore issue 51307). Returning here
    // releases its 1 MB and its slot among MaxConcurrentConnections.
    private async Task ServedOrClosedAsync(Task serving, ConnectionContext connection, bool isHttp2)
    {
        var closed = new TaskCompletionSource();
        await using var registration = connection.ConnectionClosed.UnsafeRegister(
            static source => ((TaskCompletionSource)source!).TrySetResult(), closed);
        await Task.WhenAny(serving, closed.Task);
        var mayHang = isHttp2 || IsHttp2OverTls(connection);
        if (mayHang && !serving.IsCompleted) await Task.WhenAny(serving, Task.Delay(AfterEnd, time, CancellationToken.None));
        if (!mayHang || serving.IsCompleted) await serving;
    }

    private static bool IsHttp2OverTls(ConnectionContext connection) =>
        connection.Features.Get<ITlsApplicationProtocolFeature>()?.ApplicationProtocol.Span.SequenceEqual("h2"u8) ?? false;

    private void Release(UInt128 network)
    {
        // Removed only when the count is still 0.
        if (byAddress.AddOrUpdate(network, 0, (_, count) => count - 1) <= 0)
            byAddress.TryRemove(new KeyValuePair<UInt128, int>(network, 0));
    }
}
