using System.Xml.Linq;
using FeedApi.Feeds.Entries;

namespace FeedApi.Feeds.Namespaces;

/// <summary>Media RSS: the lead image, and the media for which a format has no element of its own.</summary>
/// <remarks>rssboard.org/media-rss, version 1.5.1.</remarks>
internal static class MediaRss
{
    internal static readonly XNamespace Namespace = "http://search.yahoo.com/mrss/";

    private static readonly string[] Mediums = ["image", "audio", "video"];

    /// <summary>The elements of an item.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="more">Enclosures without an element of the format's own.</param>
    /// <param name="isPodcast">True in a feed with audio or video, in which <c>media:content</c> is what can be played.</param>
    /// <remarks>
    /// The lead image is in a group, and has no <c>media:description</c>, which is its alternative text: parsers take the one for an
    /// enclosure and the other for the article (docs/readers.md).
    /// </remarks>
    internal static IEnumerable<XElement> Of(FeedEntry entry, IEnumerable<EntryEnclosure> more, bool isPodcast)
    {
        foreach (var enclosure in more.Where(each => each.Url != entry.Image?.Url)) yield return ContentOf(enclosure);
        if (entry.Image is not { } image) yield break;
        if (!isPodcast) yield return new XElement(Namespace + "group", ContentOf(image));
        yield return new XElement(
            Namespace + "thumbnail",
            new XAttribute("url", image.Url.AbsoluteUri),
            Number("width", image.Width),
            Number("height", image.Height));
    }

    private static XElement ContentOf(EntryImage image) => new(
        Namespace + "content",
        new XAttribute("url", image.Url.AbsoluteUri),
        Number("fileSize", image.LengthBytes),
        image.Type is { } type ? new XAttribute("type", type) : null,
        new XAttribute("medium", "image"),
        Number("height", image.Height),
        Number("width", image.Width));

    private static XElement ContentOf(EntryEnclosure enclosure) => new(
        Namespace + "content",
        new XAttribute("url", enclosure.Url.AbsoluteUri),
        Number("fileSize", enclosure.LengthBytes),
        new XAttribute("type", enclosure.Type),
        new XAttribute(
            "medium",
            Mediums.FirstOrDefault(medium => enclosure.Type.StartsWith(medium + "/", StringComparison.OrdinalIgnoreCase)) ?? "document"),
        Number("duration", enclosure.DurationSeconds),
        Plain("title", enclosure.Title));

    private static XAttribute? Number(string name, long? value) => value > 0 ? new XAttribute(name, value.Value) : null;

    private static XElement? Plain(string name, string? text) =>
        text is null ? null : new XElement(Namespace + name, new XAttribute("type", "plain"), text);
}
