using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Addresses;

/// <summary>Builds the absolute URLs of everything that is published. Non-ASCII is percent-encoded (RFC 3987, section 3.1).</summary>
public sealed class SiteLinks(SiteConfig site)
{
    private readonly AddressResolver fromRoot = new(site, site.Url + site.BaseUrl + "/");

    /// <summary>The site's home page.</summary>
    public string Home => site.Url + site.BaseUrl + "/";

    /// <summary>The permalink of an article.</summary>
    public string Article(Article article) => ArticleAt(article.Path);

    /// <summary>The permalink of the article at a percent-decoded path.</summary>
    public string ArticleAt(string path) => ArticleAddresses.Of(site, path);

    /// <summary>The URL of a path on this server (feeds, API, pages), given percent-encoded and beginning with a slash.</summary>
    public string Public(string encodedPath) => site.PublicUrl + encodedPath;

    /// <summary>Resolves a URL of front matter or <c>_config.yml</c>; null when it is invalid or neither http nor https.</summary>
    public string? FromRoot(string address) =>
        fromRoot.ResolveFromRoot(address) is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null;

    /// <summary>The page of a term.</summary>
    public string Term(TermKind kind, string slug) => Public(TermPath(kind, slug));

    /// <summary>A term's feed; <paramref name="format"/> is <c>rss</c>, <c>atom</c> or <c>json</c>.</summary>
    public string TermFeed(TermKind kind, string slug, string format) => Public($"{TermPath(kind, slug)}/feed.{format}");

    /// <summary>The main feed; <paramref name="format"/> is <c>rss</c>, <c>atom</c> or <c>json</c>.</summary>
    public string MainFeed(string format) => Public($"/feed.{format}");

    /// <summary>The path of a term's page on this server, percent-encoded.</summary>
    public static string TermPath(TermKind kind, string slug) => $"/{Collection(kind)}/{Uri.EscapeDataString(slug)}";

    /// <summary>The path segment of a kind of term: <c>categories</c>, <c>tags</c> or <c>authors</c>.</summary>
    public static string Collection(TermKind kind) => kind switch
    {
        TermKind.Category => "categories",
        TermKind.Tag => "tags",
        _ => "authors",
    };

    /// <summary>Percent-encodes each segment of a decoded path; slashes are kept.</summary>
    public static string Encode(string path) => UriText.EncodePath(path);
}
