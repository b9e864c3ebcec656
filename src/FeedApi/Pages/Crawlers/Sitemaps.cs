using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Crawlers;

/// <summary>
/// The sitemap: an index at <c>/sitemap.xml</c>, and its parts: pages of the site and of terms, all articles by publication, the oldest
/// first, so that full parts only change with their articles, and the news of the last two days.
/// </summary>
internal sealed class Sitemaps(
    SiteConfig site, SiteLinks links, PageLinks pageLinks, IArticleReader reader, DocumentCache cache, TimeProvider time)
{
    /// <summary>The most that the protocol allows in one document (sitemaps.org).</summary>
    public const int MaxArticles = 50_000;

    /// <summary>The most that Google reads of one news sitemap.</summary>
    public const int MaxNews = 1_000;

    private const string ContentType = "application/xml; charset=utf-8";

    // Each of these is read in a snapshot of its own, so that no one of them holds others up.
    private const int AtOnce = 2_500;

    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(2);

    /// <summary>The index.</summary>
    public ValueTask<Document?> FindIndexAsync(CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync("sitemap", BuildIndexAsync, cancellationToken);

    /// <summary>A part; null when there is none of this name. None is empty, which the protocol forbids.</summary>
    public async ValueTask<Document?> FindAsync(string part, CancellationToken cancellationToken)
    {
        if (part == "pages.xml") return await cache.GetOrBuildAsync("sitemap pages", BuildPagesAsync, cancellationToken);
        if (NumberOf(part, "articles-") is { } number)
            return await cache.GetOrBuildAsync($"sitemap {part}", token => BuildArticlesAsync(number, token), cancellationToken);
        return NumberOf(part, "news-") is { } news
            ? await cache.GetOrBuildAsync($"sitemap {part}", token => BuildNewsAsync(news, token), cancellationToken)
            : null;
    }

    /// <summary>The names of all parts.</summary>
    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var recent = new ArticleQuery { From = NewsSince, CountsTotal = true, Limit = 1 };
        var (state, page) = await reader.ReadAsync(
            async snapshot => (snapshot.State, await snapshot.ListAsync(recent, cancellationToken)), cancellationToken);
        return
        [
            "pages.xml",
            .. Enumerable.Range(1, PartsOf(state.ArticleCount, MaxArticles)).Select(number => NameOf("articles-", number)),
            .. Enumerable.Range(1, PartsOf(page.Total!.Value, MaxNews)).Select(number => NameOf("news-", number)),
        ];
    }

    // Whole hours, so that the boundary does not move with every request.
    private DateTimeOffset NewsSince => time.GetUtcNow() - NewsFor is var since
        ? since.AddTicks(-(since.Ticks % TimeSpan.TicksPerHour)) : default;

    private async ValueTask<Document?> BuildIndexAsync(CancellationToken cancellationToken)
    {
        var parts = await ListAsync(cancellationToken);
        var changed = await ChangedAtAsync(cancellationToken);
        // Of full parts it is not known without reading them; crawlers find it in the part.
        var lastFull = parts.LastOrDefault(part => part.StartsWith("articles-", StringComparison.Ordinal));
        return Of(
            SitemapWriter.Index(parts.Select(part => (
                links.Public(Routes.SitemapPartOf(part)),
                part == lastFull || part.StartsWith("news-", StringComparison.Ordinal) ? changed : (DateTimeOffset?)null))),
            changed);
    }

    private async ValueTask<Document?> BuildPagesAsync(CancellationToken cancellationToken)
    {
        List<(string Address, DateTimeOffset? Changed)> pages = [(pageLinks.Home, null)];
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            var terms = await reader.ReadAsync(snapshot => snapshot.ListTermsAsync(kind, cancellationToken), cancellationToken);
            if (terms.Count == 0) continue;
            pages.Add((pageLinks.TermList(kind), null));
            pages.AddRange(terms.Select(term => (links.Term(kind, term.Slug), (DateTimeOffset?)term.ChangedAt)));
        }

        return Of(SitemapWriter.Pages(pages.Take(MaxArticles)), await ChangedAtAsync(cancellationToken));
    }

    private async ValueTask<Document?> BuildArticlesAsync(int number, CancellationToken cancellationToken)
    {
        var articles = await ReadAsync(null, (number - 1L) * MaxArticles, MaxArticles, cancellationToken);
        return articles.Count == 0 ? null : Of(SitemapWriter.Articles(Shown(articles)), await ChangedAtAsync(cancellationToken));
    }

    private async ValueTask<Document?> BuildNewsAsync(int number, CancellationToken cancellationToken)
    {
        var articles = await ReadAsync(NewsSince, (number - 1L) * MaxNews, MaxNews, cancellationToken);
        return articles.Count == 0
            ? null
            : Of(SitemapWriter.NewsArticles(site.Title, Shown(articles)), await ChangedAtAsync(cancellationToken));
    }

    private async ValueTask<IReadOnlyList<ListedAddress>> ReadAsync(
        DateTimeOffset? since, long skip, int limit, CancellationToken cancellationToken)
    {
        List<ListedAddress> found = [];
        while (found.Count < limit)
        {
            var count = Math.Min(AtOnce, limit - found.Count);
            var next = await reader.ReadAsync(
                snapshot => found is [.., var last]
                    ? snapshot.ListAddressesAfterAsync(last, count, cancellationToken)
                    : snapshot.ListAddressesAsync(since, skip, count, cancellationToken),
                cancellationToken);
            found.AddRange(next);
            if (next.Count < count) break;
        }

        return found;
    }

    private IEnumerable<(string Address, ListedAddress Article)> Shown(IEnumerable<ListedAddress> articles) =>
        articles.Where(article => !article.IsElsewhere).Select(article => (links.ArticleAt(article.Path), article));

    private ValueTask<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State.ChangedAt), cancellationToken);

    private static Document Of(byte[] bytes, DateTimeOffset changed) => new(ContentType, bytes, changed)
    {
        CacheControl = CachePolicy.Fresh,
        IsOneOfMany = true,
        Tags = [SurrogateKeys.Articles, SurrogateKeys.Digests],
    };

    private static int PartsOf(long count, int most) => (int)((count + most - 1) / most);

    private static string NameOf(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}.xml");

    private static int? NumberOf(string part, string prefix) =>
        part.StartsWith(prefix, StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal)
        && int.TryParse(part.AsSpan()[prefix.Length..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 && NameOf(prefix, number) == part
            ? number
            : null;
}
