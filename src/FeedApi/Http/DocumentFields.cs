using Microsoft.Extensions.Primitives;

namespace FeedApi.Http;

/// <summary>The fields that a document gives its answers: one pure rule from a <see cref="Document"/> and a coding to names and values.</summary>
/// <remarks>A 304 carries all of them but those of the body (RFC 9110, section 15.4.5). Last-Modified is not here: it depends on the clock.</remarks>
public static class DocumentFields
{
    /// <summary>The fields of 200 and 304 alike.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(Document document, EncodedBody body)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(body);
        yield return new("ETag", body.ETag);
        yield return new("Cache-Control", document.CacheControl);
        yield return new("Vary", VaryField.Of(document));
        yield return new("Content-Security-Policy", document.ContentSecurityPolicy);
        foreach (var field in CrossOriginPolicy.Of(document.ContentType)) yield return field;
        if (document.Link is { } link) yield return new("Link", link);
        if (document.ContentLocation is { } location) yield return new("Content-Location", location);
        foreach (var field in CacheKeys.Of(document.Tags)) yield return field;
    }

    /// <summary>The fields that a 200 has beside those.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> OfBody(Document document, EncodedBody body)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(body);
        yield return new("Content-Type", document.ContentType);
        if (body.Coding is { } coding) yield return new("Content-Encoding", coding);
    }
}
