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

    // The size of an HTTP/2 frame: with HTTP/2, Kestrel waits after every write, so that a hundred stalled streams of a connection
    // hold a hundred slices.
    private const int SliceBytes = 16 * 1024;

    // It takes microseconds.
    private static readonly TimeSpan MaxWaitForAbort = TimeSpan.FromSeconds(5);

    /// <summary>Writes the body slice by slice; throws nothing when the connection is closed.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var writer = context.Response.BodyWriter;
        for (; !body.IsEmpty; body = body[Math.Min(SliceBytes, body.Length)..])
        {
            var written = await writer.WriteAsync(body[..Math.Min(SliceBytes, body.Length)], CancellationToken.None);
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
