using System.Text;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>A form of one article by itself.</summary>
/// <param name="Extension">What its address ends in.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Bodies">The bodies that it needs.</param>
/// <param name="Write">Writes an article at an address.</param>
internal sealed record ArticleForm(string Extension, string ContentType, ArticleBodies Bodies, Func<Article, string, string> Write)
{
    /// <summary>All forms.</summary>
    public static IReadOnlyList<ArticleForm> All { get; } =
    [
        new("md", ArticleTexts.MarkdownType, ArticleBodies.Html | ArticleBodies.Markdown, ArticleTexts.Markdown),
        new("html", "text/html; charset=utf-8", ArticleBodies.Html, ArticleTexts.Html),
        new("txt", "text/plain; charset=utf-8", ArticleBodies.Text, ArticleTexts.Plain),
    ];
}

/// <summary>Handles requests for one article as a text. An id that ends like a form is found all the same.</summary>
internal sealed class ArticleForms(IArticleReader reader, DocumentCache cache, SiteLinks links, SingleArticle articles)
{
    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, string id, ArticleForm form)
    {
        var whole = $"{id}.{form.Extension}";
        if (await reader.ReadAsync(
            snapshot => snapshot.FindAsync(whole, ArticleBodies.None, context.RequestAborted), context.RequestAborted) is not null)
        {
            return await articles.AnswerAsync(context, whole);
        }

        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, [ScriptParser.Name]) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        var shown = new ArticleQuery();
        var given = query.SelectMany(each => each.Value.Select(value => (each.Key, Value: value ?? "")))
            .ToLookup(each => each.Key, each => each.Value, StringComparer.Ordinal);
        if (ScriptParser.Read(given, ref shown) is { } fault) return HttpProblem.BadParameter(fault.Parameter, fault.Detail, fault.Nearest);
        var document = await cache.GetOrBuildAsync(
            $"api article {form.Extension} {ScriptParser.ValueOf(shown)} {id}",
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, id, form, shown, token), token),
            context.RequestAborted);
        return document is not null ? new DocumentResult(document) : await articles.AnswerAsync(context, whole, id);
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, string id, ArticleForm form, ArticleQuery shown, CancellationToken cancellationToken)
    {
        if (await snapshot.FindAsync(id, form.Bodies, cancellationToken) is not { } article) return null;
        var url = links.Article(article);
        return new Document(
            form.ContentType, Encoding.UTF8.GetBytes(form.Write(HanArticles.In(article, shown.Script), url)), snapshot.State.ChangedAt)
        {
            CacheControl = CachePolicy.Brief,
            Link = $"<{url}>; rel=\"canonical\"",
            IsOneOfMany = true,
            Tags = [SurrogateKeys.Article(id)],
        };
    }
}
