using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Site;

namespace FeedApi.Queries;

/// <summary>
/// Writes and reads cursors: opaque to clients, tamper-evident, and bound to the selection and order that they were made for.
/// </summary>
/// <remarks>
/// Base64url of an HMAC-SHA256 (16 bytes), a direction, an instant and an id. A place in a public list is no secret: the code tells a
/// cursor that was cut, changed or used elsewhere from a good one. So its key comes from the site, and cursors outlive the index.
/// </remarks>
internal static class Cursor
{
    // More than any id; what is longer was not written here.
    private const int MaxChars = 2_048;
    private const int CodeBytes = 16;
    private const int HeadBytes = 1 + sizeof(long);

    /// <summary>The key of a site's cursors.</summary>
    public static byte[] KeyOf(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return SHA256.HashData(Encoding.UTF8.GetBytes("cursor of " + site.GuidHost));
    }

    /// <summary>The cursor of a place.</summary>
    /// <param name="position">The place.</param>
    /// <param name="scope">The selection and order that the place belongs to (<see cref="CanonicalQuery.ScopeOf"/>).</param>
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

    /// <summary>The place; null when the cursor was not written here, was changed, or belongs to another selection.</summary>
    public static CursorPosition? Read(string cursor, string scope, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length > MaxChars || !Base64Url.IsValid(cursor)) return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        // The last character has bits that decoding ignores: only the form that we write is accepted.
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
