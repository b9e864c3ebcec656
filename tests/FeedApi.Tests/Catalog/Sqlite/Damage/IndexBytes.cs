using System.Text;

namespace FeedApi.Tests.Catalog.Sqlite.Damage;

/// <summary>Damages files of an index, as a failing disk does.</summary>
internal static class IndexBytes
{
    /// <summary>Bytes of a page.</summary>
    public const int Page = 16_384;

    private const int LogHeader = 32;
    private const int FrameHeader = 24;

    /// <summary>Flips a bit in each page; returns how many.</summary>
    /// <param name="path">The database, or its log.</param>
    /// <param name="bitOf">The bit of the page with this index.</param>
    public static int FlipEach(string path, Func<int, int> bitOf)
    {
        var isLog = path.EndsWith("-wal", StringComparison.Ordinal);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var pages = 0;
        for (var at = isLog ? LogHeader + FrameHeader : 0L; at + Page <= file.Length; at += Page + (isLog ? FrameHeader : 0))
        {
            var bit = bitOf(pages++);
            file.Position = at + (bit / 8);
            var flipped = (byte)(file.ReadByte() ^ (1 << (bit % 8)));
            file.Position--;
            file.WriteByte(flipped);
        }

        return pages;
    }

    /// <summary>Overwrites the page that contains a text with noise, from the text on.</summary>
    public static void LosePageWith(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var all = new byte[file.Length];
        file.ReadExactly(all);
        var found = all.AsSpan().IndexOf(content);
        Xunit.Assert.True(found >= 0, "The content is in the index.");
        var noise = new byte[256];
        new Random(1).NextBytes(noise);
        file.Position = found - (found % Page) + 64;
        file.Write(noise);
    }

    /// <summary>Overwrites the page that contains a text with noise.</summary>
    public static void LosePageWith(string path, string content) => LosePageWith(path, Encoding.UTF8.GetBytes(content));
}
