using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>Writes a <see cref="Document"/> as the answer to a GET or HEAD request.</summary>
/// <remarks>The one place that does, for the fast path too, so that both give the same answer. A 304 allocates nothing here.</remarks>
internal static class DocumentResponse
{
    /// <summary>Chooses the encoding, evaluates the conditions and sends 200, 304 or 412.</summary>
    /// <param name="context">The request and the answer to it.</param>
    /// <param name="document">What is sent.</param>
    /// <param name="now">The time of the answer.</param>
    public static Task WriteAsync(HttpContext context, Document document, DateTimeOffset now)
    {
        var request = context.Request.Headers;
        var selected = ContentCoding.Select(document, request.AcceptEncoding);
        var lastModified = LastModifiedAt(document.LastModified, now);
        var (outcome, body) = Preconditions.Evaluate(request, document, selected, lastModified);
        if (outcome is PreconditionOutcome.Failed) return PreconditionFailed.ExecuteAsync(context);
        if (outcome is PreconditionOutcome.NotModified)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            DocumentFields.WriteNotModified(context.Response.Headers, document, body, lastModified);
            return Task.CompletedTask;
        }

        DocumentFields.Write(context.Response.Headers, document, body, lastModified);
        DocumentFields.WriteOfBody(context.Response.Headers, document, body);
        return WriteBodyAsync(context, body);
    }

    /// <summary>The answer when a condition of the request does not hold.</summary>
    internal static HttpProblem PreconditionFailed { get; } = new(
        412,
        "precondition-failed",
        "Precondition failed",
        "The document is not in the state that If-Match or If-Unmodified-Since asks for.");

    /// <summary>The Last-Modified of an answer now.</summary>
    /// <param name="changed">When the content changed, in whole seconds.</param>
    /// <param name="now">The time of the answer.</param>
    /// <remarks>
    /// While the second of a change lasts, another change may follow in it: the content then goes by the second before, so that whoever has
    /// it asks again. A clock that was set back must not give a date in the future either (RFC 9110, section 8.8.2.1).
    /// </remarks>
    internal static DateTimeOffset LastModifiedAt(DateTimeOffset changed, DateTimeOffset now)
    {
        var lastSecond = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - 1);
        return changed < lastSecond ? changed : lastSecond;
    }

    /// <summary>Sends a body; its fields are written.</summary>
    internal static Task WriteBodyAsync(HttpContext context, EncodedBody body)
    {
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        // Kestrel keeps what is written before the start in memory of its own and then copies it once more.
        var starting = context.Response.StartAsync(CancellationToken.None);
        return starting.IsCompletedSuccessfully ? FlushedAsync(context, body) : AfterStartAsync(starting, context, body);
    }

    private static async Task AfterStartAsync(Task starting, HttpContext context, EncodedBody body)
    {
        await starting;
        await FlushedAsync(context, body);
    }

    private static Task FlushedAsync(HttpContext context, EncodedBody body)
    {
        var writer = context.Response.BodyWriter;
        if (body.Bytes.Length > LargeBody.MinBytes) return LargeBody.WriteAsync(context, body.Bytes);
        // In one piece: it makes pieces of 4 KB of what is only written, and the socket pins each of them.
        body.Bytes.CopyTo(writer.GetSpan(body.Bytes.Length));
        writer.Advance(body.Bytes.Length);
        // Not cancelled by the end of the request: a connection that is gone takes no bytes and throws nothing.
        var flushing = writer.FlushAsync(CancellationToken.None);
        if (!flushing.IsCompletedSuccessfully) return flushing.AsTask();
        _ = flushing.Result;
        return Task.CompletedTask;
    }
}
