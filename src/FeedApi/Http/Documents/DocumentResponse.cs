using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>Writes a <see cref="Document"/> as the response to a GET or HEAD request.</summary>
/// <remarks>Used by the fast path and by endpoints, so that their responses are identical. A 304 allocates nothing here.</remarks>
internal static class DocumentResponse
{
    /// <summary>Selects the content coding, evaluates the preconditions and sends 200, 304 or 412.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="document">The document to send.</param>
    /// <param name="now">The current time.</param>
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

    /// <summary>The response when If-Match or If-Unmodified-Since is false.</summary>
    internal static HttpProblem PreconditionFailed { get; } = new(
        412,
        "precondition-failed",
        "Precondition failed",
        "The document is not in the state that If-Match or If-Unmodified-Since requires.");

    /// <summary>The Last-Modified of a response sent now.</summary>
    /// <param name="changed">When the content changed, in whole seconds.</param>
    /// <param name="now">The current time.</param>
    /// <remarks>
    /// Within the second of a change another one may follow, so the date is the second before: a client that revalidates with it receives
    /// the document again. Nor may the date be in the future after the clock was set back (RFC 9110, section 8.8.2.1).
    /// </remarks>
    internal static DateTimeOffset LastModifiedAt(DateTimeOffset changed, DateTimeOffset now)
    {
        var lastSecond = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - 1);
        return changed < lastSecond ? changed : lastSecond;
    }

    /// <summary>Sends a body, after its fields were written.</summary>
    internal static Task WriteBodyAsync(HttpContext context, EncodedBody body)
    {
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        // Kestrel buffers what is written before the start and copies it once more.
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
        if (body.Length > LargeBody.MinBytes) return LargeBody.WriteAsync(context, body.Bytes);
        // In one segment: WriteAsync would split the body into segments of 4 KB, each of which the socket pins.
        body.Bytes.CopyTo(writer.GetSpan(body.Length));
        writer.Advance(body.Length);
        // Not cancelled when the request is aborted: writes to a closed connection are discarded without an exception.
        var flushing = writer.FlushAsync(CancellationToken.None);
        if (!flushing.IsCompletedSuccessfully) return flushing.AsTask();
        _ = flushing.Result;
        return Task.CompletedTask;
    }
}
