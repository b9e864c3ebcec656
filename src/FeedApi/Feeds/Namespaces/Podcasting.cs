using System.Xml.Linq;
using FeedApi.Feeds.Entries;
using FeedApi.Feeds.Podcasts;
using FeedApi.Model;

namespace FeedApi.Feeds.Namespaces;

/// <summary>The podcast namespace of "Podcasting 2.0".</summary>
/// <remarks>podcastindex.org/namespace/1.0.</remarks>
internal static class Podcasting
{
    internal static readonly XNamespace Namespace = "https://podcastindex.org/namespace/1.0";

    /// <summary>The identity of a channel, which stands behind the items.</summary>
    /// <remarks>Perl's XML::RSS 1.62 takes any <c>guid</c> for that of the last item, and dies where there has been none.</remarks>
    internal static XElement GuidOf(FeedPodcast podcast) => new(Namespace + "guid", podcast.Guid);

    /// <summary>The other elements of a channel.</summary>
    internal static IEnumerable<XElement> Of(FeedPodcast podcast)
    {
        if (podcast.Medium is { } medium) yield return new XElement(Namespace + "medium", medium);
        if (podcast.Location is { } location) yield return new XElement(Namespace + "location", location);
        if (podcast.Funding is { } funding)
            yield return new XElement(Namespace + "funding", new XAttribute("url", funding.Url.AbsoluteUri), funding.Text);
        if (podcast.IsLocked is not { } isLocked) yield break;
        var owner = podcast.OwnerEmail is { } email ? new XAttribute("owner", email) : null;
        yield return new XElement(Namespace + "locked", owner, isLocked ? "yes" : "no");
    }

    /// <summary>The elements of an item.</summary>
    internal static IEnumerable<XElement> Of(FeedEntry entry)
    {
        if (entry.Episode is not { } episode) yield break;
        foreach (var author in entry.Authors) yield return PersonOf(author);
        foreach (var transcript in episode.Transcripts) yield return FileOf("transcript", transcript);
        if (episode.Chapters is { } chapters) yield return FileOf("chapters", chapters);
        // A convention of podcast hosts: "true" when artificial intelligence is the performer, "false" when the author denies it.
        if (entry.Ai?.Kind is AiKind.Generated or AiKind.None)
        {
            yield return new XElement(
                Namespace + "txt", new XAttribute("purpose", "ai-content"), entry.Ai.Kind == AiKind.Generated ? "true" : "false");
        }
    }

    private static XElement PersonOf(EntryAuthor author) =>
        new(Namespace + "person", author.Url is { } page ? new XAttribute("href", page.AbsoluteUri) : null, author.Name);

    private static XElement FileOf(string name, EntryFile file) => new(
        Namespace + name,
        new XAttribute("url", file.Url.AbsoluteUri),
        new XAttribute("type", file.Type),
        file.Language is { } language ? new XAttribute("language", language) : null);
}
