using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;

namespace FeedApi.Http.Connections;

/// <summary>
/// The input of an HTTP/1.1 connection, in which request lines are ASCII (<see cref="RequestLineEncoding"/>). Fields and bodies pass as
/// they are.
/// </summary>
/// <remarks>
/// It parses neither fields nor lengths, because whoever reads framing twice can read it in two ways (RFC 9112, section 11.2). Where the
/// next request begins is concluded from what Kestrel consumed: a head ends with an empty line, and of a body that follows
/// <see cref="BodyFraming"/> is told before its first byte is read. Where that is not certain, nothing is changed any more.
/// </remarks>
internal sealed class RequestLineReader : PipeReader
{
    private const uint EmptyLine = 0x0D0A0D0A;

    private readonly PipeReader input;
    private readonly BodyFraming body;
    private ReadOnlySequence<byte> buffer;
    private ReadOnlySequence<byte> shown;
    private long lineBytes;
    private long shownLineBytes;
    private uint tail = EmptyLine;
    private bool isAtStart = true;

    private RequestLineReader(PipeReader input, BodyFraming body) => (this.input, this.body) = (input, body);

    /// <summary>Connection middleware that wraps the transport's input.</summary>
    public static Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var body = new BodyFraming();
        connection.Features.Set(body);
        connection.Transport = new DuplexPipe(new RequestLineReader(connection.Transport.Input, body), connection.Transport.Output);
        return next(connection);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Show(await input.ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result)
    {
        if (!input.TryRead(out result)) return false;
        result = Show(result);
        return true;
    }

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (lineBytes > 0) (consumed, examined) = (Original(consumed), Original(examined));
        if (buffer.IsSingleSegment) Follow(buffer.FirstSpan[..(consumed.GetInteger() - buffer.Start.GetInteger())]);
        else Follow(buffer.Slice(buffer.Start, consumed));
        (buffer, shown, lineBytes) = (default, default, 0);
        input.AdvanceTo(consumed, examined);
    }

    /// <inheritdoc/>
    public override void CancelPendingRead() => input.CancelPendingRead();

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null) => input.Complete(exception);

    private ReadResult Show(ReadResult result)
    {
        buffer = result.Buffer;
        if (!isAtStart || body.IsPending) return result;
        lineBytes = RequestLineEncoding.LineToEncode(buffer);
        if (lineBytes == 0) return result;
        var line = RequestLineEncoding.Encode(buffer.Slice(0, lineBytes));
        shownLineBytes = line.Length;
        shown = SequencePiece.Join(line, buffer.Slice(lineBytes));
        return new ReadResult(shown, result.IsCanceled, result.IsCompleted);
    }

    // Kestrel consumes a line as a whole or not at all.
    private SequencePosition Original(SequencePosition position)
    {
        var offset = shown.GetOffset(position) - shown.GetOffset(shown.Start);
        if (offset == 0) return buffer.Start;
        if (offset < shownLineBytes) throw new InvalidOperationException("A part of a request line was consumed.");
        return buffer.GetPosition(offset - shownLineBytes + lineBytes);
    }

    private void Follow(in ReadOnlySequence<byte> consumed)
    {
        foreach (var memory in consumed) Follow(memory.Span);
    }

    private void Follow(ReadOnlySpan<byte> consumed)
    {
        if (consumed.IsEmpty) return;
        if (body.IsPending)
        {
            isAtStart = body.Consume(consumed.Length);
            tail = isAtStart ? EmptyLine : 0;
            return;
        }

        // Empty lines before a request line leave its start where it is, also when only half of one has been received.
        if (isAtStart && !consumed.ContainsAnyExcept((byte)'\r', (byte)'\n')) return;
        if (consumed.Length >= sizeof(uint)) tail = BinaryPrimitives.ReadUInt32BigEndian(consumed[^sizeof(uint)..]);
        else foreach (var value in consumed) tail = (tail << 8) | value;
        isAtStart = tail == EmptyLine;
    }
}
