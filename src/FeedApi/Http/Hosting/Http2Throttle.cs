using System.Buffers;
using System.IO.Pipelines;
using FeedApi.Http.Connections;
using Microsoft.AspNetCore.Connections;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Reads an HTTP/2 connection no faster than its <see cref="Http2FrameBudget"/> allows, so that a flood of frames waits in the network
/// and not in the thread pool.
/// </summary>
/// <remarks>
/// Kestrel reads a connection without limit: sixteen floods occupied both processors, and other clients waited for seconds
/// (<c>attack h2-ping</c>). Connections are throttled and not closed: an attacker would reconnect, and a legitimate client only waits.
/// </remarks>
internal sealed class Http2Throttle : PipeReader
{
    private readonly PipeReader input;
    private readonly TimeProvider time;
    private readonly Http2FrameBudget budget;
    private readonly CancellationTokenSource end;
    private ReadOnlySequence<byte> buffer;
    private long paidBytes;

    private Http2Throttle(ConnectionContext connection, TimeProvider time)
    {
        this.time = time;
        input = connection.Transport.Input;
        budget = new Http2FrameBudget(time);
        end = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
    }

    /// <summary>Connection middleware that wraps the transport's input.</summary>
    public static Task ServeAsync(ConnectionContext connection, ConnectionDelegate next, TimeProvider time)
    {
        connection.Transport = new DuplexPipe(new Http2Throttle(connection, time), connection.Transport.Output);
        return next(connection);
    }

    /// <inheritdoc/>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await input.ReadAsync(cancellationToken);
        var rest = Pay(result.Buffer);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return result;
    }

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result)
    {
        if (!input.TryRead(out result)) return false;
        Pay(result.Buffer);
        return true;
    }

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        paidBytes -= buffer.Slice(buffer.Start, consumed).Length;
        buffer = default;
        input.AdvanceTo(consumed, examined);
    }

    /// <inheritdoc/>
    public override void CancelPendingRead()
    {
        end.Cancel();
        input.CancelPendingRead();
    }

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null)
    {
        end.Cancel();
        input.Complete(exception);
    }

    // Bytes that were not consumed are read again, but are charged only once.
    private TimeSpan Pay(ReadOnlySequence<byte> read)
    {
        var rest = budget.Spend(read.Slice(paidBytes));
        (buffer, paidBytes) = (read, read.Length);
        return rest;
    }
}
