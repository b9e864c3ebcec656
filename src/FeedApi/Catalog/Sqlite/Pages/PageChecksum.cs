using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>
/// The checksum of a page, in the last bytes of it, which SQLite leaves to whoever reserves them. It is a hash of the page and of its
/// number, so that an intact page in the wrong place is damage too.
/// </summary>
internal static class PageChecksum
{
    /// <summary>Bytes that it takes at the end of a page.</summary>
    public const int Bytes = sizeof(ulong);

    // An odd number: every page number gives another product (Knuth's multiplicative hashing).
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of a whole page that has no room for a checksum of its own, as in the write-ahead log; never 0.</summary>
    public static ulong OfWhole(ReadOnlySpan<byte> page) => XxHash3.HashToUInt64(page) | 1;

    /// <summary>Writes the checksum into the page.</summary>
    public static void Seal(Span<byte> page, long number) =>
        BinaryPrimitives.WriteUInt64LittleEndian(page[^Bytes..], Of(page[..^Bytes], number));

    /// <summary>True when the page is as it was sealed.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> page, long number) => Stored(page) == Of(page[..^Bytes], number);

    /// <summary>True when a file begins with a page that has such a checksum, or had it before a bit was flipped.</summary>
    public static bool IsFirstOf(string path)
    {
        var page = new byte[SqliteSchema.PageBytes];
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(page, page.Length, throwOnEndOfStream: false) < page.Length) return false;
        }

        return IsIntact(page, 1) || TryRepair(page, 1);
    }

    /// <summary>Undoes the flip of a single bit, the most frequent damage by far.</summary>
    /// <returns>False when more than one bit differs; the page is then as it was.</returns>
    /// <remarks>Every bit is tried, which takes a tenth of a second; that a wrong one fits is as likely as 1 in 10^14.</remarks>
    public static bool TryRepair(Span<byte> page, long number)
    {
        var stored = Stored(page);
        if (BitOperations.PopCount(stored ^ Of(page[..^Bytes], number)) != 1)
            return TryFlip(page[..^Bytes], content => Of(content, number) == stored);
        Seal(page, number);
        return true;
    }

    /// <summary>Undoes the flip of a single bit in a page of which <see cref="OfWhole"/> is known.</summary>
    public static bool TryRepairWhole(Span<byte> page, ulong checksum) => TryFlip(page, content => OfWhole(content) == checksum);

    private static bool TryFlip(Span<byte> content, Predicate isRight)
    {
        for (var at = 0; at < content.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                content[at] ^= (byte)(1 << bit);
                if (isRight(content)) return true;
                content[at] ^= (byte)(1 << bit);
            }
        }

        return false;
    }

    private static ulong Of(ReadOnlySpan<byte> content, long number) => XxHash3.HashToUInt64(content) ^ (Spread * (ulong)number);

    private static ulong Stored(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt64LittleEndian(page[^Bytes..]);

    private delegate bool Predicate(ReadOnlySpan<byte> content);
}
