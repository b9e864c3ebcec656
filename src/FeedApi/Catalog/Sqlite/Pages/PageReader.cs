using FeedApi.Catalog.Sqlite.Connections;
using static FeedApi.Catalog.Sqlite.Pages.NativeVfs;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>Reads pages of an index one by one, through the file of a connection, so that they are verified and repaired.</summary>
/// <remarks>
/// Not through a file of its own: closing it would end the locks of all connections of the process (sqlite.org/howtocorrupt.html, section
/// 2.2).
/// </remarks>
internal sealed unsafe class PageReader
{
    // The page with SQLite's locks, which is never written.
    private const long LockPage = (0x4000_0000 / SqliteSchema.PageBytes) + 1;

    private readonly OpenFile* file;
    private readonly byte[] page = new byte[SqliteSchema.PageBytes];

    /// <summary>Begins.</summary>
    /// <param name="session">The connection, which must stay open.</param>
    public PageReader(SqliteSession session)
    {
        OpenFile* found = null;
        session.Control(FilePointer, &found);
        file = found;
    }

    /// <summary>Number of pages in the file.</summary>
    public long Count
    {
        get
        {
            long bytes = 0;
            return file->Methods->FileSize(file, &bytes) == Ok ? bytes / SqliteSchema.PageBytes : 0;
        }
    }

    /// <summary>True when a page is intact, perhaps after a repair, or is not used.</summary>
    /// <param name="number">From 1.</param>
    public bool IsReadable(long number)
    {
        if (number == LockPage) return true;
        fixed (byte* start = page)
        {
            var result = file->Methods->Read(file, start, page.Length, (number - 1) * SqliteSchema.PageBytes);
            // The log may have pages beyond the end, so that those before them are not written yet.
            return result != Corrupt || !page.AsSpan().ContainsAnyExcept((byte)0);
        }
    }
}
