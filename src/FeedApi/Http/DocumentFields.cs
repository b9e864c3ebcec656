using Microsoft.Extensions.Primitives;

namespace FeedApi.Http;

/// <summary>The fields that a document gives its answers: one pure rule from a <see cref="Document"/> to names and values.</summary>
/// <remarks>
/// A 304 carries all of them but those of the body (RFC 9110, section 15.4.5). ETag and Last-Modified are not here: they depend on the coding and the clock.
/// </remarks>
public static class DocumentFields
{
    /// <summary>The fields of 200 and 304 alike, whatever the coding.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        yield return new("Cache-Control", document.CacheControl);
        yield return new("Vary", VaryField.Of(document));
        yield return new("Content-Security-Policy", document.ContentSecurityPolicy);
        foreach (var field in CrossOriginPolicy.Of(document.ContentType)) yield return field;
        if (document.Link is { } link) yield return new("Link", link);
        if (document.ContentLocation is { } location) yield return new("Content-Location", location);
        foreach (var field in CacheKeys.Of(document.Tags)) yield return field;
    }

    /// <summary>Writes the fields of 200 and 304 alike.</summary>
    internal static void Write(IHeaderDictionary headers, Document document, EncodedBody body, DateTimeOffset lastModified)
    {
        headers.ETag = body.ETag;
        headers.LastModified = document.LastModifiedAs(lastModified);
        foreach (var (name, value) in document.Fields) headers[name] = value;
    }

    /// <summary>Writes the fields that a 200 has beside those.</summary>
    internal static void WriteOfBody(IHeaderDictionary headers, Document document, EncodedBody body)
    {
        headers.ContentType = document.ContentType;
        if (body.Coding is { } coding) headers.ContentEncoding = coding;
        headers.ContentLength = body.Bytes.Length;
    }
}
