using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Queries;

/// <summary>
/// How far a client has read the changes of a selection: opaque to it, tamper-evident, and bound to the selection, like a <see
/// cref="Cursor"/>.
/// </summary>
/// <param name="Generation">The generation of the change log (<see cref="CatalogState.Generation"/>).</param>
/// <param name="Position">How far.</param>
internal sealed record ChangeToken(long Generation, ChangePosition Position)
{
    private const int CodeBytes = 12;
    private const int ContentBytes = 3 * sizeof(long);

    /// <summary>Encodes the token; the same position always gives the same text.</summary>
    /// <param name="scope">The selection (<see cref="CanonicalQuery.ScopeOf"/>).</param>
    /// <param name="key">From <see cref="Cursor.KeyOf"/>.</param>
    public string Write(string scope, byte[] key)
    {
        Span<byte> bytes = stackalloc byte[CodeBytes + ContentBytes];
        var content = bytes[CodeBytes..];
        BinaryPrimitives.WriteInt64BigEndian(content, Generation);
        BinaryPrimitives.WriteInt64BigEndian(content[sizeof(long)..], Position.Sequence);
        BinaryPrimitives.WriteInt64BigEndian(content[(2 * sizeof(long))..], Position.WalkEnd);
        CodeOf(content, scope, key).CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Decodes a token; null when it is invalid or belongs to another selection.</summary>
    public static ChangeToken? Read(string token, string scope, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length != Base64Url.GetEncodedLength(CodeBytes + ContentBytes) || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        var content = bytes.AsSpan(CodeBytes);
        if (!CryptographicOperations.FixedTimeEquals(CodeOf(content, scope, key), bytes.AsSpan(0, CodeBytes))) return null;
        return new ChangeToken(
            BinaryPrimitives.ReadInt64BigEndian(content),
            new ChangePosition(
                BinaryPrimitives.ReadInt64BigEndian(content[sizeof(long)..]),
                BinaryPrimitives.ReadInt64BigEndian(content[(2 * sizeof(long))..])));
    }

    private static byte[] CodeOf(ReadOnlySpan<byte> content, string scope, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(content);
        hash.AppendData(Encoding.UTF8.GetBytes("\nchanges of " + scope));
        return hash.GetHashAndReset()[..CodeBytes];
    }
}

/// <summary>How far somebody has read the changes of a selection.</summary>
/// <param name="Sequence">The last change read.</param>
/// <param name="WalkEnd">
/// While the articles that there were at the beginning are read: the last change at that time. 0 once they are, and the complement of
/// <see cref="ToldUntil"/>, which is negative, while a client of the events catches up.
/// </param>
internal readonly record struct ChangePosition(long Sequence, long WalkEnd)
{
    /// <summary>The position of a client of the events that has not read all that it missed.</summary>
    /// <param name="sequence">The last change read.</param>
    /// <param name="toldUntil">The last change when it had read everything.</param>
    public static ChangePosition CatchingUp(long sequence, long toldUntil) => new(sequence, ~toldUntil);

    /// <summary>True while the articles of the beginning are read, of which deletions are no news.</summary>
    public bool IsWalk => WalkEnd > 0;

    /// <summary>
    /// The last change before which all others were read. Of articles that changed again since, the log has only the later change, so
    /// that the publication of one may lie before <see cref="Sequence"/> although the client was not told of it.
    /// </summary>
    public long ToldUntil => WalkEnd < 0 ? ~WalkEnd : Sequence;
}
