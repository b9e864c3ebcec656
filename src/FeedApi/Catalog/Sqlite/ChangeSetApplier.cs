using FeedApi.Catalog.Sqlite.Changes;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Applies the outcomes of one change set inside one transaction. One instance per change set.</summary>
internal sealed class ChangeSetApplier
{
    private readonly SqliteSession session;
    private readonly SqliteTermWriter terms;
    private readonly long now;
    private readonly SqliteArticleWriter articles;
    private readonly SqliteSourceWriter sources;
    private readonly SqliteChangeLog log;
    private readonly NameClaims names;
    private readonly AddressClaims addresses;
    private readonly SqliteOutlines outlines;
    private readonly ContentTimes times;
    private bool hasHiddenFiles;
    private readonly SortedSet<string> readAgain = new(StringComparer.Ordinal);
    private readonly List<string> mended = [];
    private long articleDelta;

    /// <summary>Begins a change set.</summary>
    /// <param name="session">The writer's connection, inside a transaction.</param>
    /// <param name="terms">Writes the terms.</param>
    /// <param name="now">Unix seconds.</param>
    public ChangeSetApplier(SqliteSession session, SqliteTermWriter terms, long now)
    {
        (this.session, this.terms, this.now) = (session, terms, now);
        (articles, sources) = (new SqliteArticleWriter(session, terms, now), new SqliteSourceWriter(session));
        (log, names) = (new SqliteChangeLog(session, now), new NameClaims(articles));
        (addresses, outlines) = (new AddressClaims(articles, sources, terms, log), new SqliteOutlines(articles, sources, log));
        (hasHiddenFiles, times) = (SqliteFileLinks.HasAny(session), new ContentTimes(session, now));
    }

    /// <summary>Applies one outcome.</summary>
    public void Apply(SourceOutcome outcome)
    {
        switch (outcome)
        {
            case SourceOutcome.Published published:
                if (!outlines.Complete(published)) Publish(published);
                break;
            case SourceOutcome.Rejected rejected:
                Reject(rejected);
                break;
            case SourceOutcome.Hidden hidden:
                Remove(articles.Find(hidden.Path));
                sources.Put(hidden.Stamp, hidden.DueAt, validFrom: hidden.ValidFrom);
                sources.PutProblems(hidden.Path, hidden.Problems);
                sources.PutAwaited(hidden.Path, []);
                PutHiddenFiles(hidden, hidden.HiddenFiles);
                break;
            case SourceOutcome.Withdrawn withdrawn:
                Withdraw(withdrawn);
                break;
            case SourceOutcome.Unchanged unchanged:
                sources.Touch(unchanged.Stamp);
                break;
            case SourceOutcome.Unread unread:
                sources.Forget(unread.Path);
                break;
            case SourceOutcome.Deleted deleted:
                Remove(articles.Find(deleted.Path));
                sources.Remove(deleted.Path);
                PutHiddenFiles(deleted, []);
                break;
            default:
                break;
        }
    }

    /// <summary>Source files whose article could not be read before this change set.</summary>
    public IReadOnlyList<string> Mended => mended;

    /// <summary>By how much the number of outlines grew; negative when some were completed.</summary>
    public long OutlineDelta => outlines.Delta;

    /// <summary>Updates everything derived from the outcomes; the caller commits or rolls back.</summary>
    /// <param name="visibleAt">When the commit becomes visible, in Unix seconds: no change may appear older to a reader.</param>
    public CommittedChanges Complete(long visibleAt)
    {
        terms.CutArchives(isFirstScan: SqliteState.Read(session).Fingerprint is null);
        var hasRenamed = terms.Refresh(visibleAt);
        if (log.Changes.Count > 0 || articleDelta != 0) SqliteState.Advance(session, log.LastSequence, articleDelta, visibleAt);
        if (hasRenamed) SqliteState.Describe(session, visibleAt);
        var revision = SqliteState.Read(session).Revision;
        articles.Flush();
        return new CommittedChanges(revision, log.Changes, hasRenamed, [.. sources.NewProblems, .. terms.TakeMergers()], [.. readAgain]);
    }

