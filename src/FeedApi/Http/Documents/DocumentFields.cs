using System.Collections.Frozen;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Semantics;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Documents;

/// <summary>The header fields of responses with a <see cref="Document"/>.</summary>
/// <remarks>ETag and Last-Modified are separate, because they depend on the coding and the clock.</remarks>
internal static class DocumentFields
{
    private static readonly FrozenSet<string> OfEveryNotModified = new[]
    {
        "Cache-Control", "Vary", "Content-Location", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of a 200 that do not depend on the coding.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        yield return new("Cache-Control", document.CacheControl);
        yield return new("Vary", VaryField.Of(document));
        yield return new("Content-Security-Policy", document.ContentSecurityPolicy);
        foreach (var field in CommonFields.Of(document.ContentType)) yield return field;
        if (document.Link is { } link) yield return new("Link", link);
        if (document.ContentLocation is { } location) yield return new("Content-Location", location);
        foreach (var field in CacheKeys.Of(document.Tags)) yield return field;
    }

    /// <summary>The fields of a 304: the required ones, and those of CORS, for scripts that send conditional requests.</summary>
    /// <remarks>
    /// The client has stored the others and keeps them (RFC 9110, section 15.4.5; RFC 9111, section 3.2). Most polls end in a 304, of which
    /// they would be half of the bytes and a tenth of the cost. Pages send all fields, because their policy may change without their body.
    /// </remarks>
    public static IEnumerable<KeyValuePair<string, StringValues>> OfNotModified(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return CrossOriginPolicy.IsPage(document.ContentType)
            ? Of(document)
            : Of(document).Where(field => OfEveryNotModified.Contains(field.Key));
    }

    /// <summary>Writes the fields of a 200.</summary>
    internal static void Write(IHeaderDictionary headers, Document document, EncodedBody body, DateTimeOffset lastModified) =>
        Write(headers, document.Fields, body.ETag, document.LastModifiedAs(lastModified));

    /// <summary>Writes the fields of a 304.</summary>
    internal static void WriteNotModified(IHeaderDictionary headers, Document document, EncodedBody body, DateTimeOffset lastModified) =>
        Write(headers, document.FieldsOfNotModified, body.ETag, document.LastModifiedAs(lastModified));

    /// <summary>Writes the fields that describe the body of a 200.</summary>
    internal static void WriteOfBody(IHeaderDictionary headers, Document document, EncodedBody body)
    {
        headers.ContentType = document.ContentType;
        if (body.Coding is { } coding) headers.ContentEncoding = coding;
        headers.ContentLength = body.Length;
    }

    private static void Write(IHeaderDictionary headers, KeyValuePair<string, StringValues>[] fields, string etag, string lastModified)
    {
        headers.ETag = etag;
        headers.LastModified = lastModified;
        foreach (var (name, value) in fields) headers[name] = value;
    }
}
