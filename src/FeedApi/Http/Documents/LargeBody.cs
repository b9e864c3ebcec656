using FeedApi.Http.Hosting;

namespace FeedApi.Http.Documents;

/// <summary>Writes a body so that a reader who takes it slowly holds little memory.</summary>
/// <remarks>
/// Kestrel copies whatever is written at once, however large, and waits only afterwards: a thousand slow readers of a
/// feed of 500 KB held 500 MB.
/// </remarks>
internal static class LargeBody
{
    /// <summary>
    /// Larger bodies are written in slices; it is what Kestrel keeps for a connection before it waits (<see cref="KestrelSetup"/>).
    /// </summary>
    internal const int MinBytes = 64 * 1024;

    // A frame of h2, where Kestrel waits after every write: a hundred requests of a connection whose answers nobody
    // takes hold as many slices.
    private const int SliceBytes = 16 * 1024;

    /// <summary>Writes all of it, a slice after the other; a connection that is gone takes nothing and throws nothing.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var writer = context.Response.BodyWriter;
        for (; !body.IsEmpty; body = body[Math.Min(SliceBytes, body.Length)..])
        {
            var written = await writer.WriteAsync(body[..Math.Min(SliceBytes, body.Length)], CancellationToken.None);
            if (!written.IsCompleted) continue;
            // Or else Kestrel logs that the body is shorter than was said.
            context.Abort();
            return;
        }
    }
}
