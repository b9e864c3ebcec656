using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Catalog;
using FeedApi.Commands.Offline;
using FeedApi.Feeds.History;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Commands.Export.Planning;

/// <summary>
/// Divides lists into static parts: the first document as the server has it, and behind it pages of <see cref="PageLength"/> articles that
/// are counted from the oldest one, so that a new article changes only the first document and the newest page.
/// </summary>
internal sealed class StaticLists(OfflineServer server)
{
    private const int PageLength = 50;

    private readonly byte[] cursorKey = Cursor.KeyOf(server.Site);
    private readonly FeedParts feedParts = server.Get<FeedParts>();
    private readonly IArticleReader reader = server.Get<IArticleReader>();

    /// <summary>All articles of a selection, the newest first.</summary>
    public async Task<ListedArticle[]> ReadAsync(ArticleQuery query, CancellationToken cancellationToken) =>
        (await ReadBothAsync(query, cancellationToken)).All;

    /// <summary>All articles of a selection, and those of them that are in feeds, the newest first.</summary>
    public async Task<(ListedArticle[] All, ListedArticle[] InFeeds)> ReadBothAsync(
        ArticleQuery query, CancellationToken cancellationToken)
    {
        var (all, hidden) = (new List<ListedArticle>(), new HashSet<string>(StringComparer.Ordinal));
        for (var asked = query with { Limit = ArticleQuery.MaxLimit }; ;)
        {
            var here = asked;
            var page = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.ListAsync(here, cancellationToken), cancellationToken);
            all.AddRange(page.Articles.Select(article => new ListedArticle(article.Id, article.Published.ToUnixTimeSeconds())));
            hidden.UnionWith(page.Articles.Where(article => !article.IsInFeeds).Select(article => article.Id));
            if (page.Next is not { } next) break;
            asked = asked with { Position = next };
        }

