using System.ComponentModel;
using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site.Addresses;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace FeedApi.Api.Mcp;

/// <summary>What a language model can ask: the queries of the API, with answers as Markdown.</summary>
[McpServerToolType]
internal sealed class ArticleTools(ArticleQueryParser queries, IArticleReader reader, SiteLinks links)
{
    private const int MaxTerms = 100;

    /// <summary>Articles that match words and filters, the newest first.</summary>
    [McpServerTool(Name = "search_articles", ReadOnly = true), Description("Finds articles by words and filters, the newest first.")]
    public async Task<string> SearchAsync(
        [Description("Words that the articles have; \"a phrase\" in quotes, -word excludes. May be empty.")] string query = "",
        [Description("The slug of a category.")] string? category = null,
        [Description("Published on or after this day.")] string? from = null,
        [Description("Published until the end of this day.")] string? to = null,
        [Description("How many, 1 to 100.")] int limit = 20,
        CancellationToken cancellationToken = default)
    {
        var selected = await ParseAsync(
            [("q", query), ("category", category), ("from", from), ("to", to), ("limit", TextOf(limit))], cancellationToken);
        return await ListAsync(selected, query.Length > 0 ? $"Articles with {query}" : "Articles", cancellationToken);
    }

    /// <summary>One article in full.</summary>
    [McpServerTool(Name = "read_article", ReadOnly = true), Description("Reads one article in full, as Markdown.")]
    public async Task<string> ReadAsync(
        [Description("The article's id, as in the lists.")] string id, CancellationToken cancellationToken = default)
    {
        var article = await reader.ReadAsync(
            snapshot => snapshot.FindAsync(id, ArticleBodies.Html | ArticleBodies.Markdown, cancellationToken), cancellationToken);
        return article is not null
            ? ArticleTexts.Markdown(article, links.Article(article))
            : throw new McpException($"There is no article \"{MessageText.Shorten(id)}\"; search_articles finds ids.");
    }

    /// <summary>The categories, tags or authors.</summary>
    [McpServerTool(Name = "list_terms", ReadOnly = true)]
    [Description("Lists categories, tags or authors with the number of their articles.")]
    public async Task<string> ListTermsAsync(
        [Description("categories, tags or authors.")] string kind = "categories",
        [Description("Only those whose name has this text or pinyin.")] string search = "",
        CancellationToken cancellationToken = default)
    {
        var wanted = Enum.GetValues<TermKind>().Where(each => SiteLinks.Collection(each) == kind).ToArray();
        if (wanted is not [var only]) throw new McpException("kind must be categories, tags or authors.");
        var terms = await reader.ReadAsync(snapshot => snapshot.ListTermsAsync(only, cancellationToken), cancellationToken);
        var found = search.Length > 0 ? TermFinder.Find(terms, search) : [.. terms.OrderByDescending(term => term.Count)];
        return string.Concat(found.Take(MaxTerms).Select(
            term => string.Create(CultureInfo.InvariantCulture, $"- {term.Slug}: {term.Name}, {term.Count} articles\n")));
    }

    /// <summary>The articles whose content changed last.</summary>
    [McpServerTool(Name = "whats_new", ReadOnly = true), Description("Lists articles that are new or have changed, the latest first.")]
    public async Task<string> WhatsNewAsync(
        [Description("Only changes at or after this day or instant.")] string? since = null,
        [Description("The slug of a category.")] string? category = null,
        [Description("How many, 1 to 100.")] int limit = 20,
        CancellationToken cancellationToken = default)
    {
        var selected = await ParseAsync(
            [("updated_since", since), ("category", category), ("limit", TextOf(limit)), ("sort", "-changed")], cancellationToken);
        return await ListAsync(selected, "What is new", cancellationToken);
    }

    private async Task<ArticleQuery> ParseAsync((string Name, string? Value)[] given, CancellationToken cancellationToken)
    {
        var parameters = given.Where(each => !string.IsNullOrWhiteSpace(each.Value))
            .Select(each => KeyValuePair.Create(each.Name, each.Value!));
        var parsed = await queries.ParseAsync(parameters, cancellationToken);
        return parsed.Query ?? throw new McpException(parsed.Fault!.Detail);
    }

    private async Task<string> ListAsync(ArticleQuery query, string title, CancellationToken cancellationToken)
    {
        var page = await reader.ReadAsync(ReadCosts.Of(query), snapshot => snapshot.ListAsync(query, cancellationToken), cancellationToken);
        var text = ArticleTexts.List(title, page.Articles.Select(article => (article, links.Article(article))), older: null);
        return text + string.Concat(page.Articles.Select((article, at) => $"{(at == 0 ? "\nIds: " : ", ")}{article.Id}"));
    }

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
