using System.Text.Encodings.Web;
using System.Text.Json;
using FeedApi.Feeds.Entries;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Json;

/// <summary>Writes JSON Feed 1.1.</summary>
internal sealed class JsonFeedWriter(SiteConfig site, SiteLinks links) : IFeedWriter
{
    private const string Version = "https://jsonfeed.org/version/1.1";

    // 中文 unescaped takes half the bytes. The response is JSON with nosniff, so escaping for HTML gains nothing.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FeedEntries entries = new(links);

    /// <inheritdoc/>
    public FeedFormat Format => FeedFormat.Json;

    /// <inheritdoc/>
    public byte[] Write(FeedDefinition feed, IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(articles);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteFeed(json, feed);
            json.WriteStartArray("items");
            foreach (var entry in entries.Of(feed, articles)) WriteItem(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteFeed(Utf8JsonWriter json, FeedDefinition feed)
    {
        json.WriteString("version", Version);
        json.WriteString("title", FeedEntries.Line(feed.Title));
        json.WriteString("home_page_url", feed.HomePage);
        json.WriteString("feed_url", feed.AddressOf(Format));
        if (feed.History.NextPage is { } next) json.WriteString("next_url", feed.AddressOf(Format, next));
        json.WriteString("description", FeedEntries.Line(feed.Description));
        WriteIfAny(json, "icon", WebAddress.Parse(feed.Image ?? feed.Icon)?.AbsoluteUri);
        WriteIfAny(json, "favicon", WebAddress.Parse(feed.Icon)?.AbsoluteUri);
        json.WriteString("language", feed.Language);
        if (site.Author is { } author) WriteAuthors(json, [FeedEntries.AuthorOf(author.Name, author.Url, author.Email)]);
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Guid);
        json.WriteString("url", entry.Url.AbsoluteUri);
        WriteIfAny(json, "external_url", entry.ExternalUrl?.AbsoluteUri);
        json.WriteString("title", entry.Title);
        WriteContent(json, entry);
        WriteIfAny(json, "image", entry.Image?.Url.AbsoluteUri);
        json.WriteString("date_published", FeedDate.Rfc3339(entry.Published));
        json.WriteString("date_modified", FeedDate.Rfc3339(entry.Updated));
        WriteAuthors(json, entry.Authors);
        WriteTags(json, entry.Terms);
        WriteIfAny(json, "language", entry.Language);
        WriteAttachments(json, entry.Enclosures);
        JsonExtension.Write(json, entry);
        json.WriteEndObject();
    }

    // An item must have one of the two contents, even with an empty body or in a feed of summaries.
    private static void WriteContent(Utf8JsonWriter json, FeedEntry entry)
    {
        if (entry.Html is { } html) json.WriteString("content_html", html);
        else json.WriteString("content_text", entry.Text);
        if (entry.Summary.Length > 0) json.WriteString("summary", entry.Summary);
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<EntryAuthor> authors)
    {
        if (authors.Count == 0) return;
        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            WriteIfAny(json, "url", author.Url?.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, IReadOnlyList<EntryTerm> terms)
    {
        if (terms.Count == 0) return;
        json.WriteStartArray("tags");
        foreach (var name in terms.Select(term => term.Name).Distinct(StringComparer.Ordinal)) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<EntryEnclosure> enclosures)
    {
        if (enclosures.Count == 0) return;
        json.WriteStartArray("attachments");
        foreach (var enclosure in enclosures)
        {
            json.WriteStartObject();
            json.WriteString("url", enclosure.Url.AbsoluteUri);
            json.WriteString("mime_type", enclosure.Type);
            WriteIfAny(json, "title", enclosure.Title);
            if (enclosure.LengthBytes > 0) json.WriteNumber("size_in_bytes", enclosure.LengthBytes);
            if (enclosure.DurationSeconds is { } seconds) json.WriteNumber("duration_in_seconds", seconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
