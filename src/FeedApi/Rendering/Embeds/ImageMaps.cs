using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>Replaces the areas of a picture that are links by links that everyone can follow.</summary>
internal sealed class ImageMaps(TreeEdit edit, AddressResolver addresses, BodyReport report)
{
    /// <summary>Replaces a <c>map</c>.</summary>
    public void Replace(IElement map)
    {
        List<INode> nodes = [.. map.ChildNodes.Where(node => node is not IElement { LocalName: "area" })];
        var links = edit.Create("span");
        foreach (var area in map.QuerySelectorAll("area[href]"))
        {
            area.Remove();
            if (LinkOf(area) is not { } link) continue;
            if (links.HasChildNodes) links.AppendChild(edit.Text(" · "));
            links.AppendChild(link);
            report.Add(ProblemCodes.ImageMap, "<map> cannot pass", link.TextContent, "Links stand in its place.");
        }

        if (links.HasChildNodes) nodes.Add(links);
        edit.Replace(map, nodes);
    }

    private IElement? LinkOf(IElement area)
    {
        if (addresses.Resolve(area.GetAttribute("href") ?? "") is not { } url) return null;
        var text = area.GetAttribute("alt") is { Length: > 0 } alt ? alt : area.GetAttribute("title");
        var isPage = url.StartsWith("http", StringComparison.Ordinal);
        return edit.Link(url, string.IsNullOrWhiteSpace(text) ? isPage ? Frames.NameOf(url) : url : ShownText.Collapse(text));
    }
}
