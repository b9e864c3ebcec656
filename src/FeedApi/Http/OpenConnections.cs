using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace FeedApi.Http;

/// <summary>Counts the open connections of each public address, refuses more than its share, and knows which are too young to have been answered.</summary>
/// <remarks>Costs one entry per connection, nothing per request.</remarks>
public sealed class OpenConnections(ConnectionLimits limits, TimeProvider time)
{
    // How long the requests of a connection that has ended may go on.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(1);

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
            await ServedOrGoneAsync(next(connection), connection.ConnectionClosed);
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

    // Kestrel may never end with an h2 connection that was cut while answers were on their way (dotnet/aspnetcore issue 51307). What it still holds
    // of it, 1 MB and a place among MaxConcurrentConnections, is let go here; nothing refers to it any more then.
    private async Task ServedOrGoneAsync(Task serving, CancellationToken closed)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = closed.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), gone);
        if (await Task.WhenAny(serving, gone.Task) == gone.Task) await Task.WhenAny(serving, Task.Delay(AfterEnd, time, CancellationToken.None));
        if (serving.IsCompleted) await serving;
    }

    private void Leave(UInt128 network)
    {
        // Removed only when nobody else has counted meanwhile.
        if (byAddress.AddOrUpdate(network, 0, (_, count) => count - 1) <= 0) byAddress.TryRemove(new KeyValuePair<UInt128, int>(network, 0));
    }
}
