using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedApi.Feeds.Validation;

/// <summary>Checks a JSON Feed; the rules are those of version 1.1 of its specification.</summary>
internal sealed partial class JsonFeedValidator(string address, FeedFaults faults)
{
    private const string Version = "https://jsonfeed.org/version/1.1";

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Checks the whole feed.</summary>
    public void Check(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("json-root", "", "The feed is no object.");
            return;
        }

        if (TextOf(root, "version") != Version) faults.Add("json-version", "/version", $"The version is not {Version}.");
        if (string.IsNullOrEmpty(TextOf(root, "title"))) faults.Add("json-title", "/title", "The feed has no title.");
        Address(root, "", "home_page_url", isRequired: true);
        if (TextOf(root, "feed_url") != address) faults.Add("json-feed-url", "/feed_url", $"It is not {address}.");
        if (Address(root, "", "next_url") == address) faults.Add("json-next-url", "/next_url", "It leads to this very document.");
        foreach (var name in (string[])["icon", "favicon"]) Address(root, "", name);
        Language(root, "");
        Authors(root, "");
        Extensions(root, "");
        Objects(root, "", "hubs", (hub, place) =>
        {
            if (string.IsNullOrEmpty(TextOf(hub, "type"))) faults.Add("json-hub", place, "It has no type.");
            Address(hub, place, "url", isRequired: true);
        });
        if (!root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            faults.Add("json-items", "/items", "The feed has no list of items.");
        else Objects(root, "", "items", CheckItem);
    }

    private void CheckItem(JsonElement item, string place)
    {
        if (TextOf(item, "id") is not { Length: > 0 } id) faults.Add("json-id", place + "/id", "The item has no id that is a text.");
        else if (!ids.Add(id)) faults.Add("json-id", place + "/id", "Another item has the same id.");
        var html = TextOf(item, "content_html");
        if (html is null && TextOf(item, "content_text") is null) faults.Add("json-content", place, "The item has no content.");
        if (html is not null) faults.AddMarkup(place + "/content_html", html);
        foreach (var name in (string[])["url", "external_url", "image", "banner_image"]) Address(item, place, name);
        Date(item, place, "date_published");
        Date(item, place, "date_modified");
        Language(item, place);
        Authors(item, place);
        Extensions(item, place);
        Tags(item, place);
        Objects(item, place, "attachments", (attachment, at) =>
        {
            Address(attachment, at, "url", isRequired: true);
            if (!FeedValues.IsMediaType(TextOf(attachment, "mime_type"))) faults.Add("json-attachment", at, "It has no mime_type.");
            if (attachment.TryGetProperty("size_in_bytes", out var size) && size.ValueKind != JsonValueKind.Number)
                faults.Add("json-attachment", at, "Its size_in_bytes is no number.");
        });
    }

    private void Authors(JsonElement owner, string place)
    {
        if (owner.TryGetProperty("author", out _)) faults.Add("json-author", place + "/author", "It is called authors since version 1.1.");
        Objects(owner, place, "authors", (author, at) =>
        {
            Address(author, at, "url");
            Address(author, at, "avatar");
            var isKnown = TextOf(author, "name") is { Length: > 0 }
                || TextOf(author, "url") is not null
                || TextOf(author, "avatar") is not null;
            if (!isKnown) faults.Add("json-author", at, "It has neither a name nor an address.");
        });
    }

    private void Tags(JsonElement item, string place)
    {
        if (!item.TryGetProperty("tags", out var tags)) return;
        var texts = tags.ValueKind == JsonValueKind.Array ? tags.EnumerateArray().ToList() : [];
        var areTexts = tags.ValueKind == JsonValueKind.Array && texts.TrueForAll(tag => tag.ValueKind == JsonValueKind.String);
        if (!areTexts) faults.Add("json-tags", place + "/tags", "Tags are a list of texts.");
        else if (texts.DistinctBy(tag => tag.GetString()).Count() != texts.Count)
            faults.Add("json-tags", place + "/tags", "A tag is there twice.");
    }

    // "Publishers can use custom objects": the name begins with an underscore and a letter, and has no dot.
    private void Extensions(JsonElement owner, string place)
    {
        foreach (var member in owner.EnumerateObject().Where(member => member.Name.StartsWith('_')))
        {
            var isGood = Extension().IsMatch(member.Name) && member.Value.ValueKind == JsonValueKind.Object;
            if (!isGood)
                faults.Add("json-extension", $"{place}/{member.Name}", "An extension is an object named by an underscore and letters.");
        }
    }

    private void Language(JsonElement owner, string place)
    {
        if (owner.TryGetProperty("language", out var language)
            && (language.ValueKind != JsonValueKind.String || !FeedValues.IsLanguage(language.GetString()!)))
            faults.Add("language", place + "/language", "It is no tag of a language.");
    }

    private void Date(JsonElement owner, string place, string name)
    {
        if (owner.TryGetProperty(name, out _) && FeedValues.Rfc3339(TextOf(owner, name)) is null)
            faults.Add("json-date", $"{place}/{name}", "It is no date of RFC 3339.");
    }

    private string? Address(JsonElement owner, string place, string name, bool isRequired = false)
    {
        var value = TextOf(owner, name);
        if ((isRequired || owner.TryGetProperty(name, out _)) && !FeedValues.IsWebAddress(value))
            faults.Add("link-address", $"{place}/{name}", "It is no absolute address.");
        return value;
    }

    private void Objects(JsonElement owner, string place, string name, Action<JsonElement, string> check)
    {
        if (!owner.TryGetProperty(name, out var list)) return;
        var number = 0;
        foreach (var each in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [])
        {
            var at = FormattableString.Invariant($"{place}/{name}/{number++}");
            if (each.ValueKind == JsonValueKind.Object) check(each, at);
            else faults.Add("json-object", at, "It is no object.");
        }

        if (list.ValueKind != JsonValueKind.Array) faults.Add("json-object", $"{place}/{name}", "It is no list.");
    }

    private static string? TextOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("^_[A-Za-z][^.]*$")]
    private static partial Regex Extension();
}
