using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Html;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Gathers a <see cref="BodyReading"/> while a body is gone through from its beginning to its end.</summary>
internal sealed class BodyCollector
{
    private readonly List<string> media = [];
    private string? textBeforeMore;
    private PostImage? firstImage;

    /// <summary>Takes the text.</summary>
    public PlainText Text { get; } = new();

    /// <summary>The address of the last link that is alone in its paragraph and shows its own address.</summary>
    public string? ExternalUrl { get; set; }

    /// <summary>The excerpt ends here.</summary>
    public void MarkMore() => textBeforeMore = Text.SoFar();

    /// <summary>Adds a picture, sound or film.</summary>
    /// <param name="address">Its absolute address; null or empty when it has none.</param>
    public void AddMedia(string? address)
    {
        if (address is { Length: > 0 }) media.Add(address);
    }

    /// <summary>Considers a picture for the first image.</summary>
    /// <param name="address">Its absolute address; null when it has none.</param>
    /// <param name="alt">Its description; null when it has none.</param>
    /// <param name="width">As written; null when it is not.</param>
    /// <param name="height">As written; null when it is not.</param>
    public void ConsiderImage(string? address, string? alt, string? width, string? height)
    {
        if (firstImage is not null || address is null || !address.StartsWith("http", StringComparison.Ordinal)) return;
        if (address.Contains(Routes.DerivedFiles, StringComparison.Ordinal)) return;
        var (columns, rows) = (Pixels(width), Pixels(height));
        if (columns <= 1 || rows <= 1) return;
        var shown = XmlText.Clean(alt ?? "").Trim();
        firstImage = new PostImage(address, shown.Length == 0 ? null : shown, columns, rows);
    }

    /// <summary>All that was gathered; the body has ended.</summary>
    public BodyReading End()
    {
        Text.EndBlock(canSummarise: true);
        return new BodyReading(
            Text.ToString(), textBeforeMore, Text.FirstParagraph ?? Text.FirstLine ?? "", firstImage, media, ExternalUrl);
    }

    private static int? Pixels(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels >= 0 ? pixels : null;
}
