using System.Xml.Linq;
using FeedApi.Feeds.Entries;
using FeedApi.Feeds.Podcasts;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds.Namespaces;

/// <summary>Apple's podcast elements, which every directory supports.</summary>
/// <remarks>podcasters.apple.com, "A podcaster's guide to RSS".</remarks>
internal static class ITunes
{
    internal static readonly XNamespace Namespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private static readonly string[] CoverExtensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The elements of a channel.</summary>
    internal static IEnumerable<XElement> Of(FeedPodcast podcast)
    {
        yield return new XElement(Namespace + "author", podcast.Author);
        yield return new XElement(Namespace + "explicit", podcast.IsExplicit);
        foreach (var category in podcast.Categories) yield return CategoryOf(category.Split(PodcastSettings.Below));
        if (podcast.Image is { } image) yield return ImageOf(image);
        if (OwnerOf(podcast) is { HasElements: true } owner) yield return owner;
        if (podcast.Type is { } type) yield return new XElement(Namespace + "type", type);
    }

    /// <summary>The elements of an item.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isPodcast">True in a feed with audio or video, in which the other items have an image too.</param>
    internal static IEnumerable<XElement> Of(FeedEntry entry, bool isPodcast)
    {
        foreach (var element in entry.Episode is { } episode ? Of(entry.Title, episode) : []) yield return element;
        if (isPodcast && Cover(entry.Image?.Url) is { } image) yield return ImageOf(image);
    }

    /// <summary>The address when it is that of an image format that directories accept; otherwise null.</summary>
    internal static Uri? Cover(Uri? address) =>
        address is not null && CoverExtensions.Contains(Path.GetExtension(address.AbsolutePath), StringComparer.OrdinalIgnoreCase)
            ? address
            : null;

    private static IEnumerable<XElement> Of(string title, EntryEpisode episode)
    {
        yield return new XElement(Namespace + "title", title);
        if (episode.DurationSeconds is { } duration) yield return new XElement(Namespace + "duration", duration);
        if (episode.Number is { } number) yield return new XElement(Namespace + "episode", number);
        if (episode.Season is { } season) yield return new XElement(Namespace + "season", season);
        if (episode.Type is { } type) yield return new XElement(Namespace + "episodeType", type);
        if (episode.IsExplicit is { } isExplicit) yield return new XElement(Namespace + "explicit", isExplicit);
    }

    // A category, containing its subcategory.
    private static XElement CategoryOf(ReadOnlySpan<string> names)
    {
        var category = new XElement(Namespace + "category", new XAttribute("text", names[0].Trim()));
        if (names.Length > 1) category.Add(CategoryOf(names[1..]));
        return category;
    }

    private static XElement ImageOf(Uri address) => new(Namespace + "image", new XAttribute("href", address.AbsoluteUri));

    private static XElement OwnerOf(FeedPodcast podcast) => new(
        Namespace + "owner",
        podcast.OwnerName is { } name ? new XElement(Namespace + "name", name) : null,
        podcast.OwnerEmail is { } email ? new XElement(Namespace + "email", email) : null);
}
