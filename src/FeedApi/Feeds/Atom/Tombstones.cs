using System.Globalization;
using System.Xml;
using FeedApi.Model;

namespace FeedApi.Feeds.Atom;

/// <summary>Tells readers of an Atom feed which entries were deleted (RFC 6721), so that they can drop what they keep.</summary>
internal static class Tombstones
{
    private const string Prefix = "at";
    private const string Namespace = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Writes an <c>at:deleted-entry</c> for each.</summary>
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
