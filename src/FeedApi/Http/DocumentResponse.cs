using System.Buffers;

namespace FeedApi.Http;

/// <summary>Writes a <see cref="Document"/> as the answer to a GET or HEAD request.</summary>
public static class DocumentResponse
{
    /// <summary>Chooses the encoding, evaluates the conditions and sends 200, 304 or 412.</summary>
    public static Task WriteAsync(HttpContext context, Document document)
    {
        var selected = ContentCoding.Select(document, context.Request.Headers.AcceptEncoding);
        var (outcome, body) = Preconditions.Evaluate(context.Request.Headers, document, selected);
        if (outcome is PreconditionOutcome.Failed) return PreconditionFailed.ExecuteAsync(context);
        WriteHeaders(context.Response.Headers, document, body);
        if (outcome is PreconditionOutcome.NotModified)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WriteBodyAsync(context, document, body);
    }

    private static HttpProblem PreconditionFailed { get; } = new(
        412, "precondition-failed", "Precondition failed", "The document is not in the state that If-Match or If-Unmodified-Since asks for.");

    // A 304 carries the same fields as the 200 would (RFC 9110, section 15.4.5).
    private static void WriteHeaders(IHeaderDictionary headers, Document document, EncodedBody body)
    {
        headers.ETag = body.ETag;
        headers.LastModified = HttpDate.Format(document.LastModified);
        headers.CacheControl = document.CacheControl;
        headers.ContentSecurityPolicy = document.ContentSecurityPolicy;
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
