using System.Text;
using FeedApi.Catalog.Outlines;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FeedApi.Pages;

/// <summary>
/// Renders a page as a document: its view as HTML, and its links also in the Link field. Called by the classes named <c>...Pages</c>.
/// </summary>
internal sealed class PageRenderer(
    IServiceProvider services, ILoggerFactory loggers, PageLinks links, SiteConfig site, OutlinedArticles outlines)
{
    private const string ContentType = "text/html; charset=utf-8";

    private readonly string policy = SecurityPolicy.ForPages(
        site.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        site.Trust == TrustLevel.Author ? HtmlVocabulary.PlayerHosts : [],
        hasStyles: site.Trust == TrustLevel.Author);

    /// <summary>Renders a page; equal pages give equal bytes.</summary>
    /// <param name="page">The content of the page.</param>
    /// <param name="lastModified">When it last changed.</param>
    /// <param name="tags">Its surrogate keys (<see cref="SurrogateKeys"/>).</param>
    public async Task<Document> RenderAsync<TView, TPage>(TPage page, DateTimeOffset lastModified, params IReadOnlyCollection<string> tags)
        where TView : PageView<TPage>
        where TPage : Page
    {
        ArgumentNullException.ThrowIfNull(page);
        return new Document(ContentType, Encoding.UTF8.GetBytes(await HtmlOfAsync<TView, TPage>(page)), lastModified)
        {
            CacheControl = outlines.Any ? CachePolicy.Unfinished : CachePolicy.Fresh,
            ContentSecurityPolicy = policy,
            Link = LinkOf(page.Head),
            VariesByAccept = page.IsNegotiated,
            HasMarkdown = page.HasMarkdown,
            IsOneOfMany = true,
            Tags = tags,
        };
    }

    // A renderer keeps every component that it has rendered, so each page gets a new one.
    private async Task<string> HtmlOfAsync<TView, TPage>(TPage page)
        where TView : PageView<TPage>
        where TPage : Page
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageView<TPage>.Page)] = page });
            return (await renderer.RenderComponentAsync<TView>(parameters)).ToHtmlString();
        });
        // The encoder escapes + because of UTF-7, which the declared charset rules out; simple readers search for "application/rss+xml".
        return html.Replace("&#x2B;", "+", StringComparison.Ordinal);
    }

    // Without titles: percent-encoded Chinese names would exceed the header size that proxies accept.
    private string LinkOf(PageHead head) => string.Join(", ",
    [
        .. head.Canonical.Length == 0 ? (string[])[] : [$"<{head.Canonical}>; rel=\"canonical\""],
        .. head.Feeds.Select(feed => $"<{feed.Address}>; rel=\"alternate\"; type=\"{feed.Format.MediaType}\""),
        $"<{links.Opml}>; rel=\"outline\"; type=\"text/x-opml\"",
    ]);
}
