namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>
/// The checksums of the pages in the write-ahead log. SQLite verifies those of its own when it opens the log, and not when it reads a page
/// from it, so each page is remembered as it was written or recovered.
/// </summary>
/// <remarks>
/// The format: a header, then frames, each with a header and a page (sqlite.org/fileformat2.html, section 4.1). Written by the one writer;
/// readers see only frames of transactions that were committed before.
/// </remarks>
internal sealed class LogChecksums
{
    private const int FileHeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int FrameBytes = FrameHeaderBytes + SqliteSchema.PageBytes;

    private readonly Lock growth = new();
    private volatile ulong[] byFrame = new ulong[1_024];

    /// <summary>The index of the frame whose page is read or written; null when it is something else.</summary>
    /// <param name="offset">Where, in the log.</param>
    /// <param name="bytes">How much: a page, or a page with the header of its frame, as in a recovery.</param>
    /// <param name="skip">Bytes before the page.</param>
    public static long? FrameOf(long offset, int bytes, out int skip)
    {
        var (frame, rest) = Math.DivRem(offset - FileHeaderBytes, FrameBytes);
        skip = bytes == FrameBytes ? FrameHeaderBytes : 0;
        var isPage = (bytes == SqliteSchema.PageBytes && rest == FrameHeaderBytes) || (bytes == FrameBytes && rest == 0);
        return offset >= FileHeaderBytes && isPage ? frame : null;
    }

    /// <summary>Where the page of a frame begins in the log.</summary>
    public static long OffsetOf(long frame) => FileHeaderBytes + (frame * FrameBytes) + FrameHeaderBytes;

    /// <summary>The checksum of a frame's page; 0 when it is not known.</summary>
    public ulong Find(long frame) => byFrame is var known && frame < known.Length ? known[frame] : 0;

    /// <summary>Remembers a page that is written, or read by a recovery.</summary>
    public void Remember(long frame, ReadOnlySpan<byte> page)
    {
        lock (growth)
        {
            if (frame >= byFrame.Length)
            {
                var grown = byFrame;
                Array.Resize(ref grown, (int)Math.Max(frame + 1, 2L * grown.Length));
                byFrame = grown;
            }

            byFrame[frame] = PageChecksum.OfWhole(page);
        }
    }

    /// <summary>Forgets all frames: the log was cut.</summary>
    public void Clear()
    {
        lock (growth) Array.Clear(byFrame);
    }
}
