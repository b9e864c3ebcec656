using FeedApi.Catalog;
using FeedApi.Content;
using FeedApi.Http;

namespace FeedApi.Feeds;

/// <summary>Makes feeds into documents, once for each state of what they show. Called by the endpoints.</summary>
public sealed class FeedDocuments(
    IArticleStore store, DocumentCache cache, FeedDefinitions definitions, FeedContents contents, IEnumerable<IFeedWriter> writers, IFeedPageWriter pages,
    SiteConfig site, TimeProvider time)
{
    private const int MostTombstones = 100;
    private static readonly TimeSpan TombstonesFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan StaysOpenFor = TimeSpan.FromDays(3);

    private readonly Dictionary<FeedFormat, IFeedWriter> writersByFormat = writers.ToDictionary(writer => writer.Format);

    /// <summary>The document; null when the address names no term, or one by a spelling that is not the canonical one.</summary>
    internal ValueTask<Document?> FindAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync($"{address.Key} {selection.QueryString} {selection.Place}", token => BuildAsync(address, selection, token), cancellationToken);

    private async ValueTask<Document?> BuildAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        if (await DefineAsync(address, selection, cancellationToken) is not { } whole) return null;
        ChangedTerm? term = address.Kind is { } kind ? new ChangedTerm(kind, Slug.KeyOf(address.Slug)) : null;
        var (articles, changedAt, feed) = await contents.ReadAsync(whole, term, selection.Place, address.Format, cancellationToken);
        if (address.IsForPeople) return await pages.WriteAsync(feed, articles, Later(feed.ChangedAt, changedAt));
        if (!feed.HasFilters && !selection.Place.IsArchive)
            feed = feed with { Deleted = await store.ListTombstonesAsync(term, time.GetUtcNow() - TombstonesFor, MostTombstones, cancellationToken) };
        feed = feed with { PollEveryMinutes = PollAdvice.MinutesFor(articles, site.Limits) };
        var bytes = FeedBudget.Write(writersByFormat[address.Format], feed, articles, site.Limits.MaxBytes);
        return new Document(address.Format.ContentType, bytes, Later(feed.ChangedAt, changedAt))
        {
            CacheControl = IsClosed(selection.Place) ? CachePolicy.Immutable : CachePolicy.FreshFor(TimeSpan.FromMinutes(feed.PollEveryMinutes)),
            Link = LinkOf(feed, address.Format),
            ContentLocation = address.IsNegotiated ? feed.AddressOf(address.Format) : null,
            VariesByAccept = address.IsNegotiated,
            Tags = feed.Tags,
        };
    }

    // Posts that are published late get into an archive that is just full; after some days nothing does but edits, which the subscription document brings.
    private bool IsClosed(FeedPlace place) =>
        place.Archive is { } edge && DateTimeOffset.FromUnixTimeSeconds(edge.Published) < time.GetUtcNow() - StaysOpenFor;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private async ValueTask<FeedDefinition?> DefineAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        if (address.Kind is not { } kind) return await definitions.OfSiteAsync(selection, cancellationToken);
        var term = await store.FindTermAsync(kind, address.Slug, cancellationToken);
        var isCanonical = term is not null && string.Equals(term.Slug, address.Slug, StringComparison.Ordinal);
        return isCanonical ? await definitions.OfTermAsync(term!, selection, cancellationToken) : null;
    }

    private static string LinkOf(FeedDefinition feed, FeedFormat self)
    {
        var formats = FeedFormat.All.Select(format =>
            $"<{feed.AddressOf(format)}>; rel=\"{(format == self ? "self" : "alternate")}\"; type=\"{format.MediaType}\"");
        var history = self == FeedFormat.Json ? [] : feed.HistoryLinks(self).Select(link => $"<{link.Address}>; rel=\"{link.Relation}\"");
        return string.Join(", ", [.. formats, $"<{feed.HomePage}>; rel=\"alternate\"; type=\"text/html\"", .. history]);
    }
}
