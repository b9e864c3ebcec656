using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>Responds 226 with the changes of a document since the client's copy (RFC 3229, section 10.4.1).</summary>
/// <param name="whole">The current document, which preconditions are evaluated against and whose entity tag is sent.</param>
/// <param name="delta">The new and changed entries, as a document of the same media type.</param>
/// <param name="baseTag">The entity tag of the client's copy, with its quotes.</param>
/// <param name="manipulation">How the delta was made: <c>feed</c>.</param>
internal sealed class DeltaResult(Document whole, Document delta, string baseTag, string manipulation) : IResult
{
    private const int ImUsed = 226;

    // A cache that implements RFC 3229 may store it because of the directive im; others obey no-store (section 10.8.3).
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
        // A delta is not a representation of that resource.
        response.Headers.Remove("Content-Location");
        await DocumentResponse.WriteBodyAsync(httpContext, selected);
    }

    // The whole document in the coding of the response: its entity tag identifies the client's updated copy.
    private EncodedBody WholeIn(string? coding) =>
        new[] { whole.Gzip, whole.Brotli }.FirstOrDefault(body =>
            body is not null && string.Equals(body.Coding, coding, StringComparison.Ordinal))
        ?? whole.Identity;
}
