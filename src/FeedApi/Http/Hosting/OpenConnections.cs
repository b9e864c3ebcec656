using System.Collections.Concurrent;
using System.Net;
using FeedApi.Http.Limits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Counts the open connections of each public address, refuses more than its share, and knows which are too young to have been answered.
/// </summary>
/// <remarks>Costs an entry and a few small objects for a connection, nothing for a request.</remarks>
internal sealed class OpenConnections(ConnectionOptions limits, TimeProvider time)
{
    // How long the requests of a connection that has ended may go on.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ConnectionContext, long> openedAt = new();
    private readonly ConcurrentDictionary<UInt128, int> byAddress = new();

    /// <summary>Serves a connection, or ends it at once.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="next">Serves it.</param>
    /// <param name="mayBeHttp2">True where h2 is spoken without TLS; with TLS the connection tells.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next, bool mayBeHttp2 = false)
    {
        var address = limits.MaxConnectionsPerAddress > 0
            ? ClientAddress.NetworkOf((connection.RemoteEndPoint as IPEndPoint)?.Address)
            : null;
        if (address is { } network && byAddress.AddOrUpdate(network, 1, (_, count) => count + 1) > limits.MaxConnectionsPerAddress)
        {
            Leave(network);
            connection.Abort(new ConnectionAbortedException("Too many connections of one address."));
            return;
        }

        openedAt[connection] = time.GetTimestamp();
        try
        {
            await ServedOrGoneAsync(next(connection), connection, mayBeHttp2);
        }
        finally
        {
            openedAt.TryRemove(connection, out _);
            if (address is { } counted) Leave(counted);
        }
    }

    /// <summary>True while no connection is open.</summary>
    public bool IsEmpty => openedAt.IsEmpty;

    /// <summary>True while a connection is open that was opened no longer ago than this.</summary>
    public bool AnyYoungerThan(TimeSpan age) => openedAt.Any(entry => time.GetElapsedTime(entry.Value) <= age);

    // Kestrel may never end with an h2 connection that was cut while answers were on their way (dotnet/aspnetcore issue 51307). What it
    // still holds of it, 1 MB and a place among MaxConcurrentConnections, is let go here; nothing refers to it any more then.
    private async Task ServedOrGoneAsync(Task serving, ConnectionContext connection, bool isHttp2)
    {
        var gone = new TaskCompletionSource();
        await using var registration = connection.ConnectionClosed.UnsafeRegister(
            static source => ((TaskCompletionSource)source!).TrySetResult(), gone);
        await Task.WhenAny(serving, gone.Task);
        var mayHang = isHttp2 || IsHttp2OverTls(connection);
        if (mayHang && !serving.IsCompleted) await Task.WhenAny(serving, Task.Delay(AfterEnd, time, CancellationToken.None));
        if (!mayHang || serving.IsCompleted) await serving;
    }

    private static bool IsHttp2OverTls(ConnectionContext connection) =>
        connection.Features.Get<ITlsApplicationProtocolFeature>()?.ApplicationProtocol.Span.SequenceEqual("h2"u8) ?? false;

    private void Leave(UInt128 network)
    {
        // Removed only when nobody else has counted meanwhile.
        if (byAddress.AddOrUpdate(network, 0, (_, count) => count - 1) <= 0)
            byAddress.TryRemove(new KeyValuePair<UInt128, int>(network, 0));
    }
}
