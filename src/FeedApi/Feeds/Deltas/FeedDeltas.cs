using FeedApi.Catalog;
using FeedApi.Feeds.History;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>
/// Responds to a request for a feed with the changes since the reader's copy when it accepts that and the copy is
/// known, and otherwise with the whole feed.
/// </summary>
/// <remarks>
/// RFC 3229 with the instance manipulation <c>feed</c>, a convention of readers and servers: the new and changed entries,
/// in the feed's own format.
/// </remarks>
internal sealed class FeedDeltas(
    FeedOptions options, FeedTagMemory memory, FeedReading reading, IArticleReader reader, DocumentCache cache, FeedFormats formats)
{
    private const string Manipulation = "feed";

    // Reading this many takes about 20 ms, once per feed and copy; a reader with an older copy gets the whole feed.
    private const int MaxChanges = 10_000;

    // feedparser accepts deltas on every request, but rss2email and other programs based on it treat a 226 response as an
    // error and discard the feed.
    private static readonly string[] Failing = ["feedparser/", "rss2email/"];

    /// <summary>The response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="address">The feed.</param>
    /// <param name="selection">The selection of its query.</param>
    /// <param name="whole">Its document.</param>
    /// <param name="cancellationToken">Cancels the wait for the document.</param>
    internal async ValueTask<IResult> AnswerAsync(
        HttpRequest request, FeedAddress address, FeedSelection selection, Document whole, CancellationToken cancellationToken)
    {
        if (!whole.VariesByManipulation || !IsWanted(request)) return new DocumentResult(whole);
        var feed = NameOf(address, selection);
        if (memory.Find(feed, whole.Identity.ETag) is not { } current || FindBase(request, feed, current) is not { } known)
            return new DocumentResult(whole);
        var key =
            $"delta {Preconditions.HashOf(known.Tag)} {Preconditions.HashOf(whole.Identity.ETag)} {address.Key} {selection.QueryString}";
        var delta = await cache.GetOrBuildAsync(
            key,
            token => reader.ReadAsync(
                selection.Cost,
                snapshot => BuildAsync(snapshot, address, selection, whole, known.Snapshot, current, token),
                token),
            cancellationToken);
        return delta is null ? new DocumentResult(whole) : new DeltaResult(whole, delta, known.Tag, Manipulation);
    }

    /// <summary>True when contents of the selection are stored, so that deltas can be computed.</summary>
    internal bool Has(FeedAddress address, FeedSelection selection) =>
        options.Delta && !address.IsForPeople && selection.Place == FeedPart.Subscription && selection.Digest is null;

    /// <summary>A name of each feed in each format, the same under all its addresses.</summary>
    internal static string NameOf(FeedAddress address, FeedSelection selection) =>
        $"{address.Format.Name} {address.Kind?.ToString() ?? "site"} {address.Slug} {selection.QueryString}";

    private static bool IsWanted(HttpRequest request)
    {
        if (!InstanceManipulations.Accept(request.Headers["A-IM"], Manipulation)) return false;
        var userAgent = request.Headers.UserAgent.ToString();
        return !Array.Exists(Failing, name => userAgent.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    // The newest of several copies; none when the reader has the current document.
    private (string Tag, FeedSnapshot Snapshot)? FindBase(HttpRequest request, string feed, FeedSnapshot current)
    {
        (string Tag, FeedSnapshot Snapshot)? best = null;
        foreach (var tag in Preconditions.EntityTags(request.Headers.IfNoneMatch))
        {
            var opaque = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
            if (memory.Find(feed, opaque) is not { } found) continue;
            if (ReferenceEquals(found, current)) return null;
            if (best is null || found.Sequence > best.Value.Snapshot.Sequence) best = (opaque, found);
        }

        return best;
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot,
        FeedAddress address,
        FeedSelection selection,
        Document whole,
        FeedSnapshot known,
        FeedSnapshot current,
        CancellationToken cancellationToken)
    {
        if (await reading.ReadAsync(snapshot, address, selection, cancellationToken) is not var (articles, _, feed)) return null;
        if (await ReadChangesAsync(snapshot, known.Sequence, cancellationToken) is not { } changes || !IsStill(current, articles, changes))
            return null;
        List<Article> changed = [.. articles.Where(article => changes.ContainsKey(article.Id) || !known.Showed(article))];
        // Nothing new: the feed's own metadata changed or an entry was removed, which readers learn only from the whole feed.
        if (changed.Count == 0 || changed.Count == articles.Count) return null;
        // A reader deletes what a complete document does not have.
        var part = feed with { History = feed.History with { IsComplete = false } };
        return new Document(whole.ContentType, formats.Write(address.Format, part, changed), whole.LastModified) { Tags = whole.Tags };
    }

    // The articles were read after the document was built, so a later change may be missing from the document.
    private static bool IsStill(FeedSnapshot current, IReadOnlyList<Article> articles, Dictionary<string, long> changes) =>
        articles.DistinctBy(article => article.Id, StringComparer.Ordinal).Count() == current.Ids.Count
        && articles.All(article => current.Showed(article) && changes.GetValueOrDefault(article.Id) <= current.Sequence);

    private static async ValueTask<Dictionary<string, long>?> ReadChangesAsync(
        IArticleSnapshot snapshot, long afterSequence, CancellationToken cancellationToken)
    {
        var changes = await snapshot.ListChangesAsync(afterSequence, MaxChanges, cancellationToken);
        return changes.Count == MaxChanges
            ? null
            : changes.ToDictionary(change => change.Id, change => change.Sequence, StringComparer.Ordinal);
    }
}
