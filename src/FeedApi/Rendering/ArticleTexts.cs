using System.Globalization;
using System.Net;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>Writes a whole article as one text: Markdown, HTML or plain text, each with title, date, authors and address.</summary>
internal static class ArticleTexts
{
    /// <summary>The media type of Markdown (RFC 7763).</summary>
    public const string MarkdownType = "text/markdown; charset=utf-8";

    /// <summary>As Markdown; the body as written, or for a post written in HTML the HTML, which Markdown allows.</summary>
    /// <param name="article">The article, with its HTML and Markdown.</param>
    /// <param name="url">Its address.</param>
    public static string Markdown(Article article, string url)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# {Line(article.Title)}\n\n{Line(Byline(article))}  \n<{url}>\n\n");
        foreach (var notice in ArticleNotices.Of(article)) text.Append(CultureInfo.InvariantCulture, $"**{Line(notice)}**\n\n");
        return text.Append((article.Markdown ?? article.Html).Trim()).Append('\n').ToString();
    }

    /// <summary>As a page of HTML without anything around it.</summary>
    /// <param name="article">The article, with its HTML.</param>
    /// <param name="url">Its address.</param>
    public static string Html(Article article, string url)
    {
        var (title, language) = (WebUtility.HtmlEncode(article.Title), WebUtility.HtmlEncode(article.Language));
        return $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{title}</title>"
            + $"<link rel=\"canonical\" href=\"{WebUtility.HtmlEncode(url)}\"></head>\n<body>\n<h1>{title}</h1>\n"
            + $"<p>{WebUtility.HtmlEncode(Byline(article))}</p>\n{ArticleNotices.BeforeHtml(article, article.Html)}\n</body>\n</html>\n";
    }

    /// <summary>As plain text.</summary>
    /// <param name="article">The article, with its text.</param>
    /// <param name="url">Its address.</param>
    public static string Plain(Article article, string url) =>
        $"{article.Title}\n{Byline(article)}\n{url}\n\n{ArticleNotices.BeforeText(article, article.Text).Trim()}\n";

    /// <summary>A list of articles as Markdown.</summary>
    /// <param name="title">What it lists.</param>
    /// <param name="articles">The articles, each with its address.</param>
    /// <param name="older">The address of the next page; null on the last one.</param>
    public static string List(string title, IEnumerable<(Article Article, string Url)> articles, string? older)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {Line(title)}\n\n");
        foreach (var (article, url) in articles)
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{Line(article.Title)}]({url}), {DateOf(article)}\n");
            if (article.Summary.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  {Line(article.Summary)}\n");
        }

        if (older is not null) text.Append(CultureInfo.InvariantCulture, $"\n[Older]({older})\n");
        return text.ToString();
    }

    private static string Byline(Article article) => string.Join(
        " · ",
        new[]
        {
            DateOf(article), string.Join(", ", article.Authors.Select(author => author.Name)),
            string.Join(", ", article.Categories.Select(category => category.Name)),
        }.Where(part => part.Length > 0));

    private static string DateOf(Article article) => article.Published.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    // What would be markup in a line of Markdown.
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '#') line.Append('\\');
            line.Append(letter);
        }

        return line.ToString();
    }
}
