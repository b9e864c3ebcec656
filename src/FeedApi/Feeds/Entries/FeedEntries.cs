using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FeedApi.Feeds.Podcasts;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering;
using FeedApi.Rendering.Media;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Entries;

/// <summary>Turns articles into the entries of a feed.</summary>
internal sealed partial class FeedEntries(SiteLinks links)
{
    private const string UnknownMediaType = "application/octet-stream";

    private readonly Episodes episodes = new(links);

    /// <summary>The entries in the articles' order, each guid once (RFC 4287, section 4.1.1).</summary>
    internal IReadOnlyList<FeedEntry> Of(FeedDefinition feed, IReadOnlyList<Article> articles) =>
        articles.DistinctBy(article => article.Guid, StringComparer.Ordinal).Select(article => EntryOf(feed, article)).ToList();

    /// <summary>The latest change of the entries; null when there are none. It never depends on the clock.</summary>
    internal static DateTimeOffset? UpdatedOf(IReadOnlyList<FeedEntry> entries) =>
        entries.Count == 0 ? null : entries.Max(entry => entry.Updated);

    /// <summary>True when one of the entries has audio or video, so that readers of podcasts read the feed.</summary>
    internal static bool CanBePlayed(IReadOnlyList<FeedEntry> entries) =>
        entries.Any(entry => entry.Enclosures.Any(enclosure => enclosure.IsAudio || enclosure.IsVideo));

    /// <summary>An author of a feed or an entry; an invalid address or email address is left out.</summary>
    internal static EntryAuthor AuthorOf(string name, string? url, string? email) =>
        new(Line(name), WebAddress.Parse(url), email is not null && AddrSpec().IsMatch(email) ? email : null);

    /// <summary>The text without characters that XML forbids, on one line, as titles and names must be.</summary>
    internal static string Line(string text) => LineBreaks().Replace(XmlText.Clean(text), " ").Trim();

    /// <summary>True for a media type that is valid in links and attributes.</summary>
    internal static bool IsMediaType(string type) => MediaType().IsMatch(type);

    private FeedEntry EntryOf(FeedDefinition feed, Article article)
    {
        var enclosures = EnclosuresOf(article);
        var html = feed.Content == FeedContent.Full && !IsExcerptOnly(article) && !string.IsNullOrWhiteSpace(article.Html)
            ? XmlText.Clean(ArticleNotices.BeforeHtml(article, article.Html))
            : null;
        return new FeedEntry
        {
            Guid = article.Guid,
            Title = TitleOf(article),
            Url = new Uri(feed.EntryAddress(links.Article(article))),
            ExternalUrl = WebAddress.Parse(article.ExternalUrl),
            Summary = SummaryOf(article, hasBody: html is not null),
            Html = html,
            Ai = article.Ai,
            Correction = article.Correction,
            Published = article.Published,
            Updated = article.Updated,
            Language = string.Equals(article.Language, feed.Language, StringComparison.OrdinalIgnoreCase) ? null : article.Language,
            Authors = article.Authors.Select(author => AuthorOf(author.Name, author.Url, author.Email))
                .Where(author => author.Name.Length > 0)
                .ToList(),
            Terms = [.. TermsOf(TermKind.Category, article.Categories), .. TermsOf(TermKind.Tag, article.Tags)],
            Image = ImageOf(article.Image),
            Enclosures = enclosures,
            Rights = ArticleMeta.Text(article.Meta, "rights", "copyright", "license"),
            Episode = episodes.Of(article.Meta, enclosures),
        };
    }

    // Where there is no body, the summary is what readers see.
    private static string SummaryOf(Article article, bool hasBody)
    {
        var summary = XmlText.Clean(article.Summary).Trim();
        return hasBody ? summary : XmlText.Clean(string.Join(' ', [.. ArticleNotices.Of(article), summary])).Trim();
    }

    // As in jekyll-feed: "feed: {excerpt_only: true}" in the front matter.
    private static bool IsExcerptOnly(Article article) => ArticleMeta.Claim(article.Meta?["feed"] as JsonObject, "excerpt_only") == true;

    // A title of forbidden characters only would leave an item without a title.
    private static string TitleOf(Article article) => Line(article.Title) is { Length: > 0 } title ? title : article.Id;

    private static IEnumerable<EntryTerm> TermsOf(TermKind kind, IReadOnlyList<Term> terms) =>
        terms.Select(term => new EntryTerm(kind, term.Slug, Line(term.Name))).Where(term => term.Name.Length > 0);

    private static List<EntryEnclosure> EnclosuresOf(Article article)
    {
        var enclosures = new List<EntryEnclosure>(article.Enclosures.Count);
        foreach (var each in article.Enclosures)
        {
            if (WebAddress.Parse(each.Url) is not { } url) continue;
            var type = IsMediaType(each.Type) ? each.Type : UnknownMediaType;
            enclosures.Add(new EntryEnclosure(url, type, each.LengthBytes, each.DurationSeconds, LineOrNull(each.Title)));
        }

        return enclosures;
    }

    private static EntryImage? ImageOf(PostImage? image) => WebAddress.Parse(image?.Url) is { } url
        ? new EntryImage(url, MediaTypes.Of(url), LineOrNull(image!.Alt), image.Width, image.Height, image.LengthBytes)
        : null;

    private static string? LineOrNull(string? text) => text is not null && Line(text) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+$")]
    private static partial Regex AddrSpec();

    [GeneratedRegex(@"^[A-Za-z0-9!#$&^_.+\-]+/[A-Za-z0-9!#$&^_.+\-]+(\s*;[ -~]*)?$")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"[\r\n\t]+")]
    private static partial Regex LineBreaks();
}
