using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>Replaces sound and film without a source, drawings made by scripts, and what browsers show in place of others.</summary>
internal sealed class Fallbacks(TreeEdit edit, AddressResolver addresses, InnerHtml inner, BodyReport report)
{
    // More than a problem shows.
    private const int NamedChars = 200;

    /// <summary>Completes a <c>video</c> or <c>audio</c>; without a usable source its content or poster takes its place.</summary>
    public void ReplaceWithoutSource(IElement media)
    {
        LazyImages.RestoreMedia(media, addresses);
        var sources = media.Children.Where(child => child.LocalName == "source");
        if (IsUsable(media) || sources.Any(IsUsable))
        {
            // Nothing plays by itself here, so without controls nothing could be played at all.
            if (!media.HasAttribute("controls")) media.SetAttribute("controls", "");
            return;
        }

        List<INode> inside = [.. media.ChildNodes.Where(node => node is IText or IElement { LocalName: not ("source" or "track") })];
        var hasContent = inside.Exists(node => !string.IsNullOrWhiteSpace(node.TextContent) || node is IElement);
        if (media.GetAttribute("poster") is { } poster && addresses.Resolve(poster) is not null)
            inside.Insert(0, edit.Create("img", ("src", poster), ("alt", media.GetAttribute("title"))));
        else if (!hasContent && media.GetAttribute("title") is { Length: > 0 } title) inside = [edit.Text(title)];
        report.Add(
            ProblemCodes.EmbeddedContent, $"<{media.LocalName}> has no source", media.GetAttribute("title"),
            inside.Count > 0 ? "What stands inside it, or its poster, takes its place." : "It is left out.");
        edit.Replace(media, inside);
    }

    /// <summary>Replaces a <c>canvas</c> by what stands inside it.</summary>
    public void ReplaceCanvas(IElement canvas)
    {
        var text = ShownText.Of(canvas, NamedChars);
        report.Add(
            ProblemCodes.EmbeddedContent, "<canvas> cannot pass", text,
            canvas.ChildNodes.Length > 0 ? "What stands inside it takes its place." : "It is left out.");
        edit.Unwrap(canvas);
    }

    /// <summary>Replaces an element whose content a parser takes for text (<c>noembed</c>, <c>noframes</c>) by that text.</summary>
    public void ReplaceRawText(IElement element)
    {
        var text = inner.TextOf(element.TextContent);
        if (text.Length == 0) edit.Replace(element);
        else edit.ReplaceByPhrase(element, edit.Text(text));
    }

    /// <summary>Replaces an obsolete element of preformatted text.</summary>
    public void ReplacePreformatted(IElement element)
    {
        var block = edit.Create("pre");
        block.AppendChild(edit.Text(element.TextContent));
        edit.Replace(element, block);
    }

    private bool IsUsable(IElement element) =>
        element.GetAttribute("src") is { } address
        && addresses.Resolve(address)?.StartsWith("http", StringComparison.Ordinal) == true;
}
