using System.Globalization;
using System.Xml.Linq;

namespace FeedApi.Import.Formats;

/// <summary>An export of WordPress (WXR 1.0 to 1.2).</summary>
/// <remarks>
/// WordPress 6.4, "wp-admin/includes/export.php". The namespace has the version in its address. Drafts have zeros for a date, and a
/// <c>pubDate</c> that means nothing.
/// </remarks>
internal static class WordPressExport
{
    private const string NamespacePart = "://wordpress.org/export/";

    private static readonly Dictionary<string, string> NotPosts = new(StringComparer.Ordinal)
    {
        ["attachment"] = "attachments",
        ["nav_menu_item"] = "menu entries",
        ["page"] = "pages",
    };

    /// <summary>True for an export.</summary>
    public static bool IsOne(XElement root) => VersionOf(root) is not null;

    /// <summary>Reads an export.</summary>
    public static ImportedFile Read(XElement root)
    {
        var file = new ImportedFile($"WordPress (WXR {VersionOf(root)})");
        var authors = root.Descendants().Where(each => Is(each, "author") && each.Parent?.Name.LocalName == "channel")
            .Select(each => (Login: Value(each, "author_login"), Name: Value(each, "author_display_name")))
            .Where(each => each.Login is not null).DistinctBy(each => each.Login)
            .ToDictionary(each => each.Login!, each => each.Name ?? each.Login!);
        foreach (var item in root.Descendants("item"))
        {
            if (Value(item, "post_type") is { } type && type != "post")
                file.Leave(NotPosts.GetValueOrDefault(type, $"items of the type {type}"));
            else if (Value(item, "status") is "trash" or "auto-draft" or "inherit") file.Leave("posts in the trash");
            else file.Posts.Add(PostOf(item, authors, file));
        }

        return file;
    }

    private static ImportedPost PostOf(XElement item, Dictionary<string, string> authors, ImportedFile file)
    {
        file.Leave("comments", item.Elements().Count(each => Is(each, "comment") && Value(each, "comment_approved") == "1"));
        file.Leave(
            "comments that were not approved",
            item.Elements().Count(each => Is(each, "comment") && Value(each, "comment_approved") != "1"));
        var status = Value(item, "status");
        var password = Value(item, "post_password");
        if (password is not null) file.Leave("passwords of posts, which are hidden instead");
        if (Value(item, "is_sticky") == "1") file.Leave("marks of sticky posts");
        var body = item.Text(XmlNames.Content + "encoded");
        var excerpt = FeedFields.NullIfEmpty(item.Elements().FirstOrDefault(IsExcerpt)?.Value);
        var creator = item.Text(XmlNames.Dc + "creator");
        var published = DateOf(item);
        var link = item.Text("link");
        return new ImportedPost
        {
            Guid = item.Text("guid"),
            Title = HtmlText.Of(item.Text("title")),
            Published = published,
            Updated = UpdatedOf(item, published),
            Address = published is null || link?.Contains("?p=", StringComparison.Ordinal) == true ? null : link,
            Slug = Value(item, "post_name") is { } name ? Uri.UnescapeDataString(name) : null,
            Authors = creator is null ? [] : [authors.GetValueOrDefault(creator, creator)],
            Categories = TermsOf(item, "category", file),
            Tags = TermsOf(item, "post_tag", file),
            Body = WordPressBody.ToHtml(body ?? "", file),
            Summary = excerpt is null ? null : HtmlText.Of(excerpt),
            Enclosures = [.. EnclosuresOf(item)],
            IsPublic = status is "publish" or "future" or null && password is null,
        };
    }

    // Local time and UTC, of which the difference is the offset.
    private static DateTimeOffset? DateOf(XElement item) => At(Value(item, "post_date_gmt"), Value(item, "post_date"));

    private static DateTimeOffset? UpdatedOf(XElement item, DateTimeOffset? published) =>
        At(Value(item, "post_modified_gmt"), Value(item, "post_modified")) is { } updated && updated > published ? updated : null;

    private static DateTimeOffset? At(string? universal, string? local)
    {
        if (Parse(universal) is not { } instant) return Parse(local) is { } only ? new DateTimeOffset(only, TimeSpan.Zero) : null;
        var offset = Parse(local) is { } there && (there - instant).Duration() <= TimeSpan.FromHours(14) && (there - instant).Seconds == 0
            ? there - instant
            : TimeSpan.Zero;
        return new DateTimeOffset(DateTime.SpecifyKind(instant + offset, DateTimeKind.Unspecified), offset);
    }

    private static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year > 1
            ? date
            : null;

    // WXR 1.0 has each term twice, once without a domain, and tags in "tag".
    private static List<string> TermsOf(XElement item, string domain, ImportedFile file)
    {
        List<string> names = [];
        foreach (var element in item.Elements("category"))
        {
            var given = element.Attribute("domain")?.Value switch { "tag" => "post_tag", var other => other };
            if (given == domain && FeedFields.NullIfEmpty(HtmlText.Of(element.Value)) is { } name && !names.Contains(name)) names.Add(name);
            else if (domain == "category" && given is not (null or "category" or "post_tag" or "post_format"))
                file.Leave($"terms of the kind {given}");
        }

        return names;
    }

    // A podcast's recording: address, size and type on lines of a field.
    private static IEnumerable<ImportedEnclosure> EnclosuresOf(XElement item)
    {
        foreach (var meta in item.Elements().Where(each => Is(each, "postmeta") && Value(each, "meta_key") == "enclosure"))
        {
            var lines = (Value(meta, "meta_value") ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);
            if (lines[0].StartsWith("http", StringComparison.Ordinal))
            {
                yield return new ImportedEnclosure(
                    lines[0],
                    lines.Length > 2 ? FeedFields.NullIfEmpty(lines[2]) : null,
                    lines.Length > 1 ? FeedFields.Size(lines[1]) : null);
            }
        }
    }

    private static string? VersionOf(XElement root)
    {
        var names = root.DescendantsAndSelf().Select(each => each.Name.NamespaceName)
            .Concat(root.Attributes().Where(each => each.IsNamespaceDeclaration).Select(each => each.Value));
        return names.FirstOrDefault(name => name.Contains(NamespacePart, StringComparison.Ordinal)) is { } found
            ? found.Split(NamespacePart)[1].Split('/')[0]
            : null;
    }

    private static bool IsExcerpt(XElement element) =>
        element.Name.LocalName == "encoded" && element.Name.NamespaceName.Contains("/excerpt", StringComparison.Ordinal);

    private static bool Is(XElement element, string name) =>
        element.Name.LocalName == name && element.Name.NamespaceName.Contains(NamespacePart, StringComparison.Ordinal);

    private static string? Value(XElement element, string name) =>
        FeedFields.NullIfEmpty(element.Elements().FirstOrDefault(each => Is(each, name))?.Value);
}
