using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using FeedApi.Feeds.Namespaces;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds.Rss;

/// <summary>A channel with its own address and the time of its last change in a form that every reader accepts.</summary>
/// <remarks>The formatter would write dates with the zone <c>Z</c>, which not all RFC 822 parsers support.</remarks>
internal sealed class RssChannel(FeedDefinition feed, DateTimeOffset? builtAt) : SyndicationFeed
{
    /// <summary>Elements of other namespaces, in order, before the items.</summary>
    internal IReadOnlyList<XElement> Extensions { get; init; } = [];

    /// <summary>Those behind the items.</summary>
    internal IReadOnlyList<XElement> LastExtensions { get; init; } = [];

    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (builtAt is { } instant) writer.WriteElementString("lastBuildDate", HttpDate.Format(instant));
        var (period, frequency) = PollAdvice.Syndication(feed.PollEveryMinutes);
        writer.WriteElementString("sy", "updatePeriod", FeedNamespaces.Syndication.NamespaceName, period);
        writer.WriteElementString(
            "sy", "updateFrequency", FeedNamespaces.Syndication.NamespaceName, frequency.ToString(CultureInfo.InvariantCulture));
        WriteLink(writer, "self", feed.AddressOf(FeedFormat.Rss));
        foreach (var (relation, address) in feed.HistoryLinks(FeedFormat.Rss)) WriteLink(writer, relation, address);
        FeedHistoryMark.Write(writer, feed.History);
        FeedNamespaces.Write(writer, Extensions);
        base.WriteElementExtensions(writer, version);
    }

    private static void WriteLink(XmlWriter writer, string relation, string address)
    {
        writer.WriteStartElement("atom", "link", FeedNamespaces.Atom.NamespaceName);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", FeedFormat.Rss.MediaType);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
    }
}

/// <summary>
/// An item with its date, full text and elements of other namespaces. The formatter writes these last, so the text follows the description.
/// </summary>
/// <remarks>The text comes before all other elements that a parser may take for it (docs/readers.md).</remarks>
internal sealed class RssItem(DateTimeOffset published) : SyndicationItem
{
    /// <summary>Elements of other namespaces, in order.</summary>
    internal IReadOnlyList<XElement> Extensions { get; init; } = [];

    /// <summary>The full body for <c>content:encoded</c>; null when the description contains everything.</summary>
    internal string? Html { get; init; }

    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        writer.WriteElementString("pubDate", HttpDate.Format(published));
        if (Html is not null) WriteHtml(writer, Html);
        FeedNamespaces.Write(writer, Extensions);
        base.WriteElementExtensions(writer, version);
    }

    private static void WriteHtml(XmlWriter writer, string html)
    {
        writer.WriteStartElement("content", "encoded", FeedNamespaces.Content.NamespaceName);
        writer.WriteCData(html);
        writer.WriteEndElement();
    }
}

/// <summary>A formatter that writes elements of the channel behind its items.</summary>
internal sealed class RssFormatter(RssChannel channel) : Rss20FeedFormatter(channel, serializeExtensionsAsAtom: false)
{
    /// <inheritdoc/>
    protected override void WriteItems(XmlWriter writer, IEnumerable<SyndicationItem> items, Uri feedBaseUri)
    {
        base.WriteItems(writer, items, feedBaseUri);
        FeedNamespaces.Write(writer, channel.LastExtensions);
    }
}
