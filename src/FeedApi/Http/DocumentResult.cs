namespace FeedApi.Http;

/// <summary>Answers a request with a <see cref="Document"/>: conditions, encodings, HEAD.</summary>
public sealed class DocumentResult(Document document) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => DocumentResponse.WriteAsync(
        httpContext, document, httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
