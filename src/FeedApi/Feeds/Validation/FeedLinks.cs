using System.Xml.Linq;

namespace FeedApi.Feeds.Validation;

/// <summary>Checks the <c>link</c> elements of Atom, which RSS feeds use too, and what RFC 5005 says of them.</summary>
internal sealed class FeedLinks(string address, FeedFaults faults)
{
    private static readonly string[] OfHistory = ["prev-archive", "next-archive", "current", "next", "prev", "previous", "first", "last"];

    /// <summary>Checks the links of the head of a feed.</summary>
    /// <param name="head">The element that has them.</param>
    /// <param name="mediaType">The media type of the format.</param>
    public void CheckHead(XElement head, string mediaType)
    {
        var links = head.Elements(FeedNames.Atom + "link").ToList();
        foreach (var link in links) CheckAddress(link);
        var own = links.Where(link => RelationOf(link) == "self").ToList();
        if (own is not [var self]) faults.Unless(false, "link-self", head, $"The feed has {own.Count} links to itself, not one.");
        else
        {
            faults.Unless((string?)self.Attribute("href") == address, "link-self", self, $"The link to itself does not lead to {address}.");
            var type = (string?)self.Attribute("type") ?? mediaType;
            faults.Unless(type == mediaType, "link-self", self, $"Its type is not {mediaType}.");
        }

        CheckHistory(head, links);
    }

    /// <summary>Checks the address, type, language and length of a link.</summary>
    public void CheckAddress(XElement link)
    {
        var target = (string?)link.Attribute("href");
        faults.Unless(
            FeedValues.IsWebAddress(target), "link-address", link,
            $"The address {FeedFaults.Quote(target ?? "")} is not absolute, or has letters that are not encoded.");
        if ((string?)link.Attribute("type") is { } type)
            faults.Unless(FeedValues.IsMediaType(type), "link-type", link, $"{FeedFaults.Quote(type)} is no media type.");
        if ((string?)link.Attribute("hreflang") is { } language)
            faults.Unless(FeedValues.IsLanguage(language), "language", link, $"{FeedFaults.Quote(language)} is no tag of a language.");
        if ((string?)link.Attribute("length") is { } length)
            faults.Unless(FeedValues.IsCount(length), "link-length", link, $"The length {FeedFaults.Quote(length)} is no number of bytes.");
    }

    /// <summary>The relation of a link; without one it is an alternate (RFC 4287, section 4.2.7.2).</summary>
    public static string RelationOf(XElement link) => (string?)link.Attribute("rel") ?? "alternate";

    private void CheckHistory(XElement head, List<XElement> links)
    {
        var isComplete = head.Element(FeedNames.History + "complete") is not null;
        var isArchive = head.Element(FeedNames.History + "archive") is not null;
        var ofHistory = links.Where(link => OfHistory.Contains(RelationOf(link), StringComparer.Ordinal)).ToList();
        foreach (var link in ofHistory.Where(_ => isComplete))
            faults.Unless(false, "history-complete", link, "A complete feed has no other parts (RFC 5005, section 2).");
        if (isArchive)
        {
            faults.Unless(!isComplete, "history-archive", head, "A feed cannot be complete and an archive.");
            faults.Unless(
                ofHistory.Exists(link => RelationOf(link) == "current"), "history-archive", head,
                "An archive has no link to the current feed (RFC 5005, section 4).");
        }

        foreach (var link in ofHistory.Where(link => RelationOf(link) is "prev-archive" or "next" or "next-archive"))
            faults.Unless((string?)link.Attribute("href") != address, "history-loop", link, "The link leads to this very document.");
    }
}
