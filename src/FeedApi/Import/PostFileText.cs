using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using AnyAscii;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Import;

/// <summary>Writes an imported post as the file of a post.</summary>
/// <param name="isHugo">True: for a site of Hugo, which reads other fields than Jekyll.</param>
internal sealed partial class PostFileText(bool isHugo)
{
    // A name has at most 255 bytes, and a long one is of no use in an address.
    private const int MaxSlugChars = 80;
    private const int MaxTitleChars = 1_000;
    private const int MaxNameChars = 200;

    private static readonly SearchValues<char> NotOfPath = SearchValues.Create("?#\\\":");

    /// <summary>The name of the file, without its ending: the id of the article, with the day that sorts it.</summary>
    public static string NameOf(ImportedPost post)
    {
        // Our own feeds have the id of the article at the end of their ids.
        if (post.Guid is { } guid && OwnId().Match(guid) is { Success: true } own && own.Groups["id"].Length <= MaxNameChars)
            return own.Groups["id"].Value;
        var slug = SlugOf(post);
        if (post.Published is { } date) return $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{slug}";
        // In sites of Hugo such a name makes something else of the whole folder.
        return slug.Trim('_') is "index" ? "post-" + slug.Trim('_') : slug;
    }

    /// <summary>The ending of the file.</summary>
    public static string EndingOf(ImportedPost post) => post.IsMarkdown ? ".md" : ".html";

    /// <summary>The text of the file.</summary>
    public string Of(ImportedPost post)
    {
        var title = post.Title.Length <= MaxTitleChars ? post.Title : post.Title[..MaxTitleChars] + "…";
        List<string> lines = ["---", $"title: {QuotedText.Of(title)}"];
        Add("date", post.Published is { } date ? Written(date) : null);
        Add(isHugo ? "lastmod" : "last_modified_at", post.Updated is { } updated ? Written(updated) : null);
        Add("guid", Quoted(post.Guid));
        Add(isHugo ? "url" : "permalink", Quoted(PathOf(post.Address) ?? post.Path));
        AddList("categories", post.Categories);
        AddList("tags", post.Tags);
        AddList("authors", post.Authors);
        Add("summary", Quoted(post.Summary));
        Add(isHugo ? null : "lang", Quoted(post.Language));
        Add("image", Quoted(post.Image));
        AddEnclosures(post.Enclosures);
        if (!post.IsPublic || post.Published is null) Add(isHugo ? "draft" : "published", isHugo ? "true" : "false");
        if (!isHugo && HasLiquid(post.Body)) Add("render_with_liquid", "false");
        return string.Join('\n', lines) + "\n---\n" + post.Body.ReplaceLineEndings("\n").TrimEnd() + "\n";

        void Add(string? key, string? value)
        {
            if (key is not null && value is not null) lines.Add($"{key}: {value}");
        }

        void AddList(string key, IReadOnlyList<string> names)
        {
            if (names.Count > 0) lines.Add($"{key}: [{string.Join(", ", names.Select(QuotedText.Of))}]");
        }

        void AddEnclosures(IReadOnlyList<ImportedEnclosure> enclosures)
        {
            if (enclosures.Count == 0) return;
            lines.Add("enclosures:");
            foreach (var each in enclosures)
            {
                var type = each.Type is null ? "" : $", type: {QuotedText.Of(each.Type)}";
                var length = each.Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $", length: {bytes}") : "";
                lines.Add($"  - {{url: {QuotedText.Of(each.Url)}{type}{length}}}");
            }
        }
    }

    private static bool HasLiquid(string body) =>
        body.Contains("{%", StringComparison.Ordinal) || body.Contains("{{", StringComparison.Ordinal);

    private static string? Quoted(string? text) => text is null ? null : QuotedText.Of(text);

    private static string Written(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string SlugOf(ImportedPost post)
    {
        var given = FirstOf(post.Slug, LastOf(PathOf(post.Address)), post.Title, post.Guid, HtmlText.Of(post.Body)) ?? "post";
        var slug = Slug.From(given.Transliterate()).ToLowerInvariant().TrimStart('.');
        // The day comes before it.
        slug = LeadingDay().Replace(slug, "");
        return slug.Length > MaxSlugChars ? slug[..MaxSlugChars].TrimEnd('-', '.') : slug.Length == 0 ? "post" : slug;
    }

    private static string? FirstOf(params string?[] texts) => Array.Find(texts, text => !string.IsNullOrWhiteSpace(text));

    // The address stays, where it says more than a number of a query. A colon begins a placeholder of Jekyll.
    private static string? PathOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query: "", Fragment: "" }
            && Uri.UnescapeDataString(uri.AbsolutePath) is { Length: > 1 } path && path.AsSpan().IndexOfAny(NotOfPath) < 0
            && !path.Contains("//", StringComparison.Ordinal)
            ? path
            : null;

    private static string? LastOf(string? path)
    {
        var name = path?.TrimEnd('/').Split('/')[^1];
        return name is null or "index.html" ? null : FileEnding().Replace(name, "");
    }

    [GeneratedRegex(@"^tag:[^,]+,\d{4}-\d{2}-\d{2}:(?<id>\d{4}-\d{2}-\d{2}-[\p{L}\p{N}._-]+)\z")]
    private static partial Regex OwnId();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}-(?=.)")]
    private static partial Regex LeadingDay();

    [GeneratedRegex(@"\.(html?|php|aspx?)\z")]
    private static partial Regex FileEnding();
}
