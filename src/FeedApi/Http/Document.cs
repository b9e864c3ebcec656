using System.Security.Cryptography;

namespace FeedApi.Http;

/// <summary>One representation of a resource: its bytes, media type and validators, in every encoding that is served.</summary>
/// <remarks>Immutable. Equal bytes have equal ETags in every process (RFC 9110, section 8.8.3), so a restart costs readers nothing.</remarks>
public sealed class Document
{
    /// <summary>Takes the finished bytes; hashes them and compresses them once.</summary>
    public Document(string contentType, byte[] body, DateTimeOffset lastModified)
    {
        ContentType = contentType;
        LastModified = DateTimeOffset.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        Identity = new EncodedBody(null, body, $"\"{hash}\"");
        (Gzip, Brotli) = BodyEncoder.Encode(body, hash);
    }

    /// <summary>Media type with charset.</summary>
    public string ContentType { get; }

    /// <summary>UTC, whole seconds: when the content last changed.</summary>
    public DateTimeOffset LastModified { get; }

    /// <summary>The bytes as they are.</summary>
    public EncodedBody Identity { get; }

    /// <summary>Gzip of the bytes; null when it would not be smaller.</summary>
    public EncodedBody? Gzip { get; }

    /// <summary>Brotli of the bytes; null when it would not be smaller.</summary>
    public EncodedBody? Brotli { get; }

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

    /// <summary>The Content-Security-Policy field.</summary>
    public string ContentSecurityPolicy { get; init; } = SecurityPolicy.Data;

    /// <summary>Names of what the document shows; a change of any of them drops it from the cache.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    // Objects, headers, and the cache's own record of a document, measured over 40,000 small ones.
    private const int OverheadBytes = 3_000;

    /// <summary>Memory held by the document, about.</summary>
    public int SizeBytes => OverheadBytes + Identity.Bytes.Length + (Gzip?.Bytes.Length ?? 0) + (Brotli?.Bytes.Length ?? 0);
}

/// <summary>A document's bytes in one content coding.</summary>
/// <param name="Coding">The Content-Encoding; null for identity.</param>
/// <param name="Bytes">The bytes sent.</param>
/// <param name="ETag">Strong tag with its quotes, different for each coding (RFC 9110, section 8.8.3.3).</param>
public sealed record EncodedBody(string? Coding, byte[] Bytes, string ETag);
