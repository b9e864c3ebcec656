using System.Text;
using System.Xml;
using FeedApi.Catalog;
using FeedApi.Content;
using FeedApi.Rendering;

namespace FeedApi.Feeds;

/// <summary>Writes the list of all feeds as OPML 2.0: the main feed, then every category, in one flat list that every importer takes.</summary>
public sealed class OpmlWriter(SiteConfig site, SiteLinks links)
{
    /// <summary>The Content-Type field.</summary>
    public const string ContentType = "text/x-opml; charset=utf-8";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The bytes of the list, equal for equal input.</summary>
    public byte[] Write(IReadOnlyList<TermSummary> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings)) WriteDocument(xml, categories);
        return buffer.ToArray();
    }

    private void WriteDocument(XmlWriter xml, IReadOnlyList<TermSummary> categories)
    {
        var title = FeedEntries.Line(site.Title);
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", title);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        WriteOutline(xml, title, site.Description, links.MainFeed(FeedFormat.Rss.Name), links.Home);
        foreach (var each in categories)
        {
            var feed = links.TermFeed(each.Kind, each.Slug, FeedFormat.Rss.Name);
            WriteOutline(xml, FeedEntries.Line(each.Name), each.Description, feed, links.Term(each.Kind, each.Slug));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
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
