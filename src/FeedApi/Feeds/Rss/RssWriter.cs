using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using FeedApi.Feeds.Entries;
using FeedApi.Feeds.Namespaces;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Rss;

/// <summary>Writes RSS 2.0 after the RSS Advisory Board's Best Practices Profile.</summary>
internal sealed class RssWriter(SiteLinks links) : IFeedWriter
{
    private static readonly Uri Specification = new("https://www.rssboard.org/rss-specification");
    private static readonly string[] ImageExtensions = [".png", ".jpg", ".jpeg", ".gif"];

    private readonly FeedEntries entries = new(links);

    /// <inheritdoc/>
    public FeedFormat Format => FeedFormat.Rss;

    /// <inheritdoc/>
    public byte[] Write(FeedDefinition feed, IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(articles);
        var shown = entries.Of(feed, articles);
        var isPodcast = FeedEntries.CanBePlayed(shown);
        var items = shown.Select(entry => ItemOf(entry, isPodcast)).ToList();
        var channel = ChannelOf(feed, shown);
        channel.Items = items;
        using var buffer = new MemoryStream();
        using (var xml = new RssXmlWriter(buffer)) WriteDocument(xml, channel, items);
        return buffer.ToArray();
    }

    // The formatter's own root element would declare a10:; its WriteXml writes what is inside the root.
    private static void WriteDocument(XmlWriter xml, RssChannel channel, List<RssItem> items)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("rss");
        foreach (var (prefix, address) in FeedNamespaces.Of(Used(channel, items))) xml.WriteAttributeString("xmlns", prefix, null, address);
        ((IXmlSerializable)new RssFormatter(channel)).WriteXml(xml);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static IEnumerable<XNamespace> Used(RssChannel channel, List<RssItem> items)
    {
        var used = items.SelectMany(item => item.Extensions)
            .Concat(channel.Extensions)
            .Concat(channel.LastExtensions)
            .Select(element => element.Name.Namespace)
            .Concat([FeedNamespaces.Atom, FeedNamespaces.Syndication]);
        return items.Exists(item => item.Html is not null) ? used.Append(FeedNamespaces.Content) : used;
    }

    private static RssChannel ChannelOf(FeedDefinition feed, IReadOnlyList<FeedEntry> shown)
    {
        var podcast = shown.Any(entry => entry.Episode is not null) ? feed.Podcast : null;
        var channel = new RssChannel(feed, FeedEntries.UpdatedOf(shown))
        {
            Extensions = podcast is null ? [] : [.. ITunes.Of(podcast), .. Podcasting.Of(podcast)],
            LastExtensions = podcast is null ? [] : [Podcasting.GuidOf(podcast)],
            Copyright = feed.Rights is { } rights ? new TextSyndicationContent(FeedEntries.Line(rights)) : null,
            Title = new TextSyndicationContent(FeedEntries.Line(feed.Title)),
            Description = new TextSyndicationContent(FeedEntries.Line(feed.Description)),
            Language = feed.Language,
            Generator = $"{Generator.Name} {Generator.Version}",
            Documentation = new SyndicationLink(Specification),
            TimeToLive = TimeSpan.FromMinutes(feed.PollEveryMinutes),
            ImageUrl = ImageOf(feed),
        };
        channel.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(feed.HomePage)));
        return channel;
    }

    private static Uri? ImageOf(FeedDefinition feed) =>
        WebAddress.Parse(feed.Image) is { } image
        && ImageExtensions.Contains(Path.GetExtension(image.AbsolutePath), StringComparer.OrdinalIgnoreCase) ? image : null;

    private RssItem ItemOf(FeedEntry entry, bool isPodcast)
    {
        var isSummarised = entry.Summary.Length > 0;
        var email = EmailOf(entry.Authors);
        var item = new RssItem(entry.Published)
        {
            Id = entry.Guid,
            Title = new TextSyndicationContent(entry.Title),
            Summary = new TextSyndicationContent(isSummarised || entry.Html is null ? AsHtml(entry.Text) : entry.Html),
            Html = isSummarised ? entry.Html : null,
            Extensions = [.. ExtensionsOf(entry, email is null ? entry.Authors : [], isPodcast)],
        };
        if (email is not null) item.Authors.Add(new SyndicationPerson(email));
        item.Links.Add(SyndicationLink.CreateAlternateLink(entry.Url));
        foreach (var term in entry.Terms) item.Categories.Add(new SyndicationCategory(term.Name, links.Term(term.Kind, term.Slug), null));
        if (entry.Enclosures.Count > 0) item.Links.Add(LinkOf(entry.Enclosures[0]));
        return item;
    }

    private static IEnumerable<XElement> ExtensionsOf(FeedEntry entry, IReadOnlyList<EntryAuthor> creators, bool isPodcast)
    {
        foreach (var element in DublinCore.Of(entry, creators)) yield return element;
        // RSS has only one date.
        if (entry.Updated != entry.Published) yield return new XElement(FeedNamespaces.Atom + "updated", FeedDate.Rfc3339(entry.Updated));
        foreach (var element in ITunes.Of(entry, isPodcast)) yield return element;
        foreach (var element in Podcasting.Of(entry)) yield return element;
        foreach (var element in MediaRss.Of(entry, entry.Enclosures.Skip(1), isPodcast)) yield return element;
    }

    // RSS profile, section 3.3: an email address with the name as a comment, which a parenthesis would end.
    private static string? EmailOf(IReadOnlyList<EntryAuthor> authors) =>
        authors is [{ Email: { } email, Name: var name }] && !name.AsSpan().ContainsAny('(', ')', '\\') && IsReadWhole(email)
            ? $"{email} ({name})"
            : null;

    // feedparser, the base of most readers in Python, cuts an email address after four letters of its top-level domain and
    // treats the rest as the name.
    private static bool IsReadWhole(string email) => email.Length - email.LastIndexOf('.') - 1 <= 4;

    private static SyndicationLink LinkOf(EntryEnclosure enclosure)
    {
        var link = SyndicationLink.CreateMediaEnclosureLink(enclosure.Url, enclosure.Type, enclosure.LengthBytes);
        // The formatter omits a length of 0, which RSS requires when the length is unknown.
        if (enclosure.LengthBytes == 0) link.AttributeExtensions.Add(new XmlQualifiedName("length"), "0");
        return link;
    }

    // An item's description is HTML, so a summary in plain text is escaped once more.
    private static string AsHtml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
