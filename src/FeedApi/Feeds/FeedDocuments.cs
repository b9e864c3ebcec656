using FeedApi.Catalog;
using FeedApi.Feeds.Deltas;
using FeedApi.Feeds.Entries;
using FeedApi.Feeds.History;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>Builds the documents of feeds, once for each state of their content. Called by the handlers.</summary>
internal sealed class FeedDocuments(
    IArticleReader reader,
    DocumentCache cache,
    FeedReading reading,
    FeedFormats formats,
    IFeedPageWriter pages,
    FeedDeltas deltas,
    FeedTagMemory memory,
    TimeProvider time)
{
    private static readonly TimeSpan StaysOpenFor = TimeSpan.FromDays(3);

    /// <summary>The document; null when the address names no term, or a term by a spelling that is not the canonical one.</summary>
    internal ValueTask<Document?> FindAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync(
            $"{address.Key} {selection.QueryString} {selection.Place} {selection.AskedQuery}",
            token => reader.ReadAsync(selection.Cost, snapshot => BuildAsync(snapshot, address, selection, token), token),
            cancellationToken);

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        var hasDeltas = deltas.Has(address, selection);
        var begun = memory.Generation;
        if (await reading.ReadAsync(snapshot, address, selection, cancellationToken) is not var (articles, changedAt, feed)) return null;
        if (address.IsForPeople) return await pages.WriteAsync(feed, articles, changedAt);
        var document = new Document(address.Format.ContentType, formats.Write(address.Format, feed, articles), changedAt)
        {
            CacheControl = snapshot.RenderedSince is not null && (selection.Query.Search is not null || selection.Place.IsArchive)
                ? CachePolicy.Unfinished
                : selection.Digest is not null ? CachePolicy.Fresh
                : IsClosed(selection.Place) ? CachePolicy.Immutable
                : CachePolicy.FreshFor(TimeSpan.FromMinutes(feed.PollEveryMinutes)),
            Link = LinkOf(feed, address.Format),
            ContentLocation = address.IsNegotiated ? feed.AddressOf(address.Format) : null,
            VariesByAccept = address.IsNegotiated,
            IsOneOfMany =
                selection.QueryString.Length > 0 || selection.AskedQuery is not null || selection.Place != FeedPart.Subscription,
            VariesByManipulation = hasDeltas,
            Tags = feed.Tags,
        };
        if (hasDeltas)
        {
            memory.Remember(
                FeedDeltas.NameOf(address, selection), document.Identity.ETag, FeedSnapshot.Of(articles, snapshot.State.Sequence), begun);
        }

        return document;
    }

    // Posts that are published late are added to an archive that is just full; after some days there are only edits, of which those that
    // matter are corrections and in the subscription document.
    private bool IsClosed(FeedPart place) =>
        place.Archive is { } edge && DateTimeOffset.FromUnixTimeSeconds(edge.Published) < time.GetUtcNow() - StaysOpenFor;

    private static string LinkOf(FeedDefinition feed, FeedFormat self)
    {
        var formats = FeedFormat.All.Select(format =>
            $"<{feed.AddressOf(format)}>; rel=\"{(format == self ? "self" : "alternate")}\"; type=\"{format.MediaType}\"");
        var history = self == FeedFormat.Json ? [] : feed.HistoryLinks(self).Select(link => $"<{link.Address}>; rel=\"{link.Relation}\"");
        string[] license = WebAddress.Parse(feed.Rights) is { } terms ? [$"<{terms.AbsoluteUri}>; rel=\"license\""] : [];
        return string.Join(", ", [.. formats, $"<{feed.HomePage}>; rel=\"alternate\"; type=\"text/html\"", .. history, .. license]);
    }
}
