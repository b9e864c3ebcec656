using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FeedApi.Feeds.Entries;
using FeedApi.Feeds.Namespaces;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Atom;

/// <summary>Writes Atom 1.0 (RFC 4287).</summary>
internal sealed class AtomWriter(SiteConfig site, SiteLinks links) : IFeedWriter
{
    private static readonly XmlQualifiedName Language = new("lang", "http://www.w3.org/XML/1998/namespace");

    // Line ends are "\n" on every platform; carriage returns become character references.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly FeedEntries entries = new(links);

    /// <inheritdoc/>
    public FeedFormat Format => FeedFormat.Atom;

    /// <inheritdoc/>
    public byte[] Write(FeedDefinition feed, IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(articles);
        var shown = entries.Of(feed, articles);
        var model = FeedOf(feed, FeedEntries.UpdatedOf(shown));
        var isPodcast = FeedEntries.CanBePlayed(shown);
        var items = shown.Select(entry => ItemOf(entry, isPodcast)).ToList();
        model.Items = items;
        foreach (var (prefix, address) in FeedNamespaces.Of(
            items.SelectMany(item => item.Extensions).Select(element => element.Name.Namespace)))
        {
            model.AttributeExtensions.Add(new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName), address);
        }

        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings)) new Atom10FeedFormatter(model).WriteTo(xml);
        return buffer.ToArray();
    }

    private AtomFeed FeedOf(FeedDefinition feed, DateTimeOffset? updated)
    {
        var model = new AtomFeed(links.Public("/docs"), feed)
        {
            Id = feed.Id,
            Title = new TextSyndicationContent(FeedEntries.Line(feed.Title)),
            Description = new TextSyndicationContent(FeedEntries.Line(feed.Description)),
            Language = feed.Language,
            LastUpdatedTime = updated ?? feed.EmptySince,
            ImageUrl = WebAddress.Parse(feed.Image),
            Copyright = RightsOf(feed.Rights),
        };
        model.Authors.Add(PersonOf(FeedAuthor()));
        model.Links.Add(new SyndicationLink(new Uri(feed.AddressOf(Format)), "self", null, Format.MediaType, 0));
        model.Links.Add(new SyndicationLink(new Uri(feed.HomePage), "alternate", null, "text/html", 0));
        foreach (var other in FeedFormat.All.Where(other => other != Format))
        {
            model.Links.Add(new SyndicationLink(new Uri(feed.AddressOf(other)), "alternate", other.Title, other.MediaType, 0));
        }

        foreach (var (relation, address) in feed.HistoryLinks(Format))
            model.Links.Add(new SyndicationLink(new Uri(address), relation, null, Format.MediaType, 0));
        return model;
    }

    // For entries without an author, and for a feed without entries (RFC 4287, section 4.1.1).
    private EntryAuthor FeedAuthor() => site.Author is { } author
        ? FeedEntries.AuthorOf(author.Name, author.Url, author.Email)
        : FeedEntries.AuthorOf(site.Title, links.Home, null);

    private AtomEntry ItemOf(FeedEntry entry, bool isPodcast)
    {
        var item = new AtomEntry
        {
            Extensions = [.. MediaRss.Of(entry, [], isPodcast)],
            Copyright = RightsOf(entry.Rights),
            Id = entry.Guid,
            Title = new TextSyndicationContent(entry.Title),
            PublishDate = entry.Published,
            LastUpdatedTime = entry.Updated,
            Content = entry.Html is { } html ? new TextSyndicationContent(html, TextSyndicationContentKind.Html) : null,
            Summary = entry.Summary.Length > 0 || entry.Html is null ? new TextSyndicationContent(entry.Text) : null,
        };
        if (entry.Language is { } language) item.AttributeExtensions.Add(Language, language);
        foreach (var author in entry.Authors) item.Authors.Add(PersonOf(author));
        foreach (var term in entry.Terms) item.Categories.Add(CategoryOf(term));
        foreach (var link in LinksOf(entry)) item.Links.Add(link);
        return item;
    }

    private static IEnumerable<SyndicationLink> LinksOf(FeedEntry entry)
    {
        yield return new SyndicationLink(entry.Url, "alternate", null, "text/html", 0);
        if (entry.ExternalUrl is { } external) yield return new SyndicationLink(external, "via", null, null, 0);
        foreach (var enclosure in entry.Enclosures)
        {
            yield return new SyndicationLink(enclosure.Url, "enclosure", enclosure.Title, enclosure.Type, enclosure.LengthBytes);
        }
    }

    private static TextSyndicationContent? RightsOf(string? rights) =>
        rights is null ? null : new TextSyndicationContent(FeedEntries.Line(rights));

    private SyndicationCategory CategoryOf(EntryTerm term) =>
        new(term.Slug, links.Public($"/{SiteLinks.Collection(term.Kind)}/"), term.Name);

    private static SyndicationPerson PersonOf(EntryAuthor author) => new(author.Email, author.Name, author.Url?.AbsoluteUri);
}

/// <summary>
/// A feed whose generator has an address and a version, unlike that of the formatter, with an icon and the deleted entries.
/// </summary>
internal sealed class AtomFeed(string generatorAddress, FeedDefinition feed) : SyndicationFeed
{
    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (WebAddress.Parse(feed.Icon) is { } icon) writer.WriteElementString("icon", FeedNamespaces.Atom.NamespaceName, icon.AbsoluteUri);
        writer.WriteStartElement("generator", FeedNamespaces.Atom.NamespaceName);
        writer.WriteAttributeString("uri", generatorAddress);
        writer.WriteAttributeString("version", FeedApi.Feeds.Generator.Version);
        writer.WriteString(FeedApi.Feeds.Generator.Name);
        writer.WriteEndElement();
        FeedHistoryMark.Write(writer, feed.History);
        Tombstones.Write(writer, feed.Deleted);
        base.WriteElementExtensions(writer, version);
    }
}

/// <summary>An entry with elements of other namespaces.</summary>
internal sealed class AtomEntry : SyndicationItem
{
    /// <summary>The elements, in order.</summary>
    internal IReadOnlyList<XElement> Extensions { get; init; } = [];

    /// <inheritdoc/>
    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        FeedNamespaces.Write(writer, Extensions);
        base.WriteElementExtensions(writer, version);
    }
}
