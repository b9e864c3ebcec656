using FeedApi.Catalog.Sqlite.Changes;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Decides which article is at an address that several ask for; the others are at their default addresses.</summary>
/// <remarks>The lowest <see cref="SourceRank"/> has it. Whoever waits for an address gets it in the transaction that frees it.</remarks>
internal sealed class AddressClaims(SqliteArticleWriter articles, SqliteSourceWriter sources, SqliteTermWriter terms, SqliteChangeLog log)
{
    /// <summary>The address that an article gets, with a problem when it is not the one that it asks for.</summary>
    public (string Path, Problem? Problem) PathFor(Article article, SourceRank rank)
    {
        var holder = articles.FindByPath(article.Path);
        if (holder is null || holder.Source == article.SourcePath) return (article.Path, null);
        if (holder.SourceRank.CompareTo(rank) < 0)
        {
            var fallback = articles.FreePathFor(article.Id, article.SourcePath, article.Path);
            return (fallback, Moved(article.SourcePath, article.Path, holder.Source, fallback));
        }

        var moved = articles.FreePathFor(holder.Id, holder.Source, article.Path);
        articles.Move(holder, moved);
        sources.AddProblem(Moved(holder.Source, article.Path, article.SourcePath, moved));
        NameHolder(article.Path, article.SourcePath);
        log.Add(ChangeKind.Upsert, holder.Id, holder.Guid, moved, terms.Touch(holder.Row));
        return (article.Path, null);
    }

    /// <summary>Gives an address that its article has left to the one that waits for it, so that it never returns 404 in between.</summary>
    public void Free(string path)
    {
        if ((articles.FirstThatWants(path) ?? articles.FindDisplacedFrom(path)) is not { } next) return;
        articles.Move(next, path);
        log.Add(ChangeKind.Upsert, next.Id, next.Guid, path, terms.Touch(next.Row));
        if (next.WantedPath == path) sources.RemoveProblem(next.Source, ProblemCodes.DuplicatePermalink);
        NameHolder(next.WantedPath, next.WantedPath == path ? next.Source : articles.FindByPath(next.WantedPath)!.Source);
        Free(next.Path);
    }

    // The problem of each article without its path names the current holder, in whatever order the files were read.
    private void NameHolder(string path, string holder)
    {
        foreach (var other in articles.ThatWant(path).Where(other => other.Source != holder))
        {
            sources.RemoveProblem(other.Source, ProblemCodes.DuplicatePermalink);
            sources.AddProblem(Moved(other.Source, path, holder, other.Path));
        }
    }

    private static Problem Moved(string path, string permalink, string holder, string given) => new(
        ProblemCodes.DuplicatePermalink,
        ProblemSeverity.Warning,
        path,
        null,
        null,
        $"{holder} has the same permalink, {permalink}.",
        $"The article is at {given}.");
}
