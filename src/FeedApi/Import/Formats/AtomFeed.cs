using System.Net;
using System.Xml.Linq;

namespace FeedApi.Import.Formats;

/// <summary>Atom 1.0 (RFC 4287), and 0.3 as far as it is alike.</summary>
internal static class AtomFeed
{
    /// <summary>Reads a feed.</summary>
    public static ImportedFile Read(XElement root, TimeZoneInfo zone)
    {
        var file = new ImportedFile(root.Name.Namespace == XmlNames.Atom ? "Atom 1.0" : "Atom 0.3");
        // A feed must name somebody; without an author it is the site itself (RFC 4287, section 4.1.1).
        var title = HtmlText.Of(HtmlOf(root.Element(root.Name.Namespace + "title")));
        var authors = AuthorsOf(root).Where(name => name != title).ToList();
        foreach (var entry in root.Elements(root.Name.Namespace + "entry")) file.Posts.Add(PostOf(entry, zone, authors));
        return file;
    }

    private static ImportedPost PostOf(XElement entry, TimeZoneInfo zone, List<string> authorsOfFeed)
    {
        var atom = entry.Name.Namespace;
        var updated = FeedFields.DateOf(entry.Text(atom + "updated") ?? entry.Text(atom + "modified"), zone);
        var published = FeedFields.DateOf(
            entry.Text(atom + "published") ?? entry.Text(atom + "issued") ?? entry.Text(atom + "created"), zone);
        var own = AuthorsOf(entry);
        var terms = entry.Elements(atom + "category")
            .Select(each => (
                Name: FeedFields.NullIfEmpty(each.Attribute("label")?.Value ?? each.Attribute("term")?.Value),
                Scheme: each.Attribute("scheme")?.Value))
            .Where(term => term.Name is not null).ToList();
        var content = entry.Element(atom + "content");
        var summary = entry.Element(atom + "summary");
        return new ImportedPost
        {
            Guid = entry.Text(atom + "id"),
            Title = HtmlText.Of(HtmlOf(entry.Element(atom + "title"))),
            Published = published ?? updated,
            Updated = published is null || updated == published ? null : updated,
            Address = LinksOf(entry, "alternate").Select(link => FeedFields.Absolute(link.Attribute("href")?.Value, link)).FirstOrDefault(),
            Authors = own.Count > 0 ? own : authorsOfFeed,
            Categories = [.. terms.Where(term => !TermAddresses.IsOfTag(term.Scheme)).Select(term => term.Name!).Distinct()],
            Tags = [.. terms.Where(term => TermAddresses.IsOfTag(term.Scheme)).Select(term => term.Name!).Distinct()],
            Body = HtmlOf(content) ?? HtmlOf(summary) ?? "",
            Summary = content is null ? null : HtmlText.Of(HtmlOf(summary)) is { Length: > 0 } text ? text : null,
            Language = entry.AncestorsAndSelf().Select(each => FeedFields.NullIfEmpty(each.Attribute(XNamespace.Xml + "lang")?.Value))
                .FirstOrDefault(tag => tag is not null),
            Enclosures =
            [
                .. LinksOf(entry, "enclosure").Where(link => link.Attribute("href") is not null).Select(link => new ImportedEnclosure(
                    FeedFields.Absolute(link.Attribute("href")!.Value, link)!, FeedFields.NullIfEmpty(link.Attribute("type")?.Value),
                    FeedFields.Size(link.Attribute("length")?.Value))),
            ],
        };
    }

    private static List<string> AuthorsOf(XElement element) =>
    [
        .. element.Elements(element.Name.Namespace + "author")
            .Select(author => author.Text(author.Name.Namespace + "name") ?? author.Text(author.Name.Namespace + "email")).OfType<string>(),
    ];

    // Without a relation it is "alternate" (RFC 4287, section 4.2.7.2).
    private static IEnumerable<XElement> LinksOf(XElement entry, string relation) =>
        entry.Elements(entry.Name.Namespace + "link").Where(link => (link.Attribute("rel")?.Value ?? "alternate") == relation);

    // RFC 4287, section 3.1: text, escaped HTML, or XHTML in a div. Atom 0.3 has a mode and media types.
    private static string? HtmlOf(XElement? text)
    {
        if (text is null) return null;
        var type = text.Attribute("type")?.Value ?? "text";
        var isEscaped = text.Attribute("mode")?.Value == "escaped";
        if (type.Contains("xhtml", StringComparison.Ordinal) || (text.HasElements && !isEscaped)) return InnerXhtml(text);
        if (type is "html" or "text/html" || isEscaped) return text.Value.Trim();
        return WebUtility.HtmlEncode(text.Value.Trim());
    }

    private static string InnerXhtml(XElement text)
    {
        var holder = text.Element(XmlNames.Xhtml + "div") is { } div && text.Elements().Count() == 1 ? div : text;
        var copy = new XElement("x", holder.Nodes().Select(WithoutNamespace));
        return string.Concat(copy.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Trim();
    }

    private static XNode WithoutNamespace(XNode node) => node is XElement element
        ? new XElement(
            element.Name.LocalName,
            element.Attributes().Where(each => !each.IsNamespaceDeclaration)
                .Select(each => new XAttribute(each.Name.LocalName, AbsoluteIn(each))),
            // An element that is not empty in HTML needs its end.
            element.Nodes().Any() ? element.Nodes().Select(WithoutNamespace) : IsVoid(element) ? [] : [new XText("")])
        : node is XCData data ? new XText(data.Value) : node;

    private static string AbsoluteIn(XAttribute attribute) =>
        attribute.Name.LocalName is "href" or "src" && attribute.Value is not ['#', ..]
            ? FeedFields.Absolute(attribute.Value, attribute.Parent!) ?? attribute.Value
            : attribute.Value;

    private static bool IsVoid(XElement element) =>
        element.Name.LocalName is "br" or "hr" or "img" or "input" or "source" or "track" or "wbr" or "col" or "area" or "embed";
}
