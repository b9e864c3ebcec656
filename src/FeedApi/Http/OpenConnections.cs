using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace FeedApi.Http;

/// <summary>Counts the open connections of each public address, refuses more than its share, and knows which are too young to have been answered.</summary>
/// <remarks>Costs one entry per connection, nothing per request.</remarks>
public sealed class OpenConnections(ConnectionLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<ConnectionContext, long> openedAt = new();
    private readonly ConcurrentDictionary<UInt128, int> byAddress = new();

    /// <summary>Serves a connection, or ends it at once.</summary>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = limits.MaxConnectionsPerAddress > 0 ? ClientAddress.NetworkOf((connection.RemoteEndPoint as IPEndPoint)?.Address) : null;
        if (address is { } network && byAddress.AddOrUpdate(network, 1, (_, count) => count + 1) > limits.MaxConnectionsPerAddress)
        {
            Leave(network);
            connection.Abort(new ConnectionAbortedException("Too many connections of one address."));
            return;
        }

        openedAt[connection] = time.GetTimestamp();
        try
        {
            await next(connection);
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

    private void Leave(UInt128 network)
    {
        // Removed only when nobody else has counted meanwhile.
        if (byAddress.AddOrUpdate(network, 0, (_, count) => count - 1) <= 0) byAddress.TryRemove(new KeyValuePair<UInt128, int>(network, 0));
    }
}
