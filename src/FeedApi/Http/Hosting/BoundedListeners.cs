using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>Listeners that accept a connection only while there is room for it.</summary>
/// <remarks>
/// Kestrel 10.0 counts connections after it has accepted them, and one beyond its limit holds a descriptor until it has been closed. A
/// client that opens them faster takes the descriptors with which feeds are read. Here the next one waits in the kernel's queue instead.
/// </remarks>
/// <param name="sockets">Kestrel's own listeners.</param>
/// <param name="room">How many connections may be open on all of them together.</param>
/// <param name="management">Its listener has as many again: a flood must not keep the operator out.</param>
internal sealed class BoundedListeners(SocketTransportFactory sockets, int room, ManagementListener management)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    private readonly SemaphoreSlim ofEverybody = new(room);
    private readonly SemaphoreSlim ofOperator = new(room);

    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    /// <inheritdoc/>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = await sockets.BindAsync(endpoint, cancellationToken);
        var isOfOperator = listener.EndPoint is IPEndPoint { Port: var port } && management.Owns(port);
        return new BoundedListener(listener, isOfOperator ? ofOperator : ofEverybody);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ofEverybody.Dispose();
        ofOperator.Dispose();
    }

    private sealed class BoundedListener(IConnectionListener inner, SemaphoreSlim room) : IConnectionListener
    {
        private readonly CancellationTokenSource unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(unbound.Token, cancellationToken);
                await room.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            ConnectionContext? connection = null;
            try
            {
                connection = await inner.AcceptAsync(cancellationToken);
                return connection;
            }
            finally
            {
                if (connection is null) room.Release();
                else connection.ConnectionClosed.UnsafeRegister(static taken => Release((SemaphoreSlim)taken!), room);
            }
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await unbound.CancelAsync();
            await inner.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            unbound.Dispose();
        }

        // The last connections may close when the server is gone.
        private static void Release(SemaphoreSlim room)
        {
            try
            {
                room.Release();
            }
            catch (ObjectDisposedException)
            {
                // Nobody waits any more.
            }
        }
    }
}
