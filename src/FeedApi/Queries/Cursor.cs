using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Site;

namespace FeedApi.Queries;

/// <summary>
/// Encodes and decodes cursors: opaque to clients, tamper-evident, and bound to a selection and order.
/// </summary>
/// <remarks>
/// Base64url of a truncated HMAC-SHA256 (16 bytes), a direction, an instant and an id. A position in a public list is no secret: the HMAC
/// only detects cursors that were truncated, changed or used with another query. So its key is derived from the site, and cursors stay
/// valid when the index is rebuilt.
/// </remarks>
internal static class Cursor
{
    // Longer than any valid cursor.
    private const int MaxChars = 2_048;
    private const int CodeBytes = 16;
    private const int HeadBytes = 1 + sizeof(long);

    /// <summary>The HMAC key of a site's cursors.</summary>
    public static byte[] KeyOf(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return SHA256.HashData(Encoding.UTF8.GetBytes("cursor of " + site.GuidHost));
    }

    /// <summary>Encodes a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="scope">The selection and order that the cursor is valid for (<see cref="CanonicalQuery.ScopeOf"/>).</param>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    public static string Write(CursorPosition position, string scope, byte[] key)
    {
        var id = Encoding.UTF8.GetBytes(position.Id);
        var bytes = new byte[CodeBytes + HeadBytes + id.Length];
        bytes[CodeBytes] = position.IsBackward ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(CodeBytes + 1), position.Instant);
        id.CopyTo(bytes, CodeBytes + HeadBytes);
        CodeOf(bytes.AsSpan(CodeBytes), scope, key).CopyTo(bytes, 0);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Decodes a cursor; null when it is invalid or belongs to another selection or order.</summary>
    public static CursorPosition? Read(string cursor, string scope, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MaxChars || !Base64Url.IsValid(cursor)) return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        // Decoding ignores some bits of the last character; only the canonical encoding is accepted.
        if (bytes.Length <= CodeBytes + HeadBytes || Base64Url.EncodeToString(bytes) != cursor) return null;
        var content = bytes.AsSpan(CodeBytes);
        if (!CryptographicOperations.FixedTimeEquals(CodeOf(content, scope, key), bytes.AsSpan(0, CodeBytes))) return null;
        return new CursorPosition(
            BinaryPrimitives.ReadInt64BigEndian(content[1..]), Encoding.UTF8.GetString(content[HeadBytes..]), content[0] == 1);
    }

    private static byte[] CodeOf(ReadOnlySpan<byte> content, string scope, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(content);
        hash.AppendData(Encoding.UTF8.GetBytes("\n" + scope));
        return hash.GetHashAndReset()[..CodeBytes];
    }
}
