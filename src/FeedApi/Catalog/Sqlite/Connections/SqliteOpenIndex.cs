using FeedApi.Catalog.Sqlite.Pages;
using FeedApi.Site;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>An open index: its file and all connections to it.</summary>
internal sealed class SqliteOpenIndex : IAsyncDisposable
{
    private readonly IndexPages pages;

    /// <summary>Opens an index.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="site">The site of the articles.</param>
    /// <param name="search">The limits of expensive reads.</param>
    /// <param name="clock">Measures their work.</param>
    /// <param name="time">Measures how long they wait.</param>
    public SqliteOpenIndex(SqliteIndexFile file, SiteConfig site, SearchOptions search, ThreadClock clock, TimeProvider time)
    {
        File = file;
        Writer = new SqliteWriter(file, site);
        Readers = new SqliteReaderPool(file, SqliteReaderPool.ForCheapReads);
        Whole = new SqliteReaderPool(file, size: 1, isMapped: false);
        Expensive = new SqliteExpensiveReads(file, search, clock, time);
        pages = IndexPages.Of(Writer.Session.FileName);
        pages.Damaged += file.Damage.ReportPage;
    }

    /// <summary>The file.</summary>
    public SqliteIndexFile File { get; }

    /// <summary>The write connection.</summary>
    public SqliteWriter Writer { get; }

    /// <summary>The connections of cheap reads.</summary>
    public SqliteReaderPool Readers { get; }

    /// <summary>
    /// The connection of reads that go through a whole table: mapped, all of its pages would be in the memory of the process.
    /// </summary>
    public SqliteReaderPool Whole { get; }

    /// <summary>The connections of expensive reads.</summary>
    public SqliteExpensiveReads Expensive { get; }

    /// <summary>From now on its damage is of no interest, and its name may be that of another file.</summary>
    public void Retire()
    {
        File.Retire();
        pages.Damaged -= File.Damage.ReportPage;
        IndexPages.Forget(pages.Path);
    }

    /// <summary>Waits for the commit and the reads in progress, and closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.CloseAsync();
        await Expensive.DisposeAsync();
        await Readers.DisposeAsync();
        await Whole.DisposeAsync();
        Writer.Dispose();
        Retire();
    }
}
