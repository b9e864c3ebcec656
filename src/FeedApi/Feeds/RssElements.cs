using System.ServiceModel.Syndication;
using System.Xml;
using FeedApi.Http;

namespace FeedApi.Feeds;

/// <summary>The namespaces that our RSS uses beside its own.</summary>
internal static class RssNamespaces
{
    internal const string Atom = "http://www.w3.org/2005/Atom";
    internal const string Content = "http://purl.org/rss/1.0/modules/content/";
    internal const string DublinCore = "http://purl.org/dc/elements/1.1/";
}

/// <summary>A channel with its own address and, in a form that every reader takes, the time of its last change.</summary>
/// <remarks>The formatter would write dates with the zone <c>Z</c>, which RFC 822 readers do not all know.</remarks>
internal sealed class RssChannel(string address, DateTimeOffset? builtAt) : SyndicationFeed
{
    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (builtAt is { } instant) writer.WriteElementString("lastBuildDate", HttpDate.Format(instant));
        writer.WriteStartElement("atom", "link", RssNamespaces.Atom);
        writer.WriteAttributeString("rel", "self");
        writer.WriteAttributeString("type", FeedFormat.Rss.MediaType);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
        base.WriteElementExtensions(writer, version);
    }
}

/// <summary>An item with its date, authors' names and full text. The formatter writes these last, so the text follows the description.</summary>
internal sealed class RssItem(DateTimeOffset published) : SyndicationItem
{
    /// <summary>Names of authors without a mail address, each a <c>dc:creator</c>.</summary>
    internal IReadOnlyList<string> Creators { get; init; } = [];

    /// <summary>The whole body for <c>content:encoded</c>; null when the description has all there is.</summary>
    internal string? Html { get; init; }

    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        writer.WriteElementString("pubDate", HttpDate.Format(published));
        foreach (var name in Creators) writer.WriteElementString("dc", "creator", RssNamespaces.DublinCore, name);
        if (Html is not null) WriteHtml(writer, Html);
        base.WriteElementExtensions(writer, version);
    }

    private static void WriteHtml(XmlWriter writer, string html)
    {
        writer.WriteStartElement("content", "encoded", RssNamespaces.Content);
        writer.WriteCData(html);
        writer.WriteEndElement();
    }
}
