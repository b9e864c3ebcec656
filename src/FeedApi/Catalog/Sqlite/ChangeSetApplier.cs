using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Applies the outcomes of one change set inside one transaction. One instance per change set.</summary>
internal sealed class ChangeSetApplier(SqliteSession session, SqliteTermWriter terms, long now)
{
    private readonly SqliteArticleWriter articles = new(session, terms);
    private readonly SqliteSourceWriter sources = new(session);
    private readonly SqliteChangeLog log = new(session, now);
    private readonly SortedSet<string> readAgain = new(StringComparer.Ordinal);
    private long articleDelta;

    /// <summary>Applies one outcome.</summary>
    public void Apply(SourceOutcome outcome)
    {
        switch (outcome)
        {
            case SourceOutcome.Published published:
                Publish(published);
                break;
            case SourceOutcome.Rejected rejected:
                Reject(rejected);
                break;
            case SourceOutcome.Hidden hidden:
                Remove(articles.Find(hidden.Path));
                sources.Put(hidden.Stamp, hidden.DueAt, null);
                sources.PutProblems(hidden.Path, hidden.Problems);
                break;
            case SourceOutcome.Unchanged unchanged:
                sources.Touch(unchanged.Stamp);
                break;
            case SourceOutcome.Deleted deleted:
                Remove(articles.Find(deleted.Path));
                sources.Remove(deleted.Path);
                break;
            default:
                break;
        }
    }

    /// <summary>Updates everything derived from the outcomes; the caller commits or rolls back.</summary>
    /// <param name="visibleAt">When the commit becomes visible, in Unix seconds: no change may appear older to a reader.</param>
    public CommittedChanges Complete(long visibleAt)
    {
        terms.CutArchives(isFirstScan: SqliteState.Read(session).Fingerprint is null);
        var hasRenamed = terms.Refresh(visibleAt);
        if (log.Changes.Count > 0) SqliteState.Advance(session, log.LastSequence, articleDelta, visibleAt);
        if (hasRenamed) SqliteState.Describe(session, visibleAt);
        var revision = SqliteState.Read(session).Revision;
        articles.Flush();
        return new CommittedChanges(revision, log.Changes, hasRenamed, sources.NewProblems, [.. readAgain]);
    }

    // The last good version is not shown beyond its own expiry.
    private void Reject(SourceOutcome.Rejected rejected)
    {
        var current = articles.Find(rejected.Path);
        var expires = current is null ? null : sources.DueAt(rejected.Path);
        var stays = current is not null && !(expires <= Instant.From(now));
        if (!stays) Remove(current);
        sources.Put(rejected.Stamp, stays ? expires : null, null);
        sources.PutProblems(rejected.Path, stays ? [.. rejected.Problems.Select(KeepingLastVersion)] : rejected.Problems);
    }

    private void Publish(SourceOutcome.Published published)
    {
        if (articles.HasNeighbour(published.Article))
        {
            PublishAmongOthers(published);
            return;
        }

        Record(published, published.Problems);
        Put(current: null, published, published.Article.Path);
    }

    private void PublishAmongOthers(SourceOutcome.Published published)
    {
        var rivals = articles.RivalsOf(published.Article);
        if (rivals.FirstOrDefault(rival => string.CompareOrdinal(rival.Source, published.Path) < 0 && !sources.IsWaiting(rival.Source))
            is { } holder)
        {
            RejectDuplicate(published, holder);
            return;
        }

        foreach (var rival in rivals) Displace(rival, published);
        var current = articles.Find(published.Path);
        var path = PathFor(published.Article);
        Record(published, path.Problem is { } problem ? [.. published.Problems, problem] : published.Problems);
        if (current is not null && current.Id != published.Article.Id)
        {
            Remove(current);
            current = null;
        }

        if (SqliteArticleWriter.IsUnchanged(current, published.Indexed, path.Path)) return;
        Put(current, published, path.Path);
    }

    private void Record(SourceOutcome.Published published, IReadOnlyList<Problem> problems)
    {
        sources.Put(published.Stamp, published.DueAt, null);
        sources.PutProblems(published.Path, problems);
    }

