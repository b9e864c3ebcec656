using AngleSharp.Dom;

namespace FeedApi.Rendering.Embeds;

/// <summary>What an inline SVG drawing comes to.</summary>
/// <param name="Picture">The same drawing as a document of its own; null when it holds anything but shapes and text.</param>
/// <param name="Fault">What it holds besides; null when nothing.</param>
/// <param name="IsVisible">False when it only defines what other drawings use.</param>
/// <param name="Label">Its title and its text.</param>
/// <param name="Links">Links in it: address and text.</param>
internal sealed record SvgDrawing(
    string? Picture, string? Fault, bool IsVisible, string Label, IReadOnlyList<(string Address, string Text)> Links)
{
    /// <summary>Reads a drawing.</summary>
    public static SvgDrawing Of(IElement svg)
    {
        var writer = new SvgWriter();
        writer.Write(svg);
        return new SvgDrawing(
            writer.Fault is null && writer.IsVisible ? writer.Xml : null, writer.Fault, writer.IsVisible, LabelOf(svg), writer.Links);
    }

    private static string LabelOf(IElement svg)
    {
        var title = svg.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent ?? svg.GetAttribute("aria-label");
        var all = ShownText.Of(svg);
        var name = ShownText.Collapse(title ?? "");
        if (name.Length == 0 || name == all) return all;
        var rest = all.StartsWith(name, StringComparison.Ordinal) ? all[name.Length..].Trim() : all;
        return $"{name}: {rest}";
    }
}
