using System.Xml;
using FeedApi.Feeds.History;

namespace FeedApi.Feeds.Namespaces;

/// <summary>What a document is of its feed: an archive, or all of it (RFC 5005, sections 2 and 4). Others have no mark.</summary>
internal static class FeedHistoryMark
{
    private const string Namespace = "http://purl.org/syndication/history/1.0";

    /// <summary>Writes <c>fh:archive</c> or <c>fh:complete</c>.</summary>
    internal static void Write(XmlWriter writer, FeedHistory history)
    {
        if (!history.IsArchive && !history.IsComplete) return;
        writer.WriteStartElement("fh", history.IsArchive ? "archive" : "complete", Namespace);
        writer.WriteEndElement();
    }
}
