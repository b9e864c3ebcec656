using FeedApi.Catalog.Sqlite.Changes;
using FeedApi.Catalog.Sqlite.Rows;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Completes the outlines of articles inside a change set, and takes back those that can never be shown.</summary>
internal sealed class SqliteOutlines(SqliteArticleWriter articles, SqliteSourceWriter sources, SqliteChangeLog log)
{
    /// <summary>By how much the number of outlines grew; negative when some were completed.</summary>
    public long Delta { get; private set; }

    /// <summary>Counts an article that is stored or deleted.</summary>
    /// <param name="current">What was stored before; null when nothing was.</param>
    /// <param name="next">What is stored now; null when it was deleted.</param>
    public void Count(StoredArticle? current, IndexedArticle? next)
    {
        if (current is { IsOutline: true }) Delta--;
        if (next is { IsOutline: true }) Delta++;
    }

    /// <summary>Stores what the outline of an article lacks.</summary>
    /// <returns>False when it is to be published like any other: it is no outline, or the file has changed since.</returns>
    /// <remarks>Its names, its address and its place in the change log stay as they were decided for the outline.</remarks>
    public bool Complete(SourceOutcome.Published published)
    {
        if (!published.CompletesOutline) return false;
        var outline = articles.Find(published.Path);
        if (outline is not { IsOutline: true } || sources.HashOf(published.Path) != published.RenderedHash) return false;
        articles.Complete(outline, published.Indexed);
        Delta--;
        sources.PutProblems(published.Path, [.. sources.ProblemsOf(published.Path).Union(published.Problems)]);
        sources.AddAwaited(published.Path, published.AwaitedFiles);
        if (published.IsPartial) sources.Forget(published.Path);
        return true;
    }

    /// <summary>Deletes an outline, of which nobody was told: it was never shown, so it leaves no tombstone.</summary>
    public void Retract(StoredArticle outline)
    {
        articles.Remove(outline, keepsBodies: false);
        Delta--;
        log.Retract(outline.Id);
    }
}
