using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>
/// Answers a request with a <see cref="Document"/>: conditions, encodings, HEAD. The next request at its address takes the fast path.
/// </summary>
/// <remarks>
/// That path knows nothing but address and document, so a document is what its address and the fields in its Vary
/// select, or it depends on time.
/// </remarks>
internal sealed class DocumentResult(Document document) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        if (!document.VariesByAccept && !document.DependsOnTime && DocumentAddress.Of(httpContext.Request) is { } address)
        {
            // Now, so that the encoding is among the bytes that are accounted for.
            _ = ContentCoding.Select(document, httpContext.Request.Headers.AcceptEncoding);
            var location = httpContext.Response.Headers.ContentLocation;
            services.GetRequiredService<DocumentCache>().Remember(address, document, location.Count > 0 ? location.ToString() : null);
        }

        return DocumentResponse.WriteAsync(httpContext, document, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
