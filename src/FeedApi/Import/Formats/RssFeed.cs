using System.Xml.Linq;

namespace FeedApi.Import.Formats;

/// <summary>RSS 2.0 and its predecessors, and RSS 1.0.</summary>
internal static class RssFeed
{
    /// <summary>Reads a feed.</summary>
    public static ImportedFile Read(XElement root, TimeZoneInfo zone)
    {
        var isRdf = root.Name.LocalName == "RDF";
        var file = new ImportedFile(isRdf ? "RSS 1.0" : $"RSS {root.Attribute("version")?.Value ?? "2.0"}");
        var channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel");
        var language = FeedFields.NullIfEmpty(channel?.Elements().FirstOrDefault(each => each.Name.LocalName == "language")?.Value);
        var items = root.DescendantsAndSelf().Where(element => element.Name.LocalName == "item").ToList();
        foreach (var item in items) file.Posts.Add(PostOf(item, zone, language, file));
        return file;
    }

    private static ImportedPost PostOf(XElement item, TimeZoneInfo zone, string? language, ImportedFile file)
    {
        // RSS 1.0 and 0.90 have namespaces of their own.
        var rss = item.Name.Namespace;
        var body = item.Text(XmlNames.Content + "encoded");
        var description = item.Text(rss + "description");
        var guid = item.Text(rss + "guid")
            ?? FeedFields.NullIfEmpty(item.Attributes().FirstOrDefault(each => each.Name.LocalName == "about")?.Value);
        var link = FeedFields.Absolute(item.Text(rss + "link"), item);
        var isAddress = guid?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true
            && item.Element(rss + "guid")?.Attribute("isPermaLink")?.Value != "false";
        var (categories, tags) = TermsOf(item, rss);
        file.Leave("comments", item.Elements(rss + "comments").Count());
        return new ImportedPost
        {
            Guid = guid ?? link,
            Title = HtmlText.Of(item.Text(rss + "title") ?? item.Text(XmlNames.Dc + "title")),
            Published = FeedFields.DateOf(item.Text(rss + "pubDate"), zone) ?? FeedFields.DateOf(item.Text(XmlNames.Dc + "date"), zone)
                ?? FeedFields.DateOf(item.Text(XmlNames.Atom + "published"), zone),
            Updated = FeedFields.DateOf(item.Text(XmlNames.Atom + "updated"), zone),
            // A blog of links leads to what it writes about.
            Address = isAddress ? guid : IsOfHost(link, item) ? link : null,
            Authors = AuthorsOf(item, rss),
            Categories = categories,
            Tags = tags,
            Body = body ?? description ?? "",
            Summary = body is null || description is null ? null : HtmlText.Of(description),
            Language = item.Text(XmlNames.Dc + "language") ?? language,
            Enclosures =
            [
                .. item.Elements(rss + "enclosure").Where(each => each.Attribute("url") is not null).Select(each => new ImportedEnclosure(
                    each.Attribute("url")!.Value, FeedFields.NullIfEmpty(each.Attribute("type")?.Value),
                    FeedFields.Size(each.Attribute("length")?.Value))),
            ],
        };
    }

    private static bool IsOfHost(string? link, XElement item)
    {
        // In RSS 1.0 the channel stands beside the items.
        var beside = item.Parent?.Elements().FirstOrDefault(each => each.Name.LocalName == "channel");
        var site = (beside ?? item.Parent)?.Element(item.Name.Namespace + "link")?.Value;
        return !Uri.TryCreate(site?.Trim(), UriKind.Absolute, out var home)
            || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Host == home.Host);
    }

    private static List<string> AuthorsOf(XElement item, XNamespace rss)
    {
        var names = item.Elements(XmlNames.Dc + "creator").Select(each => FeedFields.NullIfEmpty(each.Value)).OfType<string>().ToList();
        if (names.Count == 0 && item.Text(rss + "author") is { } author) names.Add(NameOf(author));
        return names;
    }

    // "ann@example.org (Ann)"
    private static string NameOf(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && author.EndsWith(')') ? author[(open + 1)..^1].Trim() : author;
    }

    private static (List<string> Categories, List<string> Tags) TermsOf(XElement item, XNamespace rss)
    {
        var (categories, tags) = (new List<string>(), new List<string>());
        foreach (var element in item.Elements(rss + "category").Concat(item.Elements(XmlNames.Dc + "subject")))
        {
            if (FeedFields.NullIfEmpty(element.Value) is not { } name) continue;
            var isTag = TermAddresses.IsOfTag(element.Attribute("domain")?.Value);
            if (!(isTag ? tags : categories).Contains(name)) (isTag ? tags : categories).Add(name);
        }

        return (categories, tags);
    }
}

/// <summary>What the address of a term says of its kind.</summary>
internal static class TermAddresses
{
    /// <summary>True for the address of a tag, or of all tags.</summary>
    public static bool IsOfTag(string? address) =>
        address is not null
        && (address.Contains("/tags/", StringComparison.Ordinal) || address.Contains("/tag/", StringComparison.Ordinal));
}
