using System.Text;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Pages.Views;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Builds the pages of kinds of error, which problem documents refer to (RFC 9457, section 3.1.1). They are in English.</summary>
internal sealed class ProblemTypePages(
    SiteLinks links, PageLinks pageLinks, DocumentCache cache, StaticDates dates, PageRenderer renderer)
{
    /// <summary>The document; null when there is no such kind.</summary>
    public async ValueTask<Document?> FindAsync(string code, CancellationToken cancellationToken) => ProblemTypes.Find(code) is { } type
        ? await cache.GetOrBuildAsync($"page problem {code}", async _ => await RenderAsync(type), cancellationToken)
        : null;

    private async ValueTask<Document?> RenderAsync(ProblemType type)
    {
        var address = links.Public(Routes.ProblemTypeOf(type.Code));
        var head = new PageHead(pageLinks.TitleOf(type.Title), type.Meaning, "en", address, pageLinks.SiteFeeds);
        return await renderer.RenderAsync<ProblemTypeView, ProblemTypePage>(
            new ProblemTypePage(head, type), dates.Of(address, Encoding.UTF8.GetBytes(type.Meaning)), []);
    }
}
