using FeedApi.Catalog;
using FeedApi.Http;

namespace FeedApi.Feeds;

/// <summary>Makes feeds into documents, once for each state of what they show. Called by the endpoints.</summary>
public sealed class FeedDocuments(IArticleStore store, DocumentCache cache, FeedDefinitions definitions, IEnumerable<IFeedWriter> writers, IFeedPageWriter pages)
{
    private readonly Dictionary<FeedFormat, IFeedWriter> writersByFormat = writers.ToDictionary(writer => writer.Format);

    /// <summary>The document; null when the address names no term, or one by a spelling that is not the canonical one.</summary>
    internal ValueTask<Document?> FindAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync($"{address.Key} {selection.QueryString}", token => BuildAsync(address, selection, token), cancellationToken);

    private async ValueTask<Document?> BuildAsync(FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        if (await DefineAsync(address, selection, cancellationToken) is not { } feed) return null;
        var page = await store.ListAsync(feed.Query, cancellationToken);
        var lastModified = feed.ChangedAt > page.ChangedAt ? feed.ChangedAt.Value : page.ChangedAt;
        if (address.IsForPeople) return await pages.WriteAsync(feed, page, lastModified);
        return new Document(address.Format.ContentType, writersByFormat[address.Format].Write(feed, page.Articles), lastModified)
        {
            Link = LinkOf(feed, address.Format),
            ContentLocation = address.IsNegotiated ? feed.AddressOf(address.Format) : null,
            VariesByAccept = address.IsNegotiated,
            Tags = feed.Tags,
        };
    }

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
        return string.Join(", ", formats.Append($"<{feed.HomePage}>; rel=\"alternate\"; type=\"text/html\""));
    }
}
