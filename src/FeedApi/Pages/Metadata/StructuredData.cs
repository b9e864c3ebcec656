using System.Text.Json.Nodes;
using FeedApi.Feeds.Entries;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Metadata;

/// <summary>Describes pages for search engines in the vocabulary of schema.org, as JSON-LD.</summary>
/// <remarks>
/// The properties are those that Google's documentation of Article and BreadcrumbList asks for. The text stands in a
/// <c>script</c> element: the characters that could end it are escaped.
/// </remarks>
internal sealed class StructuredData(SiteConfig site, SiteLinks links, PageLinks pageLinks)
{
    /// <summary>The page of an article: what it is, and where in the site.</summary>
    public string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var page = links.Article(article);
        var crumbs = article.Categories is [var category, ..]
            ? Crumbs([(site.Title, pageLinks.Home), (category.Name, links.Term(TermKind.Category, category.Slug)), (article.Title, page)])
            : Crumbs([(site.Title, pageLinks.Home), (article.Title, page)]);
        return Write([ArticleAt(page, article), crumbs]);
    }

    /// <summary>The page of a term: its place in the site.</summary>
    /// <param name="kind">The kind of term.</param>
    /// <param name="heading">The name of the kind, in the language of the site.</param>
    /// <param name="term">The term.</param>
    public string Of(TermKind kind, string heading, TermSummary term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Write(
            [Crumbs([(site.Title, pageLinks.Home), (heading, pageLinks.TermList(kind)), (term.Name, links.Term(kind, term.Slug))])]);
    }

    /// <summary>The home page: the site, and who publishes it.</summary>
    public string OfSite() => Write(
    [
        new JsonObject
        {
            ["@type"] = "WebSite",
            ["@id"] = pageLinks.Home + "#site",
            ["name"] = site.Title,
            ["description"] = site.Description,
            ["url"] = pageLinks.Home,
            ["inLanguage"] = site.Language,
            ["publisher"] = Publisher(),
        },
    ]);

    private JsonObject ArticleAt(string page, Article article)
    {
        var data = new JsonObject
        {
            ["@type"] = "NewsArticle",
            ["@id"] = page + "#article",
            ["mainEntityOfPage"] = page,
            ["headline"] = article.Title,
            ["datePublished"] = FeedDate.Rfc3339(article.Published),
            ["dateModified"] = FeedDate.Rfc3339(article.Updated),
            ["inLanguage"] = article.Language,
            ["wordCount"] = article.WordCount,
            ["publisher"] = Publisher(),
            ["author"] = article.Authors.Count > 0 ? Array(article.Authors.Select(Person)) : Publisher(),
        };
        if (article.Summary.Length > 0) data["description"] = article.Summary;
        if (article.Image is { } image) data["image"] = Array([image.Url]);
        if (article.Categories.Count > 0) data["articleSection"] = Array(article.Categories.Select(term => JsonValue.Create(term.Name)));
        if (article.Tags.Count > 0) data["keywords"] = Array(article.Tags.Select(term => JsonValue.Create(term.Name)));
        if (article.Correction is { } correction) data["correction"] = correction.Text;
        return data;
    }

    private JsonObject Person(Term author) => new()
    {
        ["@type"] = "Person",
        ["name"] = author.Name,
        ["url"] = links.Term(TermKind.Author, author.Slug),
    };

    private JsonObject Publisher()
    {
        var publisher = new JsonObject { ["@type"] = "Organization", ["name"] = site.Title, ["url"] = pageLinks.Home };
        if ((site.Logo ?? site.Icon) is { } logo && links.FromRoot(logo) is { } address) publisher["logo"] = address;
        return publisher;
    }

    private static JsonObject Crumbs(IReadOnlyList<(string Name, string Address)> way) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = Array(way.Select((step, index) => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = index + 1,
            ["name"] = step.Name,
            ["item"] = step.Address,
        })),
    };

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    private static string Write(IEnumerable<JsonNode?> graph) =>
        MetadataJson.Write(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = Array(graph) });
}
