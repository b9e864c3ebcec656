using System.Xml.Linq;

namespace FeedApi.Feeds.Validation;

/// <summary>Checks the items of an RSS 2.0 feed; the sections named are those of the Best Practices Profile.</summary>
internal sealed class RssItems(FeedFaults faults)
{
    private static readonly string[] Known =
    [
        "title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source",
    ];

    private static readonly string[] Repeated = ["category"];

    private readonly HashSet<string> guids = new(StringComparer.Ordinal);

    /// <summary>Checks one item.</summary>
    public void Check(XElement item)
    {
        RssValidator.CheckElements(item, Known, Repeated, faults);
        var hasText = item.Elements("title").Concat(item.Elements("description")).Any(text => !string.IsNullOrWhiteSpace(text.Value));
        faults.Unless(hasText, "rss-item", item, "It has neither a title nor a description (4.1.1.20).");
        if (item.Element("pubDate") is { } date) RssValidator.CheckDate(date, faults);
        CheckAddresses(item);
        CheckGuid(item);
        CheckAuthors(item);
        CheckText(item);
        foreach (var enclosure in item.Elements("enclosure")) CheckEnclosure(enclosure);
    }

    private void CheckAddresses(XElement item)
    {
        foreach (var link in item.Elements("link").Concat(item.Elements("comments")))
            faults.Unless(FeedValues.IsWebAddress(link.Value), "link-address", link, $"{FeedFaults.Quote(link.Value)} is not absolute.");
    }

    // 4.1.1.20.6: readers tell items apart by it.
    private void CheckGuid(XElement item)
    {
        if (item.Element("guid") is not { } guid)
        {
            faults.Unless(false, "rss-guid", item, "It has no guid.");
            return;
        }

        var isLink = (string?)guid.Attribute("isPermaLink") is null or "true";
        faults.Unless(!isLink || FeedValues.IsWebAddress(guid.Value), "rss-guid", guid, "It says that it is an address, and is none.");
        faults.Unless(guid.Value.Trim().Length > 0, "rss-guid", guid, "It is empty.");
        faults.Unless(!FeedValues.IsCount(guid.Value), "rss-guid", guid, "It is a bare number, which other feeds have too.");
        faults.Unless(guids.Add(guid.Value), "rss-guid", guid, "Another item has the same.");
    }

    // 5.3.1: who has only a name is a dc:creator.
    private void CheckAuthors(XElement item)
    {
        if (item.Element("author") is not { } author) return;
        RssValidator.CheckContact(author, faults);
        faults.Unless(item.Element(FeedNames.DublinCore + "creator") is null, "rss-author", author, "There is a dc:creator beside it.");
    }

    // 5.2.1: the summary comes before the whole text.
    private void CheckText(XElement item)
    {
        var whole = item.Element(FeedNames.Content + "encoded");
        if (whole is not null && item.Element("description") is { } summary)
        {
            var isFirst = summary.IsBefore(whole);
            faults.Unless(isFirst, "rss-order", summary, "It comes after content:encoded.");
        }

        foreach (var text in item.Elements("description").Append(whole).OfType<XElement>()) faults.AddMarkup(text);
    }

    // 4.1.1.20.5.
    private void CheckEnclosure(XElement enclosure)
    {
        faults.Unless(
            FeedValues.IsWebAddress((string?)enclosure.Attribute("url")), "rss-enclosure", enclosure, "Its url is not absolute.");
        faults.Unless(
            FeedValues.IsMediaType((string?)enclosure.Attribute("type")), "rss-enclosure", enclosure, "Its type is no media type.");
        faults.Unless(FeedValues.IsCount((string?)enclosure.Attribute("length")), "rss-enclosure", enclosure, "Its length is no number.");
    }
}
