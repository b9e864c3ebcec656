using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>Answers 226 with what is new in a document since the one that the client has (RFC 3229, section 10.4.1).</summary>
/// <param name="whole">The document as it is now: its conditions are weighed, and its tag is the one that the client will have.</param>
/// <param name="delta">What is new, as a document of the same kind.</param>
/// <param name="baseTag">The tag that the client has, with its quotes.</param>
/// <param name="manipulation">How the delta was made: <c>feed</c>.</param>
internal sealed class DeltaResult(Document whole, Document delta, string baseTag, string manipulation) : IResult
{
    private const int ImUsed = 226;

    // The directive im lets a cache that knows RFC 3229 store it in spite of no-store; all others must not (section 10.8.3).
    private const string CacheControl = "no-store, im";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var request = httpContext.Request;
        var selected = ContentCoding.Select(delta, request.Headers.AcceptEncoding);
        var lastModified = DocumentResponse.LastModifiedAt(whole.LastModified, now);
        if (Preconditions.Evaluate(request.Headers, whole, whole.Identity, lastModified).Outcome is not PreconditionOutcome.Proceed)
        {
            await DocumentResponse.WriteAsync(httpContext, whole, now);
            return;
        }

        var response = httpContext.Response;
        response.StatusCode = ImUsed;
        DocumentFields.Write(response.Headers, whole, WholeIn(selected.Coding), lastModified);
        DocumentFields.WriteOfBody(response.Headers, delta, selected);
        response.Headers["IM"] = manipulation;
        response.Headers["Delta-Base"] = baseTag;
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = VaryField.Of(whole) + ", If-None-Match";
        // It would say that this is what is at that address.
        response.Headers.Remove("Content-Location");
        await DocumentResponse.WriteBodyAsync(httpContext, selected);
    }

    // The tag of the whole document in the coding of the answer, which is what the client then has.
    private EncodedBody WholeIn(string? coding) =>
        new[] { whole.Gzip, whole.Brotli }.FirstOrDefault(body =>
            body is not null && string.Equals(body.Coding, coding, StringComparison.Ordinal))
        ?? whole.Identity;
}
