using FeedApi.Http.Hosting;

namespace FeedApi.Http.Documents;

/// <summary>Writes a large body with little memory for a slow client.</summary>
/// <remarks>
/// Kestrel buffers the whole of a single write, however large, and applies backpressure only afterwards: a thousand slow clients of
/// a feed of 500 KB took 500 MB.
/// </remarks>
internal static class LargeBody
{
    /// <summary>
    /// Larger bodies are written in slices; the size of Kestrel's response buffer of a connection (<see cref="KestrelSetup"/>).
    /// </summary>
    internal const int MinBytes = 64 * 1024;

    // The size of a frame: with HTTP/2, Kestrel waits after every write, so that a hundred stalled streams of a connection hold a hundred
    // slices.
    private const int FrameBytes = 16 * 1024;

    // Fits into the buffer beside the head of the response, so that the socket is given each slice at once and in one call.
    private const int SliceBytes = MinBytes - (2 * 1024);

    // It takes microseconds.
    private static readonly TimeSpan MaxWaitForAbort = TimeSpan.FromSeconds(5);

    /// <summary>Writes the body slice by slice; throws nothing when the connection is closed.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var writer = context.Response.BodyWriter;
        var most = HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol)
            ? SliceBytes
            : FrameBytes;
        while (!body.IsEmpty)
        {
            var slice = body[..Math.Min(most, body.Length)];
            body = body[slice.Length..];
            // In one segment: WriteAsync would split it into segments of 4 KB, each of which the socket pins.
            slice.CopyTo(writer.GetMemory(slice.Length));
            writer.Advance(slice.Length);
            var written = await writer.FlushAsync(CancellationToken.None);
            if (!written.IsCompleted) continue;
            await AbortAsync(context);
            return;
        }
    }

    // Otherwise Kestrel logs that the body is shorter than Content-Length. It also does when the request ends before it is called aborted:
    // Kestrel 10.0 stops the output of an HTTP/2 stream that was reset first, and a flood of resets filled the log.
    private static async Task AbortAsync(HttpContext context)
    {
        context.Abort();
        await Task.Delay(MaxWaitForAbort, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