        ListedArticle[] articles = [.. all];
        return (articles, hidden.Count == 0 ? articles : [.. all.Where(article => !hidden.Contains(article.Id))]);
    }

    /// <summary>A list in pages.</summary>
    /// <param name="source">The server's path, with the query that selects the list if it has one.</param>
    /// <param name="first">The static path of its first document.</param>
    /// <param name="pathOf">The static path of a page by its number.</param>
    /// <param name="query">The selection.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="shown">Number of articles in the first document.</param>
    public StaticList InPages(
        string source, string first, Func<int, string> pathOf, ArticleQuery query, ListedArticle[] articles, int shown)
    {
        var scope = CanonicalQuery.ScopeOf(query);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        List<ListPart> parts = [new ListPart(first, source, null, [])];
        var count = (Math.Max(0, articles.Length - shown) + PageLength - 1) / PageLength;
        for (var number = count; number >= 1; number--)
        {
            var end = articles.Length - ((number - 1) * PageLength);
            var start = Math.Max(shown, end - PageLength);
            var page = new ArraySegment<ListedArticle>(articles, start, end - start);
            var (cursor, path) = (CursorAt(articles[start - 1], isBackward: false), pathOf(number));
            links[cursor] = path;
            links[CursorAt(page[0], isBackward: true)] = number == count ? first : pathOf(number + 1);
            var asked = string.Create(CultureInfo.InvariantCulture, $"limit={page.Count}&cursor={cursor}");
            var made = $"{page[0].Id} {page[^1].Id} {(number == count ? "newest" : "")}";
            parts.Add(new ListPart(path, With(source, asked), made, page));
        }

        return new StaticList(parts, [new ListAddress(AddressOf(source), first, QueryOf(source), links)]);

        string CursorAt(ListedArticle article, bool isBackward) =>
            Cursor.Write(new CursorPosition(article.Published, article.Id, isBackward), scope, cursorKey);
    }

    /// <summary>A feed in its archives.</summary>
    /// <param name="source">The server's path, with the query that sets its length if it has one.</param>
    /// <param name="first">The static path of its subscription document.</param>
    /// <param name="pathOf">The static path of an archive by its name.</param>
    /// <param name="term">The term; null for the site.</param>
    /// <param name="query">The selection.</param>
    /// <param name="articles">Its articles that are in feeds.</param>
    /// <param name="shown">Number of articles in the subscription document.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<StaticList> InArchivesAsync(
        string source, string first, Func<string, string> pathOf, ChangedTerm? term, ArticleQuery query,
        ListedArticle[] articles, int shown, CancellationToken cancellationToken)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        List<ListPart> parts = [new ListPart(first, source, null, [])];
        if (articles.Length > shown)
        {
            // Its content depends on the length of the subscription document.
            var open = pathOf(source.Contains('?', StringComparison.Ordinal) ? $"open-{shown}" : "open");
            Add(open, feedParts.ArchiveParameter(null, query), null, []);
            foreach (var range in await ListArchivesAsync(term, cancellationToken))
            {
                var ids = Within(articles, range);
                var made = $"{NameOf(range.After)} {NameOf(range.Next)} {ids.Count}";
                Add(pathOf(NameOf(range.Until)), feedParts.ArchiveParameter(range.Until, query), made, ids);
            }
        }

        return new StaticList(parts, AddressesOf(source, first, links));

        void Add(string path, string parameter, string? made, ArraySegment<ListedArticle> ids)
        {
            links[parameter[(parameter.IndexOf('=', StringComparison.Ordinal) + 1)..]] = path;
            parts.Add(new ListPart(path, With(made is null ? source : PathOf(source), parameter), made, ids));
        }
    }

    // Archives name the same in the other formats. JSON Feed has pages instead, so there it is the feed.
    private List<ListAddress> AddressesOf(string source, string first, Dictionary<string, string> links)
    {
        var path = PathOf(source);
        var feed = path[..path.LastIndexOf('.')];
        return
        [
            .. FeedFormat.All.Select(format => $"{feed}.{format.Name}" is var other && other == path
                ? new ListAddress(AddressOf(source), first, QueryOf(source), links)
                : new ListAddress(AddressOf(other), other, QueryOf(source), links.ToDictionary(
                    link => link.Key,
                    link => format == FeedFormat.Json ? other : link.Value[..link.Value.LastIndexOf('.')] + "." + format.Name))),
        ];
    }

    private async Task<List<ArchiveRange>> ListArchivesAsync(ChangedTerm? term, CancellationToken cancellationToken)
    {
        List<ArchiveRange> archives = [];
        ArchiveEdge? edge = null;
        do
        {
            var until = edge;
            var range = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.FindArchiveAsync(term, until, cancellationToken), cancellationToken);
            if (range.Until is not null) archives.Add(range);
            edge = range.After;
        }
        while (edge is not null);
        return archives;
    }

    // The newest first.
    private static ArraySegment<ListedArticle> Within(ListedArticle[] articles, ArchiveRange range)
    {
        var start = range.Until is { } until ? Array.FindIndex(articles, article => Compare(article, until) <= 0) : 0;
        if (start < 0) return [];
        var end = range.After is { } after ? Array.FindIndex(articles, start, article => Compare(article, after) <= 0) : -1;
        return new ArraySegment<ListedArticle>(articles, start, (end < 0 ? articles.Length : end) - start);
    }

    private static int Compare(ListedArticle article, ArchiveEdge edge) => article.Published != edge.Published
        ? article.Published.CompareTo(edge.Published)
        : string.CompareOrdinal(article.Id, edge.Id);

    // The edges of archives do not move, so neither do their names.
    private static string NameOf(ArchiveEdge? edge) => edge is null
        ? "-"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{edge.Published} {edge.Id}"))).AsSpan(0, 6));

    private string AddressOf(string source) => server.Site.PublicUrl + PathOf(source);

    private static string PathOf(string source) => source.Split('?')[0];

    private static string QueryOf(string source) => source[PathOf(source).Length..].TrimStart('?');

    private static string With(string source, string parameter) =>
        source + (source.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;
}
