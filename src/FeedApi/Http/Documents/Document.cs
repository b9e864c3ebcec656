using System.Security.Cryptography;
using FeedApi.Http.Semantics;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Documents;

/// <summary>One representation of a resource: its bytes, media type and validators, in every content coding that is served.</summary>
/// <remarks>
/// Immutable. Equal bytes have equal ETags in every process (RFC 9110, section 8.8.3), so clients' copies stay valid after a restart.
/// </remarks>
internal sealed class Document
{
    // Objects, header fields and the cache's own entry of a document, measured over 40,000 small ones.
    private const int OverheadBytes = 3_000;

    private readonly Lazy<EncodedBody?> gzip;
    private readonly string lastModifiedText;
    private Lazy<EncodedBody?> brotli;
    private KeyValuePair<string, StringValues>[]? fields;
    private KeyValuePair<string, StringValues>[]? fieldsOfNotModified;

    /// <summary>Makes a document of finished bytes, which are hashed for the ETag.</summary>
    /// <param name="contentType">Media type with charset.</param>
    /// <param name="body">The bytes, which must not change afterwards.</param>
    /// <param name="lastModified">When the content last changed; fractions of a second are dropped.</param>
    public Document(string contentType, byte[] body, DateTimeOffset lastModified)
    {
        ContentType = contentType;
        LastModified = DateTimeOffset.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        lastModifiedText = HttpDate.Format(LastModified);
        Hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        Identity = new EncodedBody(null, body, BodyEncoder.TagOf(Hash, BodyEncoder.Identity));
        gzip = new(() => BodyEncoder.Gzip(Identity.Bytes, Hash));
        brotli = new(() => IsOneOfMany ? BodyEncoder.QuickBrotli(Identity.Bytes, Hash) : BodyEncoder.Brotli(Identity.Bytes, Hash));
    }

    /// <summary>Media type with charset.</summary>
    public string ContentType { get; }

    /// <summary>UTC, whole seconds: when the content last changed.</summary>
    public DateTimeOffset LastModified { get; }

    /// <summary>The hash of the bytes, with which the ETags of all encodings begin.</summary>
    public string Hash { get; }

    /// <summary>The uncompressed bytes.</summary>
    public EncodedBody Identity { get; }

    /// <summary>The bytes in gzip, compressed on first use; null when that is not smaller.</summary>
    public EncodedBody? Gzip => gzip.Value;

    /// <summary>The bytes in brotli, compressed on first use; null when that is not smaller.</summary>
    public EncodedBody? Brotli => brotli.Value;

    /// <summary>The Cache-Control field.</summary>
    public string CacheControl { get; init; } = CachePolicy.Fresh;

    /// <summary>The Link field (RFC 8288); null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>The Content-Location field, for a negotiated address; null when there is none.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>True when the format is negotiated by Accept, so that Vary lists it.</summary>
    public bool VariesByAccept { get; init; }

    /// <summary>True for a page that is to be had as Markdown too (<see cref="MarkdownNegotiation"/>), so that Vary lists Accept.</summary>
    public bool HasMarkdown { get; init; }

    /// <summary>True when clients can request a delta instead (RFC 3229), so that Vary lists A-IM.</summary>
    public bool VariesByManipulation { get; init; }

    /// <summary>True when the document at its address depends on the current time, not only on the content.</summary>
    public bool DependsOnTime { get; init; }

    /// <summary>
    /// True for a kind of document of which a crawler could fill the cache: these share a bounded part of it, and are compressed on
    /// demand only.
    /// </summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>The Content-Security-Policy field.</summary>
    public string ContentSecurityPolicy { get; init; } = SecurityPolicy.Data;

    /// <summary>The surrogate keys of what the document shows; a change of any of them marks it stale in the cache.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Approximate memory of the document in bytes, including the encodings made so far.</summary>
    public int SizeBytes => OverheadBytes + Identity.HeldBytes + LengthOf(gzip) + LengthOf(brotli);

    /// <summary>The header fields of a 200 that do not depend on the request; built once.</summary>
    internal KeyValuePair<string, StringValues>[] Fields => fields ??= [.. DocumentFields.Of(this)];

    /// <summary>Those of a 304; built once.</summary>
    internal KeyValuePair<string, StringValues>[] FieldsOfNotModified => fieldsOfNotModified ??= [.. DocumentFields.OfNotModified(this)];

    /// <summary>Makes every encoding in advance, so that no request waits for one.</summary>
    internal void Compress()
    {
        _ = gzip.Value;
        _ = brotli.Value;
    }

    /// <summary>Keeps the uncompressed bytes only in gzip, if that was made.</summary>
    internal void Pack()
    {
        if (gzip is { IsValueCreated: true, Value: { } compressed }) Identity.KeepOnlyIn(compressed);
    }

    /// <summary>The same document with a smaller brotli body.</summary>
    internal Document With(EncodedBody smaller)
    {
        var copy = (Document)MemberwiseClone();
        copy.brotli = new Lazy<EncodedBody?>(smaller);
        return copy;
    }

    /// <summary>Formats an instant for the Last-Modified field.</summary>
    internal string LastModifiedAs(DateTimeOffset instant) => instant == LastModified ? lastModifiedText : HttpDate.Format(instant);

    private static int LengthOf(Lazy<EncodedBody?> body) => body.IsValueCreated ? body.Value?.Length ?? 0 : 0;
}
