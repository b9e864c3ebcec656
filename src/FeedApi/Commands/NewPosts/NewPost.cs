using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AnyAscii;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Commands.NewPosts;

/// <summary>A new post: where its file goes in a site, and what is in it.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Date">With the offset that is written.</param>
/// <param name="Categories">Names or slugs, in order.</param>
/// <param name="Language">A tag of a language; null for the site's.</param>
internal sealed record NewPost(string Title, DateTimeOffset Date, IReadOnlyList<string> Categories, string? Language)
{
    // Where posts usually are in sites of Hugo and Zola; the first of them that exists is taken.
    private static readonly string[] Sections = ["posts", "post", "blog", "news", "articles"];

    // A string of JSON is one of YAML and of TOML too. 中文 stays as it is.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The path of its file, relative to the content folder, with <c>/</c> as separator.</summary>
    /// <remarks>
    /// The name is in ASCII, as it becomes part of addresses and of the id: Han letters by their usual reading.
    /// </remarks>
    public string PathIn(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var slug = Slug.From(Title.Transliterate()).ToLowerInvariant();
        return $"{FolderIn(site)}{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{slug}.md";
    }

    /// <summary>The text of the file, in the front matter that the site's generator reads.</summary>
    public string TextIn(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Hugo is { IsZola: true } ? Toml() : Yaml(site.Hugo is not null);
    }

    private static string FolderIn(SiteConfig site)
    {
        if (site.Hugo is not { ContentFolder: var folder }) return "_posts/";
        var section = Array.Find(Sections, name => Directory.Exists(Path.Combine(site.ContentFolder, folder, name)));
        var start = folder.Length == 0 ? "" : folder + "/";
        return section is null ? start : $"{start}{section}/";
    }

    // Hugo reads RFC 3339 only; Jekyll writes a space before the offset.
    private string Yaml(bool isHugo)
    {
        var date = Date.ToString(isHugo ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        List<string> lines = ["---", $"title: {Quote(Title)}", $"date: {(isHugo ? date : date.Remove(date.LastIndexOf(':'), 1))}"];
        if (Categories.Count > 0) lines.Add($"categories: [{List()}]");
        if (Language is not null) lines.Add($"lang: {Language}");
        return string.Join('\n', [.. lines, "---", "", ""]);
    }

    private string Toml()
    {
        List<string> lines =
        [
            "+++", $"title = {Quote(Title)}", $"date = {Date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}",
        ];
        if (Categories.Count > 0) lines.AddRange(["", "[taxonomies]", $"categories = [{List()}]"]);
        if (Language is not null) lines.AddRange(["", "[extra]", $"lang = {Quote(Language)}"]);
        return string.Join('\n', [.. lines, "+++", "", ""]);
    }

    private string List() => string.Join(", ", Categories.Select(Quote));

    private static string Quote(string text) => JsonSerializer.Serialize(text, Json);
}
