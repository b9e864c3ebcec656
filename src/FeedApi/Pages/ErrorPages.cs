using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using FeedApi.Http.Semantics;
using FeedApi.Pages.Views;
using FeedApi.Site;

namespace FeedApi.Pages;

/// <summary>Makes the pages of errors.</summary>
/// <remarks>
/// Each is rendered once; only what is particular to the error is put in for every request, so that a flood costs little.
/// </remarks>
internal sealed class ErrorPages(SiteConfig site, PageLinks links, PageTexts texts, PageRenderer renderer, HtmlEncoder encoder)
    : IErrorPageWriter
{
    /// <summary>Stands in the rendered page where the particulars go.</summary>
    public const string Particulars = "particulars-of-the-error";

    private readonly ConcurrentDictionary<int, Task<Template>> templates = new();

    /// <inheritdoc/>
    public async ValueTask<ErrorPageBody> WriteAsync(HttpProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var template = await templates.GetOrAdd(problem.Status, RenderAsync);
        var particulars = encoder.Encode(string.Create(CultureInfo.InvariantCulture, $"{problem.Status} {problem.Code}: {problem.Detail}"));
        return new ErrorPageBody(
            template.ContentType, Encoding.UTF8.GetBytes(string.Concat(template.Before, particulars, template.After)), template.Policy);
    }

    private async Task<Template> RenderAsync(int status)
    {
        var text = texts.ErrorOf(status);
        var head = new PageHead(links.TitleOf(text.Heading), text.Explanation, site.Language, Canonical: "", links.SiteFeeds);
        var page = new ErrorPage(head, text, texts.WayBack);
        var document = await renderer.RenderAsync<ErrorView, ErrorPage>(page, DateTimeOffset.UnixEpoch, []);
        var html = Encoding.UTF8.GetString(document.Identity.Bytes);
        var at = html.IndexOf(Particulars, StringComparison.Ordinal);
        return new Template(document.ContentType, html[..at], html[(at + Particulars.Length)..], document.ContentSecurityPolicy);
    }

    private sealed record Template(string ContentType, string Before, string After, string Policy);
}
