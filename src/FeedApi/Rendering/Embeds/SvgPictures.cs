using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>Makes pictures of the drawings in a body: files of their own, shown by <c>img</c>.</summary>
internal sealed class SvgPictures(TreeEdit edit, AddressResolver addresses, InnerHtml inner, BodyReport report)
{
    private const int MaxAltChars = 1_000;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.");

    private readonly Dictionary<string, DerivedFile> files = new(StringComparer.Ordinal);

    /// <summary>The files that the pictures of the body are in.</summary>
    public IReadOnlyList<DerivedFile> Files => [.. files.Values];

    /// <summary>Replaces an <c>svg</c>.</summary>
    public void Replace(IElement svg)
    {
        var drawing = SvgDrawing.Of(svg);
        if (drawing.Picture is { } picture && !IsHidden(svg)) ReplaceByPicture(svg, drawing, picture);
        else if (drawing.IsVisible || drawing.Fault is not null) ReplaceByText(svg, drawing);
        else edit.Replace(svg);
    }

    /// <summary>The address of a picture made of the text of an SVG file; null when it holds more than shapes and text.</summary>
    /// <exception cref="RenderingException">The text exceeds a limit.</exception>
    public string? AddressOf(string text)
    {
        var svg = inner.Parse(text)?.QuerySelector("svg");
        return svg is not null && SvgDrawing.Of(svg).Picture is { } picture ? AddressOfFile(picture) : null;
    }

    private void ReplaceByPicture(IElement svg, SvgDrawing drawing, string picture)
    {
        var label = drawing.Label.Length > MaxAltChars ? drawing.Label[..MaxAltChars] : drawing.Label;
        INode image = edit.Create(
            "img", ("src", AddressOfFile(picture)), ("alt", label), ("width", Pixels(svg, "width")), ("height", Pixels(svg, "height")),
            ("class", svg.ClassName));
        var links = drawing.Links.Where(link => addresses.Resolve(link.Address) is not null).ToList();
        if (links.Count == 0)
        {
            edit.Replace(svg, image);
            return;
        }

        var whole = edit.Create("span");
        whole.AppendChild(image);
        AppendLinks(whole, links);
        edit.Replace(svg, whole);
    }

    private void ReplaceByText(IElement svg, SvgDrawing drawing)
    {
        report.Add(
            ProblemCodes.InlineSvg, "<svg> holds more than shapes and text",
            drawing.Label.Length > 0 ? $"{drawing.Label} ({drawing.Fault})" : drawing.Fault,
            drawing.Label.Length > 0 ? "Its title and text stand in its place." : "It is left out.");
        var phrase = edit.Create("span");
        if (drawing.Label.Length > 0) phrase.AppendChild(edit.Text(drawing.Label));
        AppendLinks(phrase, drawing.Links.Where(link => addresses.Resolve(link.Address) is not null));
        if (phrase.HasChildNodes) edit.ReplaceByPhrase(svg, phrase);
        else edit.Replace(svg);
    }

    private void AppendLinks(IElement phrase, IEnumerable<(string Address, string Text)> links)
    {
        foreach (var (address, text) in links)
        {
            phrase.AppendChild(edit.Text(" "));
            phrase.AppendChild(edit.Link(address, text.Length > 0 ? text : address));
        }
    }

    private string AddressOfFile(string picture)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(picture)));
        files[hash] = new DerivedFile(hash + ".svg", picture);
        return addresses.OfDerivedFile(hash + ".svg");
    }

    // A sheet of symbols for other drawings.
    private static bool IsHidden(IElement svg) => svg.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
        .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    // Without a size a picture is as wide as the text: an icon must not be.
    private static string? Pixels(IElement svg, string name)
    {
        var written = svg.GetAttribute(name)?.Trim() ?? StyleValue(svg, name);
        if (written is null) return null;
        var end = written.AsSpan().IndexOfAnyExcept(Figures);
        var (number, unit) = end < 0 ? (written, "px") : (written[..end], written[end..].Trim());
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size)) return null;
        var pixels = (int)Math.Round(size * PixelsIn(unit));
        return pixels is > 0 and < 10_000 ? pixels.ToString(CultureInfo.InvariantCulture) : null;
    }

    // CSS Values, section 6; a font of 16 pixels.
    private static double PixelsIn(string unit) => unit switch
    {
        "px" => 1,
        "em" or "rem" => 16,
        "ex" => 8,
        "pt" => 96 / 72d,
        "mm" => 96 / 25.4,
        "cm" => 96 / 2.54,
        "in" => 96,
        _ => 0,
    };

    private static string? StyleValue(IElement svg, string name)
    {
        foreach (var part in (svg.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && part[..colon].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return part[(colon + 1)..].Trim();
        }

        return null;
    }
}
