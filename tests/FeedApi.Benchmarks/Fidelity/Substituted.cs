using AngleSharp.Html.Parser;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>
/// A generator's body with what FeedApi puts in the place of players, frames, plug-ins, forms and drawings, so that only the rest of the
/// text is compared.
/// </summary>
/// <param name="site">The site.</param>
internal sealed class Substituted(SiteConfig site)
{
    /// <summary>The HTML of a body after the substitutions.</summary>
    /// <param name="html">The generator's.</param>
    /// <param name="path">The path of the page.</param>
    /// <param name="source">The post's file, which says what its author closed.</param>
    public string Of(string html, string path, string source)
    {
        html = TagRepair.Of(html, new BodyReport(source));
        if (!SubstitutionPass.IsNeeded(html)) return html;
        var document = new HtmlParser().ParseDocument("<!doctype html><html><body>" + html);
        var addresses = new AddressResolver(site, ArticleAddresses.Of(site, path));
        new SubstitutionPass(document, [], addresses, site.Trust, new BodyReport()).Run(document.Body!);
        return document.Body!.InnerHtml;
    }
}
