using FeedApi.Model;

namespace FeedApi.Site.Addresses;

/// <summary>The program's own addresses as route patterns below the site's base path. Endpoints are mapped at these only.</summary>
internal static class Routes
{
    /// <summary>The home page.</summary>
    public const string Home = "/";

    /// <summary>The style sheet of the pages.</summary>
    public const string StyleSheet = "/style.css";

    /// <summary>What the addresses of files made of articles begin with.</summary>
    public const string DerivedFiles = "/files/derived/";

    /// <summary>A file made of an article.</summary>
    public const string DerivedFile = DerivedFiles + "{name}";

    /// <summary>Every address without another route: articles, their files, and former addresses.</summary>
    public const string AnyOther = "/{**path}";

    /// <summary>The main feed in a negotiated format.</summary>
    public const string Feed = "/feed";

    /// <summary>The list of all feeds (OPML).</summary>
    public const string Opml = "/opml.xml";

    /// <summary>The list of articles.</summary>
    public const string Articles = "/api/v1/articles";

    /// <summary>One article.</summary>
    public const string Article = "/api/v1/articles/{id}";

    /// <summary>A list of articles in another form: <c>csv</c> or <c>ndjson</c>.</summary>
    public static string ArticlesIn(string extension) => $"{Articles}.{extension}";

    /// <summary>One article as a text: <c>md</c>, <c>html</c> or <c>txt</c>.</summary>
    public static string ArticleIn(string extension) => $"{Article}.{extension}";

    /// <summary>Articles related to one.</summary>
    public const string RelatedArticles = "/api/v1/articles/{id}/related";

    /// <summary>The changes of articles since a token.</summary>
    public const string Changes = "/api/v1/changes";

    /// <summary>The changes of articles as they happen (server-sent events).</summary>
    public const string Events = "/api/v1/events";

    /// <summary>The page of a kind of error.</summary>
    public const string ProblemType = "/problems/{code}";

    /// <summary>The page of a period of a digest.</summary>
    public const string Digest = "/digest/{period}";

    /// <summary>The page of one period.</summary>
    /// <param name="period">Its name, such as <c>2026-12-01</c>.</param>
    public static string DigestOf(string period) => "/digest/" + period;

    /// <summary>The page of searches.</summary>
    public const string Search = "/search";

    /// <summary>The index of the sitemap.</summary>
    public const string Sitemap = "/sitemap.xml";

    /// <summary>A part of the sitemap.</summary>
    public const string SitemapPart = "/sitemap/{part}";

    /// <summary>What crawlers may read.</summary>
    public const string Robots = "/robots.txt";

    /// <summary>The icon of the site, where it has none of its own.</summary>
    public const string Icon = "/icon.svg";

    /// <summary>The icon where browsers look for it.</summary>
    public const string Favicon = "/favicon.ico";

    /// <summary>The manifest of the site (W3C, Web Application Manifest).</summary>
    public const string WebManifest = "/manifest.webmanifest";

    /// <summary>A part of the sitemap.</summary>
    /// <param name="name">Its name, such as <c>pages.xml</c>.</param>
    public static string SitemapPartOf(string name) => "/sitemap/" + name;

    /// <summary>Tools for language models (Model Context Protocol).</summary>
    public const string Mcp = "/mcp";

    /// <summary>The description of the site.</summary>
    public const string Site = "/api/v1/site";

    /// <summary>Problems of posts; on the management listener.</summary>
    public const string Problems = "/api/v1/problems";

    /// <summary>Why a post is published or not; on the management listener.</summary>
    public const string Explain = "/api/v1/explain";

    /// <summary>Withdraws an article, or undoes that; on the management listener.</summary>
    public const string Withdrawal = "/api/v1/withdraw/{id}";

    /// <summary>Statistics of feed readers; on the management listener.</summary>
    public const string Readers = "/api/v1/readers";

    /// <summary>The API catalog (RFC 9727).</summary>
    public const string ApiCatalog = "/.well-known/api-catalog";

    /// <summary>The API's description as JSON.</summary>
    public const string OpenApiJson = "/openapi.json";

    /// <summary>The API's description as YAML.</summary>
    public const string OpenApiYaml = "/openapi.yaml";

    /// <summary>Swagger UI.</summary>
    public const string Docs = "/docs";

    /// <summary>Swagger UI and what makes it accessible. Every other address below <c>/docs/</c> may be an article's.</summary>
    public static IReadOnlyList<string> DocsFiles { get; } =
    [
        "/docs/index.html", "/docs/index.css", "/docs/index.js", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js",
        "/docs/swagger-ui-standalone-preset.js", "/docs/favicon-16x16.png", "/docs/favicon-32x32.png", "/docs/oauth2-redirect.html",
        "/docs/oauth2-redirect.js", "/docs/accessibility.css", "/docs/accessibility.js",
    ];

    /// <summary>Liveness.</summary>
    public const string Live = "/health/live";

    /// <summary>Readiness.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Metrics for Prometheus; on the management listener.</summary>
    public const string Metrics = "/metrics";

    /// <summary>The page of a kind of error.</summary>
    public static string ProblemTypeOf(string code) => "/problems/" + code;

    /// <summary>The main feed in one format.</summary>
    public static string FeedIn(FeedFormat format) => $"{Feed}.{format.Name}";

    /// <summary>The page that lists the terms of a kind.</summary>
    public static string TermList(TermKind kind) => $"/{SiteLinks.Collection(kind)}";

    /// <summary>The page of a term.</summary>
    public static string Term(TermKind kind) => $"{TermList(kind)}/{{slug}}";

    /// <summary>The feed of a term in a negotiated format.</summary>
    public static string TermFeed(TermKind kind) => $"{Term(kind)}/feed";

    /// <summary>The feed of a term in one format.</summary>
    public static string TermFeedIn(TermKind kind, FeedFormat format) => $"{TermFeed(kind)}.{format.Name}";

    /// <summary>The terms of a kind in the API.</summary>
    public static string ApiTermList(TermKind kind) => $"/api/v1/{SiteLinks.Collection(kind)}";

    /// <summary>A term in the API.</summary>
    public static string ApiTerm(TermKind kind) => $"{ApiTermList(kind)}/{{slug}}";
}
