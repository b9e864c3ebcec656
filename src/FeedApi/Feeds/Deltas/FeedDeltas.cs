using FeedApi.Catalog;
using FeedApi.Feeds.History;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>
/// Answers a request for a feed with what changed since the reader's copy, where it asks for that and the copy is
/// known; else with the feed.
/// </summary>
/// <remarks>
/// RFC 3229 with the manipulation <c>feed</c>, as readers and servers have agreed on it: the entries that are new or changed,
/// in the feed's own format.
/// </remarks>
internal sealed class FeedDeltas(
    FeedOptions options, FeedTagMemory memory, FeedReading reading, IArticleReader reader, DocumentCache cache, FeedFormats formats)
{
    private const string Manipulation = "feed";

    // Reading as many takes about 20 ms, once for a feed and a copy; a copy that is older than that gets the whole feed.
    private const int MaxChanges = 10_000;

    // feedparser asks on every request, and rss2email, like other programs that are made with it, then takes 226 for an
    // error and drops the feed.
    private static readonly string[] Failing = ["feedparser/", "rss2email/"];

    /// <summary>The answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="address">The feed.</param>
    /// <param name="selection">What it selects.</param>
    /// <param name="whole">Its document.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
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
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, address, selection, whole, known.Snapshot, current, token), token),
            cancellationToken);
        return delta is null ? new DocumentResult(whole) : new DeltaResult(whole, delta, known.Tag, Manipulation);
    }

    /// <summary>True when copies of the selection are remembered, so that its deltas can be told.</summary>
    internal bool Has(FeedAddress address, FeedSelection selection) =>
        options.Delta && !address.IsForPeople && selection.Place == FeedPart.Subscription;

    /// <summary>A name that each feed has in each format, the same wherever it is found.</summary>
    internal static string NameOf(FeedAddress address, FeedSelection selection) =>
        $"{address.Format.Name} {address.Kind?.ToString() ?? "site"} {address.Slug} {selection.QueryString}";

    private static bool IsWanted(HttpRequest request)
    {
        if (!InstanceManipulations.Accept(request.Headers["A-IM"], Manipulation)) return false;
        var userAgent = request.Headers.UserAgent.ToString();
        return !Array.Exists(Failing, name => userAgent.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    // Of several copies the newest; none when the reader has the document itself.
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
        List<Article> news = [.. articles.Where(article => changes.ContainsKey(article.Id) || !known.Showed(article))];
        // Nothing new: the feed says something else of itself, or has lost an entry, which only the whole of it tells every reader.
        if (news.Count == 0 || news.Count == articles.Count) return null;
        return new Document(whole.ContentType, formats.Write(address.Format, feed, news), whole.LastModified) { Tags = whole.Tags };
    }

    // The articles were read after the document was made, so a change may lie between: then it is not the document's.
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
