using System.Net;
using System.Text;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Digests;

/// <summary>Makes the entry of a period: an article that lists those of the period.</summary>
internal static class DigestEntry
{
    // Beyond this, titles alone: an entry of a thousand summaries is not read.
    private const int MaxWithSummaries = 50;

    /// <summary>The entry.</summary>
    /// <param name="period">A period that has ended.</param>
    /// <param name="articles">Its articles, the latest first; at least one.</param>
    /// <param name="feed">The digest.</param>
    /// <param name="texts">The words of its language.</param>
    /// <param name="site">The site.</param>
    public static Article Of(
        DigestPeriod period, IReadOnlyList<Article> articles, FeedDefinition feed, DigestTexts texts, SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var changed = articles.Max(article => article.Changed);
        return new Article
        {
            Id = period.Key,
            Guid = $"{feed.Id}&period={period.Key}",
            SourcePath = "",
            Path = Routes.DigestOf(period.Key),
            Title = texts.TitleOf(period, articles.Count),
            Summary = Summary.Cut(texts.Join(articles.Select(article => article.Title))),
            Html = HtmlOf(articles, feed.Language, site),
            Language = feed.Language,
            Published = period.End,
            Updated = changed > period.End ? TimeZoneInfo.ConvertTime(changed, site.TimeZone) : period.End,
            WordCount = 0,
        };
    }

    private static string HtmlOf(IReadOnlyList<Article> articles, string language, SiteConfig site)
    {
        var html = new StringBuilder("<ul>\n");
        foreach (var article in articles)
        {
            var lang = string.Equals(article.Language, language, StringComparison.OrdinalIgnoreCase)
                ? ""
                : $" lang=\"{WebUtility.HtmlEncode(article.Language)}\"";
            var address = WebUtility.HtmlEncode(ArticleAddresses.Of(site, article.Path));
            var shownAt = DigestTexts.TimeOf(TimeZoneInfo.ConvertTime(DigestArticles.FirstPublicOf(article), site.TimeZone));
            html.Append("<li").Append(lang).Append("><p>").Append(shownAt).Append(" <a href=\"").Append(address).Append("\">")
                .Append(WebUtility.HtmlEncode(article.Title)).Append("</a></p>");
            foreach (var notice in ArticleNotices.Of(article))
                html.Append("<p><strong>").Append(WebUtility.HtmlEncode(notice)).Append("</strong></p>");
            if (articles.Count <= MaxWithSummaries && article.Summary.Length > 0)
                html.Append("<p>").Append(WebUtility.HtmlEncode(article.Summary)).Append("</p>");
            html.Append("</li>\n");
        }

        return html.Append("</ul>\n").ToString();
    }
}
