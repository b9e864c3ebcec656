using System.Globalization;
using System.Xml.Linq;
using FeedApi.Model;

namespace FeedApi.Feeds.Validation;

/// <summary>Checks an RSS 2.0 feed; the sections named are those of the RSS Advisory Board's Best Practices Profile.</summary>
internal sealed class RssValidator(string address, FeedFaults faults)
{
    private const int MaxImageWidth = 144;
    private const int MaxImageHeight = 400;

    private static readonly string[] OfChannel =
    [
        "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category",
        "generator", "docs", "cloud", "ttl", "image", "rating", "textInput", "skipHours", "skipDays", "item",
    ];

    private static readonly string[] Repeated = ["category", "item"];

    private static readonly string[] DaysOfWeek = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Checks the whole feed.</summary>
    public void Check(XElement root)
    {
        faults.Unless(root.Name == "rss" && (string?)root.Attribute("version") == "2.0", "rss-root", root, "The root is not rss 2.0.");
        if (root.Elements().ToList() is not [{ Name.LocalName: "channel" } channel])
        {
            faults.Unless(false, "rss-root", root, "The feed does not have exactly one channel.");
            return;
        }

        CheckChannel(channel);
        new FeedLinks(address, faults).CheckHead(channel, FeedFormat.Rss.MediaType);
        var items = new RssItems(faults);
        foreach (var item in channel.Elements("item")) items.Check(item);
    }

    private void CheckChannel(XElement channel)
    {
        CheckElements(channel, OfChannel, Repeated, faults);
        foreach (var name in (string[])["title", "link", "description"])
        {
            faults.Unless(
                !string.IsNullOrWhiteSpace((string?)channel.Element(name)) || name == "description" && channel.Element(name) is not null,
                "rss-channel", channel, $"The channel has no {name} (4.1.1).");
        }

        // 4.1.1: a reader that stops at the first item would miss what comes after it.
        var isAfterItem = channel.Elements().SkipWhile(element => element.Name != "item")
            .FirstOrDefault(element => element.Name.Namespace == XNamespace.None && element.Name != "item");
        if (isAfterItem is not null) faults.Unless(false, "rss-order", isAfterItem, "It comes after an item.");
        if (channel.Element("link") is { } link)
            faults.Unless(FeedValues.IsWebAddress(link.Value), "link-address", link, "The address of the site is not absolute.");
        if (channel.Element("language") is { } language)
            faults.Unless(FeedValues.IsLanguage(language.Value), "language", language, "It is no tag of a language (4.1.1.10).");
        foreach (var date in channel.Elements("pubDate").Concat(channel.Elements("lastBuildDate"))) CheckDate(date, faults);
        foreach (var mail in channel.Elements("managingEditor").Concat(channel.Elements("webMaster"))) CheckContact(mail, faults);
        if (channel.Element("ttl") is { } ttl) faults.Unless(FeedValues.IsCount(ttl.Value), "rss-ttl", ttl, "It is no number of minutes.");
        if (channel.Element("image") is { } image) CheckImage(image);
        CheckSkipped(channel);
    }

    // 4.1.1.15 and 4.1.1.16.
    private void CheckSkipped(XElement channel)
    {
        CheckSet(channel.Element("skipHours"), "hour", hour => int.TryParse(hour, NumberStyles.None, null, out var number) && number < 24);
        CheckSet(channel.Element("skipDays"), "day", day => DaysOfWeek.Contains(day, StringComparer.Ordinal));
    }

    private void CheckSet(XElement? set, string name, Func<string, bool> isGood)
    {
        if (set is null) return;
        var values = set.Elements(name).Select(element => element.Value).ToList();
        faults.Unless(values.TrueForAll(isGood.Invoke), "rss-skip", set, $"It has another {name} than there is.");
        faults.Unless(values.Distinct(StringComparer.Ordinal).Count() == values.Count, "rss-skip", set, $"It has a {name} twice.");
    }

    // 4.1.1.9.
    private void CheckImage(XElement image)
    {
        faults.Unless(FeedValues.IsWebAddress((string?)image.Element("url")), "rss-image", image, "It has no absolute url.");
        faults.Unless(FeedValues.IsWebAddress((string?)image.Element("link")), "rss-image", image, "It has no absolute link.");
        faults.Unless(image.Element("title") is not null, "rss-image", image, "It has no title.");
        CheckSize(image.Element("width"), MaxImageWidth);
        CheckSize(image.Element("height"), MaxImageHeight);
    }

    private void CheckSize(XElement? size, int max)
    {
        if (size is null) return;
        var isSmall = int.TryParse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels <= max;
        faults.Unless(isSmall, "rss-image", size, FormattableString.Invariant($"It is more than {max}."));
    }

    /// <summary>Checks that elements without a namespace are those of the specification, and those that must be unique are.</summary>
    internal static void CheckElements(XElement parent, string[] known, string[] repeated, FeedFaults faults)
    {
        foreach (var group in parent.Elements().Where(element => element.Name.Namespace == XNamespace.None)
            .GroupBy(element => element.Name.LocalName, StringComparer.Ordinal))
        {
            faults.Unless(known.Contains(group.Key, StringComparer.Ordinal), "rss-element", group.First(), "RSS has no such element here.");
            var isOnce = group.Count() == 1 || repeated.Contains(group.Key, StringComparer.Ordinal);
            faults.Unless(isOnce, "rss-element", group.Last(), "It may occur only once (4.1.1).");
        }
    }

    /// <summary>Checks a date (3.2).</summary>
    internal static void CheckDate(XElement date, FeedFaults faults) => faults.Unless(
        FeedValues.IsRfc822(date.Value), "rss-date", date,
        $"{FeedFaults.Quote(date.Value)} is no date of RFC 822 with a year of four digits and the right day of the week.");

    /// <summary>Checks a person, who is named by an address of mail (3.3).</summary>
    internal static void CheckContact(XElement contact, FeedFaults faults) => faults.Unless(
        FeedValues.IsContact(contact.Value), "rss-contact", contact,
        $"{FeedFaults.Quote(contact.Value)} is no address of mail, with or without a name in parentheses.");
}
