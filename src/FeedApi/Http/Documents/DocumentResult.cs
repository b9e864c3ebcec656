using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>
/// Responds with a <see cref="Document"/>: preconditions, content codings, HEAD. The next request at its address takes the fast path.
/// </summary>
/// <remarks>
/// The fast path has nothing but address and document, so a document must be selected by its address and the fields in its Vary
/// alone, or have <see cref="Document.DependsOnTime"/>.
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
            // Makes the encoding now, so that its bytes are included in the size of the cache.
            _ = ContentCoding.Select(document, httpContext.Request.Headers.AcceptEncoding);
            var location = httpContext.Response.Headers.ContentLocation;
            services.GetRequiredService<DocumentCache>().Remember(address, document, location.Count > 0 ? location.ToString() : null);
        }

        return DocumentResponse.WriteAsync(httpContext, document, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
