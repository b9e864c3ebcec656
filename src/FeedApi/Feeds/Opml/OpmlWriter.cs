using System.Text;
using System.Xml;
using FeedApi.Feeds.Entries;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Opml;

/// <summary>Writes a list of feeds as OPML 2.0.</summary>
internal sealed class OpmlWriter(SiteConfig site, SiteLinks links)
{
    /// <summary>The value of the Content-Type field.</summary>
    public const string ContentType = "text/x-opml; charset=utf-8";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The bytes of the document, equal for equal input.</summary>
    public byte[] Write(OpmlList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings)) WriteDocument(xml, list);
        return buffer.ToArray();
    }

    private void WriteDocument(XmlWriter xml, OpmlList list)
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        WriteHead(xml, list);
        xml.WriteStartElement("body");
        if (list.HasMainFeed)
            WriteOutline(xml, FeedEntries.Line(site.Title), site.Description, links.MainFeed(FeedFormat.Rss.Name), links.Home);
        foreach (var group in list.Groups) WriteGroup(xml, group);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteHead(XmlWriter xml, OpmlList list)
    {
        xml.WriteStartElement("head");
        xml.WriteElementString("title", FeedEntries.Line(site.Title));
        if (list.NewestAt is { } newest) xml.WriteElementString("dateModified", HttpDate.Format(newest));
        if (site.Author is { } author) xml.WriteElementString("ownerName", FeedEntries.Line(author.Name));
        xml.WriteEndElement();
    }

    // Importers warn about a group with more attributes than text: they treat it as a feed without an address.
    private void WriteGroup(XmlWriter xml, OpmlGroup group)
    {
        if (group.Name is not null)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", group.Name);
        }

        foreach (var each in group.Categories)
        {
            var feed = links.TermFeed(each.Kind, each.Slug, FeedFormat.Rss.Name);
            WriteOutline(xml, FeedEntries.Line(each.Name), each.Description, feed, links.Term(each.Kind, each.Slug));
        }

        if (group.Name is not null) xml.WriteEndElement();
    }

    private static void WriteOutline(XmlWriter xml, string title, string? description, string feed, string page)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", title);
        xml.WriteAttributeString("title", title);
        if (!string.IsNullOrWhiteSpace(description)) xml.WriteAttributeString("description", FeedEntries.Line(description));
        xml.WriteAttributeString("xmlUrl", feed);
        xml.WriteAttributeString("htmlUrl", page);
        xml.WriteEndElement();
    }
}
