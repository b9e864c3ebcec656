using System.Globalization;
using System.Xml;
using FeedApi.Model;

namespace FeedApi.Feeds.Atom;

/// <summary>Lists the deleted entries of an Atom feed (RFC 6721), so that readers can delete their copies.</summary>
internal static class Tombstones
{
    private const string Prefix = "at";
    private const string Namespace = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Writes an <c>at:deleted-entry</c> element for each deletion.</summary>
    public static void Write(XmlWriter writer, IReadOnlyList<Change> deleted)
    {
        foreach (var change in deleted)
        {
            writer.WriteStartElement(Prefix, "deleted-entry", Namespace);
            writer.WriteAttributeString("ref", change.Guid);
            writer.WriteAttributeString("when", change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
    }
}
