using System.Xml.Linq;
using FeedApi.Model;

namespace FeedApi.Feeds.Validation;

/// <summary>Checks an Atom feed; the sections named are those of RFC 4287.</summary>
internal sealed class AtomValidator(string address, FeedFaults faults)
{
    private static readonly XNamespace Atom = FeedNames.Atom;
    private static readonly string[] Once = ["id", "title", "updated"];
    private static readonly string[] Texts = ["title", "subtitle", "rights", "summary", "content"];

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly FeedLinks links = new(address, faults);

    /// <summary>Checks the whole feed.</summary>
    public void Check(XElement root)
    {
        if (root.Name != Atom + "feed")
        {
            faults.Unless(false, "atom-root", root, "The root is not feed of Atom.");
            return;
        }

        CheckCommon(root);
        links.CheckHead(root, FeedFormat.Atom.MediaType);
        foreach (var icon in root.Elements(Atom + "icon").Concat(root.Elements(Atom + "logo")))
            faults.Unless(FeedValues.IsWebAddress(icon.Value), "link-address", icon, "The address is not absolute.");
        var hasAuthor = root.Element(Atom + "author") is not null;
        var updated = FeedValues.Rfc3339((string?)root.Element(Atom + "updated"));
        foreach (var entry in root.Elements(Atom + "entry")) Check(entry, hasAuthor, updated);
    }

    private void Check(XElement entry, bool hasAuthor, DateTimeOffset? feedUpdated)
    {
        CheckCommon(entry);
        var isOfSomebody = hasAuthor || entry.Element(Atom + "author") is not null;
        faults.Unless(isOfSomebody, "atom-author", entry, "Neither it nor the feed has an author (4.1.2).");
        var id = (string?)entry.Element(Atom + "id") ?? "";
        faults.Unless(ids.Add(id), "atom-id", entry, "Another entry has the same id.");
        var updated = FeedValues.Rfc3339((string?)entry.Element(Atom + "updated"));
        faults.Unless(!(updated > feedUpdated), "atom-updated", entry, "It was updated after the feed (4.2.15).");
        var content = entry.Element(Atom + "content");
        var ownLinks = entry.Elements(Atom + "link").ToList();
        foreach (var link in ownLinks) links.CheckAddress(link);
        var alternates = ownLinks.Where(link => FeedLinks.RelationOf(link) == "alternate").ToList();
        faults.Unless(content is not null || alternates.Count > 0, "atom-content", entry, "It has neither content nor a link (4.1.2).");
        var kinds = alternates.Select(link => ((string?)link.Attribute("type"), (string?)link.Attribute("hreflang"))).ToList();
        faults.Unless(kinds.Distinct().Count() == kinds.Count, "atom-link", entry, "Two of its links are the same version (4.1.2).");
        var hasText = content is not null && content.Attribute("src") is null || entry.Element(Atom + "summary") is not null;
        faults.Unless(hasText, "atom-content", entry, "It has neither a text nor a summary (4.1.2).");
    }

    private void CheckCommon(XElement element)
    {
        foreach (var name in Once)
        {
            var count = element.Elements(Atom + name).Count();
            faults.Unless(count == 1, "atom-element", element, $"It has {count} {name} elements, not one (4.1).");
        }

        if (element.Element(Atom + "id") is { } id)
            faults.Unless(FeedValues.IsIdentifier(id.Value), "atom-id", id, "It is no absolute address in ASCII (4.2.6).");
        foreach (var date in element.Elements(Atom + "updated").Concat(element.Elements(Atom + "published")))
        {
            faults.Unless(
                FeedValues.Rfc3339(date.Value) is not null, "atom-date", date,
                $"{FeedFaults.Quote(date.Value)} is no date of RFC 3339 (3.3).");
        }

        if ((string?)element.Attribute(XNamespace.Xml + "lang") is { Length: > 0 } language)
            faults.Unless(FeedValues.IsLanguage(language), "language", element, $"{FeedFaults.Quote(language)} is no tag of a language.");
        foreach (var person in element.Elements(Atom + "author").Concat(element.Elements(Atom + "contributor"))) CheckPerson(person);
        foreach (var category in element.Elements(Atom + "category"))
            faults.Unless(!string.IsNullOrEmpty((string?)category.Attribute("term")), "atom-category", category, "It has no term (4.2.2).");
        foreach (var text in Texts.SelectMany(name => element.Elements(Atom + name))) CheckText(text);
    }

    // 3.2.
    private void CheckPerson(XElement person)
    {
        var names = person.Elements(Atom + "name").ToList();
        faults.Unless(names is [{ Value.Length: > 0 }], "atom-person", person, "A person has exactly one name.");
        var uris = person.Elements(Atom + "uri").ToList();
        var isUri = uris.Count == 0 || (uris is [var uri] && FeedValues.IsWebAddress(uri.Value));
        faults.Unless(isUri, "atom-person", person, "Its uri is not absolute.");
        var mails = person.Elements(Atom + "email").ToList();
        var isMail = mails.Count == 0 || (mails is [var mail] && FeedValues.IsMail(mail.Value));
        faults.Unless(isMail, "atom-person", person, "Its email is none.");
    }

    // 3.1.1 and 4.1.3.3.
    private void CheckText(XElement text)
    {
        switch ((string?)text.Attribute("type") ?? "text")
        {
            case "text":
                faults.Unless(!text.HasElements, "atom-text", text, "A plain text has no elements.");
                break;
            case "html":
                faults.Unless(!text.HasElements, "atom-text", text, "HTML is written as text, with its tags escaped.");
                faults.AddMarkup(text);
                break;
            case "xhtml":
                var isDivision = text.Elements().ToList() is [var only] && only.Name == FeedNames.Xhtml + "div";
                faults.Unless(isDivision, "atom-text", text, "XHTML is one div.");
                break;
            default:
                break;
        }
    }
}
