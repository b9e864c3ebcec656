using System.Xml.Linq;
using FeedApi.Feeds.Entries;

namespace FeedApi.Feeds.Namespaces;

/// <summary>Dublin Core: metadata for which RSS has no element.</summary>
internal static class DublinCore
{
    internal static readonly XNamespace Namespace = "http://purl.org/dc/elements/1.1/";

    /// <summary>The elements of an item.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="creators">Authors that are not in RSS's own <c>author</c> element.</param>
    internal static IEnumerable<XElement> Of(FeedEntry entry, IEnumerable<EntryAuthor> creators)
    {
        foreach (var creator in creators) yield return new XElement(Namespace + "creator", creator.Name);
        if (entry.Rights is { } rights) yield return new XElement(Namespace + "rights", rights);
        if (entry.Language is { } language) yield return new XElement(Namespace + "language", language);
        if (entry.ExternalUrl is { } source) yield return new XElement(Namespace + "source", source.AbsoluteUri);
    }
}
