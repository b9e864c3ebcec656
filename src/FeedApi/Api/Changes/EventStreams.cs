using System.Collections.Concurrent;
using System.Net;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;

namespace FeedApi.Api.Changes;

/// <summary>The open streams of events, whose number is bounded: each holds a connection for hours.</summary>
internal sealed class EventStreams(EventOptions options, IHostApplicationLifetime lifetime)
{
    private const int RetryAfterSeconds = 30;

    // Half of the connections that there are descriptors for are left to everything else.
    private readonly long most = Math.Min(options.MaxStreams, Math.Max(1, OpenFileLimit.ConnectionsFor(long.MaxValue) / 2));

    private readonly ConcurrentDictionary<UInt128, int> ofNetwork = new();
    private int count;

    /// <summary>Number of open streams.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Cancelled when the server begins to stop, which would wait for the streams otherwise.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>A place for one more stream, to be disposed at its end; null when there is none.</summary>
    /// <param name="remote">The client's address; clients without one, behind a proxy, share only the total.</param>
    public IDisposable? TryOpen(IPAddress? remote)
    {
        if (Interlocked.Increment(ref count) > most)
        {
            Interlocked.Decrement(ref count);
            return null;
        }

        if (ClientAddress.NetworkOf(remote) is not { } network) return new Place(this, null);
        if (ofNetwork.AddOrUpdate(network, 1, (_, open) => open + 1) <= options.MaxStreamsPerClient) return new Place(this, network);
        Close(network);
        return null;
    }

    /// <summary>The response when there is no place.</summary>
    internal static HttpProblem Full() => new(
        StatusCodes.Status503ServiceUnavailable,
        "too-many-streams",
        "Too many streams",
        "Too many streams of events are open, from your address or in all. GET /api/v1/changes with wait=25 tells the same.")
    {
        RetryAfterSeconds = RetryAfterSeconds,
    };

    private void Close(UInt128? network)
    {
        Interlocked.Decrement(ref count);
        if (network is not { } key) return;
        while (ofNetwork.TryGetValue(key, out var open))
        {
            var isClosed = open > 1 ? ofNetwork.TryUpdate(key, open - 1, open) : ofNetwork.TryRemove(KeyValuePair.Create(key, open));
            if (isClosed) return;
        }
    }

    private sealed class Place(EventStreams streams, UInt128? network) : IDisposable
    {
        private int isClosed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isClosed, 1) == 0) streams.Close(network);
        }
    }
}
