using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Metadata;

/// <summary>The icon of the site and its manifest: <c>feedapi.icon</c>, else a drawing of the first character of its title.</summary>
internal sealed class SiteIcon(SiteConfig site, SiteLinks links, PageLinks pageLinks, StaticDates dates)
{
    private const string Colour = "#0b57a4";

    /// <summary>The absolute address of the icon.</summary>
    public string Address { get; } = AddressIn(site, links);

    /// <summary>True when the icon is the drawing.</summary>
    public bool IsDrawn => site.Icon is null;

    /// <summary>The address of a site's icon.</summary>
    internal static string AddressIn(SiteConfig site, SiteLinks links) =>
        (site.Icon is { } icon ? links.FromRoot(icon) : null) ?? links.Public(Routes.Icon);

    /// <summary>The drawing.</summary>
    public Document Drawing()
    {
        var initial = StringInfo.GetNextTextElement(site.Title.Trim() is { Length: > 0 } title ? title : "F").ToUpperInvariant();
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">"
            + $"<rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{Colour}\"/>"
            + "<text x=\"32\" y=\"32\" dy=\".36em\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-size=\"38\" "
            + $"font-weight=\"600\" fill=\"#ffffff\">{WebUtility.HtmlEncode(initial)}</text></svg>\n";
        var bytes = Encoding.UTF8.GetBytes(svg);
        return new Document("image/svg+xml", bytes, dates.Of(Routes.Icon, bytes, SiteFiles.PathOfConfig(site)))
        {
            ContentSecurityPolicy = SecurityPolicy.Drawing,
        };
    }

    /// <summary>The manifest (W3C, Web Application Manifest).</summary>
    public Document Manifest()
    {
        var icon = new JsonObject { ["src"] = Address, ["sizes"] = "any", ["purpose"] = "any" };
        if (IsDrawn) icon["type"] = "image/svg+xml";
        var manifest = new JsonObject
        {
            ["name"] = site.Title,
            ["description"] = site.Description,
            ["lang"] = site.Language,
            ["start_url"] = pageLinks.Home,
            ["scope"] = pageLinks.Home,
            ["display"] = "browser",
            ["theme_color"] = Colour,
            ["background_color"] = "#fdfdfc",
            ["icons"] = new JsonArray(icon),
        };
        var bytes = Encoding.UTF8.GetBytes(MetadataJson.Write(manifest));
        return new Document("application/manifest+json", bytes, dates.Of(Routes.WebManifest, bytes, SiteFiles.PathOfConfig(site)));
    }
}
