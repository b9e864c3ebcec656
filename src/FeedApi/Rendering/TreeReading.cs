using AngleSharp.Dom;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Reads a sanitised tree.</summary>
internal sealed class TreeReading
{
    private readonly BodyCollector collected = new();
    private readonly CleanBody body;
    private readonly AddressResolver addresses;

    private TreeReading(CleanBody body, AddressResolver addresses) => (this.body, this.addresses) = (body, addresses);

    /// <summary>What the tree says; its marker of the excerpt's end is removed.</summary>
    public static BodyReading Of(CleanBody body, AddressResolver addresses)
    {
        var reading = new TreeReading(body, addresses);
        reading.Visit(body.Body, canSummarise: true);
        body.MoreMarker?.Remove();
        return reading.collected.End();
    }

    private void Visit(INode parent, bool canSummarise)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) collected.Text.Append(run.Data);
            else if (node is IElement element) VisitElement(element, canSummarise);
        }
    }

    private void VisitElement(IElement element, bool canSummarise)
    {
        if (IsFootnoteMark(element)) return;
        if (element.LocalName == "math")
        {
            collected.Text.Append(MathText.Of(element));
            return;
        }

        if (ReferenceEquals(element, body.MoreMarker)) collected.MarkMore();
        else if (element.LocalName == "br") collected.Text.AppendBreak();
        else if (element.LocalName is "img" or "audio" or "video" or "source") VisitMedia(element);

        if (!HtmlVocabulary.Blocks.Contains(element.LocalName))
        {
            Visit(element, canSummarise);
            return;
        }

        collected.Text.EndBlock(canSummarise);
        if (element.LocalName == "p") collected.ExternalUrl = LoneAddress(element) ?? collected.ExternalUrl;
        var isSummaryInside = canSummarise && !HtmlVocabulary.NotSummary.Contains(element.LocalName);
        Visit(element, isSummaryInside);
        if (element.LocalName is "td" or "th") collected.Text.Append(" ");
        else collected.Text.EndBlock(isSummaryInside);
    }

    private void VisitMedia(IElement element)
    {
        var address = element.GetAttribute("src");
        collected.AddMedia(address);
        if (element.LocalName != "img") return;
        collected.ConsiderImage(
            address, element.GetAttribute("alt"), element.GetAttribute("width"), element.GetAttribute("height"));
    }

    // A footnote's number would run into a number before it; the arrow back to it is no text.
    private static bool IsFootnoteMark(IElement element) => element.LocalName == "a"
        && ((element.Id?.StartsWith(TreePreparation.IdPrefix + "fnref:", StringComparison.Ordinal) ?? false)
            || (element.GetAttribute("href")?.Contains(TreePreparation.FootnoteMark, StringComparison.Ordinal) ?? false));

    private string? LoneAddress(IElement paragraph)
    {
        if (paragraph.ChildNodes is [IText written] && LoneAddresses.IsBare(written.Data))
            return LoneAddresses.OfBare(written.Data, addresses);
        IElement? only = null;
        foreach (var node in paragraph.ChildNodes)
        {
            if (node is IText run && !run.Data.Any(char.IsLetterOrDigit)) continue;
            if (only is not null || node is not IElement { LocalName: "a" } link) return null;
            only = link;
        }

        return only?.GetAttribute("href") is { } address && address.StartsWith("http", StringComparison.Ordinal)
            ? LoneAddresses.OfLink(address, only.TextContent, addresses)
            : null;
    }
}
