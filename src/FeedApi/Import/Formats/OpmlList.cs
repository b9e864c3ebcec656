using System.Xml.Linq;

namespace FeedApi.Import.Formats;

/// <summary>A list of feeds (OPML): it has no posts, but says which feeds belong to it.</summary>
internal static class OpmlList
{
    /// <summary>Reads a list.</summary>
    public static ImportedFile Read(XElement root)
    {
        var file = new ImportedFile($"OPML {root.Attribute("version")?.Value ?? "1.0"}");
        foreach (var outline in root.Descendants("outline"))
        {
            var address = FeedFields.NullIfEmpty(outline.Attribute("xmlUrl")?.Value);
            var title = FeedFields.NullIfEmpty(outline.Attribute("title")?.Value)
                ?? FeedFields.NullIfEmpty(outline.Attribute("text")?.Value);
            if (address is not null) file.Feeds.Add((title ?? address, address));
            else if (!outline.HasElements) file.Leave("outlines without a feed");
        }

        return file;
    }
}
