using System.Buffers;

namespace FeedApi.Http;

/// <summary>Writes a <see cref="Document"/> as the answer to a GET or HEAD request.</summary>
public static class DocumentResponse
{
    /// <summary>Chooses the encoding, evaluates the conditions and sends 200, 304 or 412.</summary>
    /// <param name="context">The request and the answer to it.</param>
    /// <param name="document">What is sent.</param>
    /// <param name="now">The time of the answer.</param>
    public static Task WriteAsync(HttpContext context, Document document, DateTimeOffset now)
    {
        var selected = ContentCoding.Select(document, context.Request.Headers.AcceptEncoding);
        var lastModified = LastModifiedAt(document.LastModified, now);
        var (outcome, body) = Preconditions.Evaluate(context.Request.Headers, document, selected, lastModified);
        if (outcome is PreconditionOutcome.Failed) return PreconditionFailed.ExecuteAsync(context);
        WriteHeaders(context.Response.Headers, document, body, lastModified);
        if (outcome is PreconditionOutcome.NotModified)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WriteBodyAsync(context, document, body);
    }

    /// <summary>The answer when a condition of the request does not hold.</summary>
    internal static HttpProblem PreconditionFailed { get; } = new(
        412, "precondition-failed", "Precondition failed", "The document is not in the state that If-Match or If-Unmodified-Since asks for.");

    /// <summary>The Last-Modified of an answer now.</summary>
    /// <param name="changed">When the content changed, in whole seconds.</param>
    /// <param name="now">The time of the answer.</param>
    /// <remarks>While the second of a change lasts, another change may follow in it: the content then goes by the second before, so that whoever has it
    /// asks again. A clock that was set back must not give a date in the future either (RFC 9110, section 8.8.2.1).</remarks>
    internal static DateTimeOffset LastModifiedAt(DateTimeOffset changed, DateTimeOffset now)
    {
        var lastSecond = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - 1);
        return changed < lastSecond ? changed : lastSecond;
    }

    private static void WriteHeaders(IHeaderDictionary headers, Document document, EncodedBody body, DateTimeOffset lastModified)
    {
        headers.LastModified = HttpDate.Format(lastModified);
        foreach (var (name, value) in DocumentFields.Of(document, body)) headers[name] = value;
    }

    private static async Task WriteBodyAsync(HttpContext context, Document document, EncodedBody body)
    {
        var response = context.Response;
        foreach (var (name, value) in DocumentFields.OfBody(document, body)) response.Headers[name] = value;
        response.ContentLength = body.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        response.BodyWriter.Write(body.Bytes);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