    // The last good version is not shown beyond its own expiry.
    private void Reject(SourceOutcome.Rejected rejected)
    {
        var current = articles.Find(rejected.Path);
        if (current is { IsOutline: true }) current = Retract(current);
        var expires = current is null ? null : sources.ExpiryOf(rejected.Path);
        var stays = current is not null && !(expires <= Instant.From(now)) && !IsUnreadable(current);
        if (!stays) Remove(current);
        sources.Put(rejected.Stamp, stays ? Earlier(expires, LiftEndOf(current!)) : null, expiresAt: stays ? expires : null);
        PutHiddenFiles(rejected, stays ? [] : rejected.HiddenFiles);
        sources.PutProblems(rejected.Path, stays ? ProblemRows.KeepingLastVersion(rejected.Problems) : rejected.Problems);
    }

    // A correction is forgotten in time also when the file has turned bad meanwhile.
    private DateTimeOffset? LiftEndOf(StoredArticle article)
    {
        if (articles.LiftedAt(article.Row) is not { } lifted) return null;
        var end = lifted + Correction.LiftedFor;
        if (end > Instant.From(now)) return end;
        articles.EndLift(article.Row);
        log.Add(ChangeKind.Upsert, article.Id, article.Guid, article.Path, terms.Touch(article.Row));
        return null;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    // Few sites have hidden posts that link to files; the others pay nothing for those that are published.
    private void PutHiddenFiles(SourceOutcome outcome, IReadOnlyList<string> files)
    {
        if (!hasHiddenFiles && files.Count == 0) return;
        SqliteFileLinks.Put(session, outcome.Path, files);
        hasHiddenFiles = true;
    }

    private void Publish(SourceOutcome.Published published)
    {
        PutHiddenFiles(published, []);
        if (published.IsPartial && articles.Find(published.Path) is not null)
        {
            Reject(new SourceOutcome.Rejected(published.Stamp, published.Problems));
            return;
        }

        if (articles.HasNeighbour(published.Article))
        {
            PublishAmongOthers(published);
            return;
        }

        sources.Put(
            published.Stamp, Earlier(published.DueAt, published.ReadAgainAt), expiresAt: published.DueAt, validFrom: published.ValidFrom);
        sources.PutProblems(published.Path, published.Problems);
        sources.AddAwaited(published.Path, published.AwaitedFiles);
        Put(current: null, published, published.Article.Path, NameClaims.AsksOf(published.Article, published.Name));
    }

    private StoredArticle? Retract(StoredArticle outline)
    {
        outlines.Retract(outline);
        articleDelta--;
        readAgain.UnionWith(sources.Release(outline.Source));
        addresses.Free(outline.Path);
        return null;
    }

    private void PublishAmongOthers(SourceOutcome.Published published)
    {
        var given = names.Decide(published);
        if (given.Id.Loser is { } namesake) Displace(namesake, losesId: true, losesGuid: namesake.Guid == given.Guid.Value);
        if (given.Guid.Loser is { } twin && twin.Row != given.Id.Loser?.Row) Displace(twin, losesId: false, losesGuid: true);
        var named = published with { Indexed = published.Indexed with { Article = NameClaims.Named(published.Article, given) } };
        var current = articles.Find(published.Path);
        if (current is not null && current.Id != named.Article.Id)
        {
            Remove(current);
            current = null;
        }

        var isUnreadable = current is not null && IsUnreadable(current);
        if (isUnreadable) current = LeaveDamage(current!);
        var path = addresses.PathFor(named.Article, published.Name.Rank);
        sources.Put(
            published.Stamp, Earlier(published.DueAt, published.ReadAgainAt), given.Id.HolderOfAsked, given.Guid.HolderOfAsked,
            published.DueAt, published.ValidFrom);
        Problem[] moved = path.Problem is { } problem ? [problem] : [];
        sources.PutProblems(published.Path, [.. published.Problems, .. NameProblems.Of(published, given), .. moved]);
        sources.PutAwaited(published.Path, published.AwaitedFiles);
        if (!isUnreadable && SqliteArticleWriter.IsUnchanged(current, named.Indexed, path.Path, published.Name.Rank, given.Asks)) return;
        Put(current, named, path.Path, given.Asks);
    }

    private bool IsUnreadable(StoredArticle article) => session.Damage?.IsUnreadable(article.Source) == true;

    private StoredArticle LeaveDamage(StoredArticle current)
    {
        var (moved, touched) = articles.LeaveDamage(current);
        log.Carry(moved.Id, touched);
        mended.Add(current.Source);
        return moved;
    }

    // The file is read again at once, for the names that are left to it; should it be bad by now, its last good version stays.
    private void Displace(StoredArticle loser, bool losesId, bool losesGuid)
    {
        var (id, guid) = NameClaims.Provisional(loser, losesId, losesGuid);
        var path = loser.Path == SqliteArticleWriter.DefaultPathOf(loser.Id) ? SqliteArticleWriter.DefaultPathOf(id) : loser.Path;
        var touched = articles.Rename(loser, id, guid, path);
        if (losesId) log.Carry(loser.Id, touched);
        log.Add(ChangeKind.Upsert, id, guid, path, touched);
        if (path != loser.Path) addresses.Free(loser.Path);
        readAgain.Add(loser.Source);
        readAgain.UnionWith(sources.Release(loser.Source));
        sources.Forget(loser.Source);
    }

    private void Put(StoredArticle? current, SourceOutcome.Published published, string path, AskedNames asks)
    {
        var article = published.Article;
        var before = current is null ? [] : terms.TermsOf(current.Row);
        if (current is null) articleDelta++;
        outlines.Count(current, published.Indexed);
        var isCorrection = times.IsCorrected(current, article);
        var after = articles.Put(current, published.Indexed, path, published.Name.Rank, asks, times.Of(current, published.Indexed));
        log.Add(ChangeKind.Upsert, article.Id, article.Guid, path, [.. before.Union(after)], isCorrection);
        if (current is null) return;
        if (current.Path != path) addresses.Free(current.Path);
        if (current.Id != article.Id || current.Guid != article.Guid) readAgain.UnionWith(sources.Release(article.SourcePath));
    }

    private void Remove(StoredArticle? current)
    {
        if (current is null) return;
        var isUnreadable = IsUnreadable(current);
        if (isUnreadable) mended.Add(current.Source);
        times.Remove(current);
        var touched = articles.Remove(current, keepsBodies: isUnreadable);
        articleDelta--;
        outlines.Count(current, next: null);
        log.Add(ChangeKind.Delete, current.Id, current.Guid, current.Path, touched);
        readAgain.UnionWith(sources.Release(current.Source));
        addresses.Free(current.Path);
    }

    // In a new index there is no tombstone of what was published before it was made.
    private void Withdraw(SourceOutcome.Withdrawn withdrawn)
    {
        var current = articles.Find(withdrawn.Path);
        Remove(current);
        sources.Put(withdrawn.Stamp, dueAt: null);
        sources.PutProblems(withdrawn.Path, withdrawn.Problems);
        sources.PutAwaited(withdrawn.Path, []);
        PutHiddenFiles(withdrawn, withdrawn.HiddenFiles);
        if (current is not null || withdrawn.Trace is not { } trace || articles.FindById(trace.Id) is not null) return;
        if (SqliteChangeLog.FindTombstone(session, trace.Id) is null) log.Add(ChangeKind.Delete, trace.Id, trace.Guid, trace.Path, []);
    }
}
