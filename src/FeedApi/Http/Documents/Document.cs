using System.Security.Cryptography;
using FeedApi.Http.Semantics;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Documents;

/// <summary>One representation of a resource: its bytes, media type and validators, in every encoding that is served.</summary>
/// <remarks>
/// Immutable. Equal bytes have equal ETags in every process (RFC 9110, section 8.8.3), so a restart costs readers nothing.
/// </remarks>
internal sealed class Document
{
    // Objects, headers, and the cache's own record of a document, measured over 40,000 small ones.
    private const int OverheadBytes = 3_000;

    private readonly Lazy<EncodedBody?> gzip;
    private readonly string lastModifiedText;
    private Lazy<EncodedBody?> brotli;
    private KeyValuePair<string, StringValues>[]? fields;
    private KeyValuePair<string, StringValues>[]? fieldsOfNotModified;

    /// <summary>Takes the finished bytes and hashes them.</summary>
    public Document(string contentType, byte[] body, DateTimeOffset lastModified)
    {
        ContentType = contentType;
        LastModified = DateTimeOffset.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        lastModifiedText = HttpDate.Format(LastModified);
        Hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        Identity = new EncodedBody(null, body, BodyEncoder.TagOf(Hash, BodyEncoder.Identity));
        gzip = new(() => BodyEncoder.Gzip(body, Hash));
        brotli = new(() => BodyEncoder.Brotli(body, Hash));
    }

    /// <summary>Media type with charset.</summary>
    public string ContentType { get; }

    /// <summary>UTC, whole seconds: when the content last changed.</summary>
    public DateTimeOffset LastModified { get; }

    /// <summary>What the tags of all encodings begin with.</summary>
    public string Hash { get; }

    /// <summary>The bytes as they are.</summary>
    public EncodedBody Identity { get; }

    /// <summary>Gzip of the bytes, made when it is first asked for; null when it would not be smaller.</summary>
    public EncodedBody? Gzip => gzip.Value;

    /// <summary>Brotli of the bytes, made when it is first asked for; null when it would not be smaller.</summary>
    public EncodedBody? Brotli => brotli.Value;

    /// <summary>The Cache-Control field.</summary>
    public string CacheControl { get; init; } = CachePolicy.Fresh;

    /// <summary>The Link field (RFC 8288); null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>The Content-Location field, for a negotiated address; null when there is none.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>True when the address negotiates by Accept, so that Vary names it.</summary>
    public bool VariesByAccept { get; init; }

    /// <summary>True when who asks for it may get only what changed (RFC 3229), so that Vary names A-IM.</summary>
    public bool VariesByManipulation { get; init; }

    /// <summary>True when its address shows another document with the passing of time, though nothing that is shown changes.</summary>
    public bool DependsOnTime { get; init; }

    /// <summary>
    /// True when there are so many like it that a crawler could fill the cache with them: they have a bounded share of it, and are
    /// compressed when that is asked for.
    /// </summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>The Content-Security-Policy field.</summary>
    public string ContentSecurityPolicy { get; init; } = SecurityPolicy.Data;

    /// <summary>Names of what the document shows; a change of any of them drops it from the cache.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Memory held by the document, about: that of the encodings that were made, too.</summary>
    public int SizeBytes => OverheadBytes + Identity.Bytes.Length + LengthOf(gzip) + LengthOf(brotli);

    /// <summary>The fields of its answers that no request changes; made once.</summary>
    internal KeyValuePair<string, StringValues>[] Fields => fields ??= [.. DocumentFields.Of(this)];

    /// <summary>Those of a 304; made once.</summary>
    internal KeyValuePair<string, StringValues>[] FieldsOfNotModified => fieldsOfNotModified ??= [.. DocumentFields.OfNotModified(this)];

    /// <summary>Makes every encoding, so that no request waits for one.</summary>
    internal void Compress()
    {
        _ = gzip.Value;
        _ = brotli.Value;
    }

    /// <summary>The same document with a smaller brotli body.</summary>
    internal Document With(EncodedBody smaller)
    {
        var copy = (Document)MemberwiseClone();
        copy.brotli = new Lazy<EncodedBody?>(smaller);
        return copy;
    }

    /// <summary>An instant as Last-Modified has it.</summary>
    internal string LastModifiedAs(DateTimeOffset instant) => instant == LastModified ? lastModifiedText : HttpDate.Format(instant);

    private static int LengthOf(Lazy<EncodedBody?> body) => body.IsValueCreated ? body.Value?.Bytes.Length ?? 0 : 0;
}

/// <summary>A document's bytes in one content coding.</summary>
/// <param name="Coding">The Content-Encoding; null for identity.</param>
/// <param name="Bytes">The bytes sent.</param>
/// <param name="ETag">Strong tag with its quotes, different for each coding (RFC 9110, section 8.8.3.3).</param>
internal sealed record EncodedBody(string? Coding, byte[] Bytes, string ETag);
