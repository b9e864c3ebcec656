using System.Globalization;
using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Everything that an article takes from its sanitised tree besides the HTML itself.</summary>
internal sealed class BodyReading
{
    private readonly PlainText text = new();
    private readonly CleanBody body;
    private readonly AddressResolver addresses;
    private readonly List<string> media = [];

    /// <summary>Reads one tree.</summary>
    public BodyReading(CleanBody body, AddressResolver addresses)
    {
        this.body = body;
        this.addresses = addresses;
        Visit(body.Body, canSummarise: true);
        text.EndBlock(canSummarise: true);
        Text = text.ToString();
        body.MoreMarker?.Remove();
    }

    /// <summary>Plain text, one line per block.</summary>
    public string Text { get; }

    /// <summary>The text before the marker that ends the excerpt; null without a marker.</summary>
    public string? TextBeforeMore { get; private set; }

    /// <summary>The first paragraph with text in it, else the first line; empty when there is no text.</summary>
    public string FirstParagraph => text.FirstParagraph ?? text.FirstLine ?? "";

    /// <summary>The first image that is not a tracking pixel.</summary>
    public PostImage? FirstImage { get; private set; }

    /// <summary>The addresses of all pictures, sounds and films.</summary>
    public IReadOnlyList<string> Media => media;

    /// <summary>The address of the last link that is alone in its paragraph and shows its own address.</summary>
    public string? ExternalUrl { get; private set; }

    private void Visit(INode parent, bool canSummarise)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement element) VisitElement(element, canSummarise);
        }
    }

    private void VisitElement(IElement element, bool canSummarise)
    {
        if (IsFootnoteMark(element)) return;
        if (element.LocalName == "math")
        {
            text.Append(MathText.Of(element));
            return;
        }

        if (ReferenceEquals(element, body.MoreMarker)) TextBeforeMore = text.SoFar();
        else if (element.LocalName == "br") text.AppendBreak();
        else if (element.LocalName is "img" or "audio" or "video" or "source") VisitMedia(element);

        if (!HtmlVocabulary.Blocks.Contains(element.LocalName))
        {
            Visit(element, canSummarise);
            return;
        }

        text.EndBlock(canSummarise);
        if (element.LocalName == "p") ExternalUrl = LoneAddress(element) ?? ExternalUrl;
        var isSummaryInside = canSummarise && !HtmlVocabulary.NotSummary.Contains(element.LocalName);
        Visit(element, isSummaryInside);
        if (element.LocalName is "td" or "th") text.Append(" ");
        else text.EndBlock(isSummaryInside);
    }

    private void VisitMedia(IElement element)
    {
        if (element.GetAttribute("src") is { Length: > 0 } address) media.Add(address);
        if (element.LocalName == "img" && FirstImage is null) FirstImage = ImageOf(element);
    }

    // A footnote's number would run into a number before it; the arrow back to it is no text.
    private static bool IsFootnoteMark(IElement element) => element.LocalName == "a"
        && ((element.Id?.StartsWith(TreePreparation.IdPrefix + "fnref:", StringComparison.Ordinal) ?? false)
            || (element.GetAttribute("href")?.Contains("#" + TreePreparation.IdPrefix + "fnref:", StringComparison.Ordinal) ?? false));

    private static PostImage? ImageOf(IElement image)
    {
        if (image.GetAttribute("src") is not { } address || !address.StartsWith("http", StringComparison.Ordinal)) return null;
        if (address.Contains(Routes.DerivedFiles, StringComparison.Ordinal)) return null;
        var width = Pixels(image, "width");
        var height = Pixels(image, "height");
        if (width <= 1 || height <= 1) return null;
        var alt = XmlText.Clean(image.GetAttribute("alt") ?? "").Trim();
        return new PostImage(address, alt.Length == 0 ? null : alt, width, height);
    }

    private static int? Pixels(IElement image, string name) =>
        int.TryParse(image.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels >= 0
            ? pixels
            : null;

    private string? LoneAddress(IElement paragraph)
    {
        // kramdown does not turn bare addresses into links.
        if (paragraph.ChildNodes is [IText written]
            && written.Data.Trim() is var bare
            && bare.StartsWith("http", StringComparison.Ordinal)
            && !bare.Any(char.IsWhiteSpace))
        {
            return bare.Contains("://", StringComparison.Ordinal) ? addresses.Resolve(bare) : null;
        }

        IElement? only = null;
        foreach (var node in paragraph.ChildNodes)
        {
            if (node is IText run && !run.Data.Any(char.IsLetterOrDigit)) continue;
            if (only is not null || node is not IElement { LocalName: "a" } link) return null;
            only = link;
        }

        if (only?.GetAttribute("href") is not { } address || !address.StartsWith("http", StringComparison.Ordinal)) return null;
        var shown = only.TextContent.Trim();
        var meant = shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + shown : shown;
        return meant.Contains("://", StringComparison.Ordinal) && addresses.Resolve(meant) == address ? address : null;
    }
}
