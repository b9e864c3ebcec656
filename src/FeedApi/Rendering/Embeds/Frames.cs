using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Media;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>
/// Replaces frames, plug-ins and players by what can pass: a known player where authors are trusted, the picture, sound or film that they
/// show, else what stands inside them, else a link.
/// </summary>
internal sealed partial class Frames(TreeEdit edit, AddressResolver addresses, TrustLevel trust, InnerHtml inner, BodyReport report)
{
    private const int MaxSentenceNodes = 32;

    private static readonly string[] AddressAttributes =
        ["src", "data-src", "data-lazy-src", "data-litespeed-src", "data-url", "data-cmp-src"];

    /// <summary>Replaces one element.</summary>
    public void Replace(IElement element)
    {
        var url = AddressOf(element) is { } written && addresses.Resolve(written) is { } resolved
            && resolved.StartsWith("http", StringComparison.Ordinal) ? resolved : null;
        var fallback = element.LocalName is "object" or "applet" ? FallbackOf(element) : [];
        var title = TitleOf(element);
        if (fallback.Exists(IsMeaningful)) ReplaceByFallback(element, title ?? url, fallback);
        else if (url is null) ReplaceByText(element, title, fallback);
        else if (MediaOf(element, url, title, fallback) is { } media) edit.Replace(element, media);
        else if (Players.Of(url) is { } player) ReplacePlayer(element, player, title);
        else ReplaceByLink(element, url, title ?? NameOf(url), fallback);
    }

    /// <summary>What a link without a title shows: the name of a file, else the host.</summary>
    public static string NameOf(string url)
    {
        var uri = new Uri(url);
        var file = Uri.UnescapeDataString(uri.Segments[^1]);
        if (MediaTypes.Of(uri) is not null && file.Length > 1) return file;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    private static string? AddressOf(IElement element) => element.LocalName switch
    {
        "object" => element.GetAttribute("data") ?? ParameterOf(element),
        "applet" => null,
        "lite-youtube" => element.GetAttribute("videoid") is { } id ? "https://www.youtube.com/watch?v=" + id : null,
        "amp-youtube" => element.GetAttribute("data-videoid") is { } id ? "https://www.youtube.com/watch?v=" + id : null,
        "lite-vimeo" => element.GetAttribute("videoid") is { } id ? "https://vimeo.com/" + id : null,
        "script" => element.GetAttribute("src") is { } src ? src[..^".js".Length] : null,
        _ => Array.ConvertAll(AddressAttributes, element.GetAttribute)
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value) && !value.StartsWith("about:", StringComparison.OrdinalIgnoreCase)),
    };

    private static string? ParameterOf(IElement element) => element.Children
        .FirstOrDefault(child => child.LocalName == "param"
            && child.GetAttribute("name")?.ToLowerInvariant() is "movie" or "src" or "filename" or "url")
        ?.GetAttribute("value");

    private static string? TitleOf(IElement element)
    {
        foreach (var name in (string[])["title", "aria-label", "playlabel", "alt"])
        {
            if (element.GetAttribute(name) is { } title && !string.IsNullOrWhiteSpace(title)) return ShownText.Collapse(title);
        }

        return null;
    }

    // kramdown writes the end tags of void elements as text, which nobody sees inside a plug-in.
    private static List<INode> FallbackOf(IElement element) =>
    [
        .. element.ChildNodes.Where(node => node is not IElement { LocalName: "param" } && node is IElement or IText)
            .Where(node => node is not IText { Data: var text } || !string.IsNullOrWhiteSpace(VoidEndTags().Replace(text, "")))
    ];

    [GeneratedRegex("</(?:param|embed)>", RegexOptions.IgnoreCase)]
    private static partial Regex VoidEndTags();

    // A sentence about missing plug-ins is no substitute for a file; anything long is.
    private static bool IsMeaningful(INode node)
    {
        var budget = MaxSentenceNodes;
        return IsMeaningful(node, ref budget);
    }

    private static bool IsMeaningful(INode node, ref int budget)
    {
        if (--budget < 0) return true;
        if (node is not IElement element) return false;
        if (element.LocalName is "img" or "a" or "video" or "audio" or "iframe" or "embed" or "object" or "picture" or "table" or "svg")
            return true;
        foreach (var child in element.ChildNodes)
        {
            if (IsMeaningful(child, ref budget)) return true;
        }

        return false;
    }

    private IElement? MediaOf(IElement element, string url, string? title, List<INode> fallback)
    {
        var type = element.GetAttribute("type")?.Trim() is { Length: > 0 } stated ? stated : MediaTypes.Of(new Uri(url)) ?? "";
        var (width, height) = (element.GetAttribute("width"), element.GetAttribute("height"));
        if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            var alt = title ?? string.Join(' ', fallback.Select(node => node is IText run ? run.Data : ShownText.Of(node))).Trim();
            return edit.Create("img", ("src", url), ("alt", alt), ("width", width), ("height", height));
        }

        var isSound = type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);
        return isSound || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            ? edit.Create(isSound ? "audio" : "video", ("src", url), ("controls", ""), ("title", title))
            : null;
    }

    private void ReplacePlayer(IElement element, Player player, string? title)
    {
        if (trust == TrustLevel.Author && player.FrameUrl is { } frame)
        {
            edit.Replace(element, edit.Create(
                "iframe", ("src", frame), ("title", title), ("width", element.GetAttribute("width") ?? "560"),
                ("height", element.GetAttribute("height") ?? "315"), ("allowfullscreen", ""), ("class", element.ClassName),
                ("style", element.GetAttribute("style"))));
            return;
        }

        // Shown without its scheme: a lone link that shows its whole address is where an article first appeared.
        var shown = player.WatchUrl[(player.WatchUrl.IndexOf("//", StringComparison.Ordinal) + 2)..];
        ReplaceByLink(element, player.WatchUrl, title ?? (shown.StartsWith("www.", StringComparison.Ordinal) ? shown[4..] : shown), []);
    }

    private void ReplaceByLink(IElement element, string url, string text, List<INode> fallback)
    {
        var says = string.Join(' ', fallback.Select(node => node is IText run ? ShownText.Collapse(run.Data) : ShownText.Of(node))).Trim();
        Report(element, text, "A link stands in its place.");
        var link = edit.Link(url, text);
        if (says.Length == 0)
        {
            edit.ReplaceByPhrase(element, link);
            return;
        }

        var phrase = edit.Create("span");
        phrase.AppendChild(link);
        phrase.AppendChild(edit.Text(" " + says));
        edit.ReplaceByPhrase(element, phrase);
    }

    private void ReplaceByFallback(IElement element, string? name, List<INode> fallback)
    {
        Report(element, name, "What stands inside it takes its place.");
        edit.Replace(element, fallback);
    }

    private void ReplaceByText(IElement element, string? title, List<INode> fallback)
    {
        var inside = fallback.Count > 0 ? "" : element.LocalName == "iframe" && element.GetAttribute("srcdoc") is { } page
            ? inner.TextOf(page)
            : inner.TextOf(element.TextContent);
        var hasText = inside.Length > 0 || fallback.Exists(node => !string.IsNullOrWhiteSpace(node.TextContent));
        Report(element, title ?? MessageText.Shorten(inside), hasText ? "Its text stands in its place." : "It is left out.");
        if (fallback.Count > 0) edit.Replace(element, fallback);
        else if (hasText) edit.ReplaceByPhrase(element, edit.Text(inside));
        else edit.Replace(element);
    }

    private void Report(IElement element, string? what, string action) =>
        report.Add(ProblemCodes.EmbeddedContent, $"<{element.LocalName}> cannot pass", what, action);
}
