using System.Text;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FeedApi.Pages;

/// <summary>
/// Makes a page into a document: its view as HTML, and the same links as fields. Called by the classes named <c>...Pages</c>.
/// </summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, PageLinks links, SiteConfig site)
{
    private const string ContentType = "text/html; charset=utf-8";

    private readonly string policy = SecurityPolicy.ForPages(
        site.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        site.Trust == TrustLevel.Author ? HtmlVocabulary.PlayerHosts : []);

    /// <summary>Renders. Equal pages give equal bytes.</summary>
    /// <param name="page">What is shown.</param>
    /// <param name="lastModified">When it last changed.</param>
    /// <param name="tags">What it shows (<see cref="SurrogateKeys"/>).</param>
    public async Task<Document> RenderAsync<TView, TPage>(TPage page, DateTimeOffset lastModified, params IReadOnlyCollection<string> tags)
        where TView : PageView<TPage>
        where TPage : Page
    {
        ArgumentNullException.ThrowIfNull(page);
        return new Document(ContentType, Encoding.UTF8.GetBytes(await HtmlOfAsync<TView, TPage>(page)), lastModified)
        {
            ContentSecurityPolicy = policy,
            Link = LinkOf(page.Head),
            VariesByAccept = page.IsNegotiated,
            IsOneOfMany = true,
            Tags = tags,
        };
    }

    // A renderer keeps every component that it has rendered, so each page has one of its own.
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
        // The encoder guards against UTF-7, which a declared charset rules out; simple readers look for "application/rss+xml" as it is.
        return html.Replace("&#x2B;", "+", StringComparison.Ordinal);
    }

    // Without titles: names in Chinese, percent-encoded, would outgrow what proxies take as a header.
    private string LinkOf(PageHead head) => string.Join(", ",
    [
        $"<{head.Canonical}>; rel=\"canonical\"",
        .. head.Feeds.Select(feed => $"<{feed.Address}>; rel=\"alternate\"; type=\"{feed.Format.MediaType}\""),
        $"<{links.Opml}>; rel=\"outline\"; type=\"text/x-opml\"",
    ]);
}
