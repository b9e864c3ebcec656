using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Addresses;

/// <summary>All addresses of the program with their kind of request: limits, metrics and permalinks use this table.</summary>
internal static class AddressTable
{
    private static readonly TermKind[] Kinds = Enum.GetValues<TermKind>();

    /// <summary>
    /// The patterns of endpoints that give way to what the site itself has there: articles, their former addresses, and files. They are
    /// among those of <see cref="Own"/>, which is filled after them.
    /// </summary>
    public static IReadOnlyList<string> GivingWay { get; } =
    [
        Routes.ProblemType, Routes.Digest, Routes.Sitemap, Routes.SitemapPart, Routes.Robots, Routes.Icon, Routes.Favicon,
        Routes.WebManifest,
    ];

    /// <summary>The patterns of the program's own endpoints, except <see cref="Routes.AnyOther"/>.</summary>
    public static IReadOnlyDictionary<string, RequestKind> Own { get; } = OwnRoutes().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Patterns without an endpoint that no article may use: addresses that the public contract reserves, and neighbours of the
    /// program's own.
    /// </summary>
    public static IReadOnlyList<string> Reserved { get; } =
    [
        "/api/v1/{**rest}", "/.well-known/{**rest}", "/health", "/hub", Routes.Mcp,
        .. Kinds.Select(kind => $"{Routes.Term(kind)}/feed.{{format}}"),
    ];

    private static IEnumerable<KeyValuePair<string, RequestKind>> OwnRoutes()
    {
        string[] pages =
        [
            Routes.Home, Routes.Search, Routes.StyleSheet, Routes.DerivedFile, Routes.Metrics, .. GivingWay,
            .. Kinds.Select(Routes.TermList), .. Kinds.Select(Routes.Term),
        ];
        string[] feeds =
        [
            Routes.Feed, .. FeedFormat.All.Select(Routes.FeedIn), .. Kinds.Select(Routes.TermFeed),
            .. Kinds.SelectMany(kind => FeedFormat.All.Select(format => Routes.TermFeedIn(kind, format))),
        ];
        string[] api =
        [
            Routes.Articles, Routes.Article, Routes.RelatedArticles, Routes.Changes, Routes.Events, Routes.Site, Routes.Problems,
            Routes.ArticlesIn("csv"), Routes.ArticlesIn("ndjson"),
            Routes.ArticleIn("md"), Routes.ArticleIn("html"), Routes.ArticleIn("txt"),
            Routes.Explain, Routes.Readers, Routes.Withdrawal,
            .. Kinds.Select(Routes.ApiTermList), .. Kinds.Select(Routes.ApiTerm),
        ];
        string[] documentation = [Routes.OpenApiJson, Routes.OpenApiYaml, Routes.Docs, .. Routes.DocsFiles, Routes.ApiCatalog];
        return
        [
            .. Of(RequestKind.Page, pages), .. Of(RequestKind.Feed, feeds),
            .. Of(RequestKind.Opml, Routes.Opml), .. Of(RequestKind.Api, api),
            .. Of(RequestKind.Documentation, documentation), .. Of(RequestKind.Health, Routes.Live, Routes.Ready),
        ];
    }

    private static IEnumerable<KeyValuePair<string, RequestKind>> Of(RequestKind kind, params string[] patterns) =>
        patterns.Select(pattern => KeyValuePair.Create(pattern, kind));
}
