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
        var lastModified = LastModifiedAt(document, now);
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

    private static HttpProblem PreconditionFailed { get; } = new(
        412, "precondition-failed", "Precondition failed", "The document is not in the state that If-Match or If-Unmodified-Since asks for.");

    // While the second of a change lasts, another change may follow in it: the document then goes by the second before, so that whoever has it
    // asks again. A clock that was set back must not give a date in the future either (RFC 9110, section 8.8.2.1).
    private static DateTimeOffset LastModifiedAt(Document document, DateTimeOffset now)
    {
        var lastSecond = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - 1);
        return document.LastModified < lastSecond ? document.LastModified : lastSecond;
    }

    // A 304 carries the same fields as the 200 would (RFC 9110, section 15.4.5).
    private static void WriteHeaders(IHeaderDictionary headers, Document document, EncodedBody body, DateTimeOffset lastModified)
    {
        headers.ETag = body.ETag;
        headers.LastModified = HttpDate.Format(lastModified);
        headers.CacheControl = document.CacheControl;
        headers.ContentSecurityPolicy = document.ContentSecurityPolicy;
        CrossOriginPolicy.Write(headers, document.ContentType);
        var isEncoded = document.Gzip is not null || document.Brotli is not null;
        if (isEncoded || document.VariesByAccept)
        {
            headers.Vary = (document.VariesByAccept, isEncoded) switch
            {
                (true, true) => "Accept, Accept-Encoding",
                (true, false) => "Accept",
                _ => "Accept-Encoding",
            };
        }

        if (document.Link is not null) headers.Link = document.Link;
        if (document.ContentLocation is not null) headers.ContentLocation = document.ContentLocation;
    }

    private static async Task WriteBodyAsync(HttpContext context, Document document, EncodedBody body)
    {
        var response = context.Response;
        response.ContentType = document.ContentType;
        response.ContentLength = body.Bytes.Length;
        if (body.Coding is not null) response.Headers.ContentEncoding = body.Coding;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        response.BodyWriter.Write(body.Bytes);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