    // Of two files with one id or guid, the lower path has it. What the other file published before under another id stays.
    private void RejectDuplicate(SourceOutcome.Published published, StoredArticle holder)
    {
        var problem = Duplicate(published.Path, published.Article.Id, published.Article.Guid, holder.Source, holder.Id);
        var stays = articles.Find(published.Path) is not null;
        sources.Put(published.Stamp, published.DueAt, holder.Source);
        sources.PutProblems(published.Path, [.. published.Problems, stays ? KeepingLastVersion(problem) : problem]);
    }

    private void Displace(StoredArticle rival, SourceOutcome.Published by)
    {
        Remove(rival, isReplaced: rival.Id == by.Article.Id);
        // They may want an id or guid that is free now; otherwise they wait for another file from now on.
        readAgain.UnionWith(sources.Release(rival.Source));
        // A file already waiting had its last good version published under an id that it no longer has.
        if (sources.IsWaiting(rival.Source)) return;
        sources.WaitFor(rival.Source, by.Path);
        sources.RemoveProblem(rival.Source, ProblemCodes.DuplicatePermalink);
        sources.AddProblem(Duplicate(rival.Source, rival.Id, rival.Guid, by.Path, by.Article.Id));
    }

    private void Put(StoredArticle? current, SourceOutcome.Published published, string path)
    {
        var article = published.Article;
        var before = current is null ? [] : terms.TermsOf(current.Row);
        if (current is null) articleDelta++;
        var after = articles.Put(current, published.Indexed, path);
        log.Add(ChangeKind.Upsert, article.Id, article.Guid, path, [.. before.Union(after)]);
        if (current is null) return;
        if (current.Path != path) Free(current.Path);
        if (current.Id != article.Id || current.Guid != article.Guid) readAgain.UnionWith(sources.Release(article.SourcePath));
    }

    private void Remove(StoredArticle? current, bool isReplaced = false)
    {
        if (current is null) return;
        var touched = articles.Remove(current);
        articleDelta--;
        if (isReplaced)
        {
            log.Carry(current.Id, touched);
        }
        else
        {
            log.Add(ChangeKind.Delete, current.Id, current.Guid, current.Path, touched);
            readAgain.UnionWith(sources.Release(current.Source));
        }

        Free(current.Path);
    }

    // An article that wanted the address gets it in the same transaction, so that it never returns 404 in between.
    private void Free(string path)
    {
        if (articles.FirstThatWants(path) is not { } next) return;
        articles.Move(next, path);
        sources.RemoveProblem(next.Source, ProblemCodes.DuplicatePermalink);
        log.Add(ChangeKind.Upsert, next.Id, next.Guid, path, terms.Touch(next.Row));
        NameHolder(path, next.Source);
        Free(next.Path);
    }

    // Of two articles with one permalink, the lower source path has it; the other one gets the default address.
    private (string Path, Problem? Problem) PathFor(Article article)
    {
        var holder = articles.FindByPath(article.Path);
        if (holder is null || holder.Source == article.SourcePath) return (article.Path, null);
        if (string.CompareOrdinal(holder.Source, article.SourcePath) < 0)
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

    // The problem of each article without its path names the current holder, in whatever order the files were read.
    private void NameHolder(string path, string holder)
    {
        foreach (var other in articles.ThatWant(path).Where(other => other.Source != holder))
        {
            sources.RemoveProblem(other.Source, ProblemCodes.DuplicatePermalink);
            sources.AddProblem(Moved(other.Source, path, holder, other.Path));
        }
    }

    private static Problem KeepingLastVersion(Problem problem) =>
        problem.Severity == ProblemSeverity.Error ? problem with { Action = "The last good version stays published." } : problem;

    private static Problem Duplicate(string path, string id, string guid, string holder, string holderId) =>
        StoredArticle.KeyOf(id) == StoredArticle.KeyOf(holderId)
            ? new(
                ProblemCodes.DuplicateSlug, ProblemSeverity.Error, path, null, null,
                $"{holder} has the same id, {id}.", "The post is held back.")
                : new(
                    ProblemCodes.DuplicateGuid, ProblemSeverity.Error, path, null, null,
                    $"{holder} has the same guid, {guid}.", "The post is held back.");

    private static Problem Moved(string path, string permalink, string holder, string given) => new(
        ProblemCodes.DuplicatePermalink,
        ProblemSeverity.Warning,
        path,
        null,
        null,
        $"{holder} has the same permalink, {permalink}.",
        $"The article is at {given}.");
}
