using static FeedApi.Catalog.Sqlite.Pages.NativeVfs;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>Reads and writes the pages of one open database or log, with their checksums.</summary>
internal sealed unsafe class CheckedPages
{
    private const string LogSuffix = "-wal";

    private readonly bool isLog;
    private readonly IndexPages pages;

    // The mapped pages that were verified last, each with its transaction.
    private readonly (long Number, long Transaction)[] verified = new (long, long)[2_048];
    private long transaction;

    // SQLite uses a file on one thread at a time.
    private readonly byte[] buffer = new byte[SqliteSchema.PageBytes];

    /// <summary>Begins.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="isLog">True for the write-ahead log.</param>
    public CheckedPages(string path, bool isLog)
    {
        this.isLog = isLog;
        pages = IndexPages.Of(isLog && path.EndsWith(LogSuffix, StringComparison.Ordinal) ? path[..^LogSuffix.Length] : path);
    }

    /// <summary>True when a mapped page is as it was written; verified once in a transaction.</summary>
    /// <remarks>
    /// A search asks for the same pages thousands of times, and each time would cost a third of a microsecond.
    /// </remarks>
    public bool IsIntact(ReadOnlySpan<byte> page, long offset)
    {
        var number = NumberOf(offset);
        ref var seen = ref verified[number % verified.Length];
        if (seen == (number, transaction)) return true;
        if (page.Length != SqliteSchema.PageBytes || !PageChecksum.IsIntact(page, number)) return false;
        seen = (number, transaction);
        return true;
    }

    /// <summary>Notes that a transaction begins: what was verified before is verified again.</summary>
    public void BeginTransaction() => transaction++;

    /// <summary>Reads, and verifies what is read.</summary>
    /// <returns>SQLite's result code; <see cref="Corrupt"/> when a page is lost.</returns>
    public int Read(OpenFile* real, Span<byte> into, long offset)
    {
        if (isLog) return ReadLog(real, into, offset);
        if (into.Length == SqliteSchema.PageBytes) return ReadPage(real, into, offset);
        // The header of the database, which is read before the size of a page is known: as part of its page.
        var result = ReadPage(real, buffer, offset - (offset % SqliteSchema.PageBytes));
        if (result == ShortRead) return ReadReal(real, into, offset);
        if (result == Ok) buffer.AsSpan((int)(offset % SqliteSchema.PageBytes), into.Length).CopyTo(into);
        return result;
    }

    /// <summary>Writes; a page with its checksum.</summary>
    public int Write(OpenFile* real, ReadOnlySpan<byte> from, long offset)
    {
        if (isLog)
        {
            if (LogChecksums.FrameOf(offset, from.Length, out var skip) is { } frame) pages.Log.Remember(frame, from[skip..]);
            return WriteReal(real, from, offset);
        }

        if (from.Length != SqliteSchema.PageBytes) return WriteReal(real, from, offset);
        from.CopyTo(buffer);
        PageChecksum.Seal(buffer, NumberOf(offset));
        lock (pages.Writing)
        {
            pages.Written(NumberOf(offset));
            return WriteReal(real, buffer, offset);
        }
    }

    /// <summary>Notes that the file is cut.</summary>
    public void Truncated(long length)
    {
        if (isLog && length == 0) pages.Log.Clear();
    }

    private static long NumberOf(long offset) => (offset / SqliteSchema.PageBytes) + 1;

    private int ReadPage(OpenFile* real, Span<byte> page, long offset)
    {
        var result = ReadReal(real, page, offset);
        if (result != Ok) return result;
        return pages.Verify(
            page, NumberOf(offset), again => ReadReal(real, again, offset) == Ok, repaired => WriteReal(real, repaired, offset) == Ok)
            ? Ok : Corrupt;
    }

    private int ReadLog(OpenFile* real, Span<byte> into, long offset)
    {
        var result = ReadReal(real, into, offset);
        if (result != Ok || LogChecksums.FrameOf(offset, into.Length, out var skip) is not { } frame) return result;
        var page = into[skip..];
        // A recovery, which verifies the checksums that SQLite writes itself.
        if (skip > 0 && pages.Log.Find(frame) == 0) pages.Log.Remember(frame, page);
        return pages.VerifyInLog(page, frame, repaired => WriteReal(real, repaired, LogChecksums.OffsetOf(frame)) == Ok) ? Ok : Corrupt;
    }

    private static int ReadReal(OpenFile* real, Span<byte> into, long offset)
    {
        fixed (byte* start = into) return real->Methods->Read(real, start, into.Length, offset);
    }

    private static int WriteReal(OpenFile* real, ReadOnlySpan<byte> from, long offset)
    {
        fixed (byte* start = from) return real->Methods->Write(real, start, from.Length, offset);
    }
}
