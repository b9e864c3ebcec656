using System.Globalization;
using AnyAscii;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Model.Text;
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

    // A name has at most 255 bytes, and a long one is of no use in an address.
    private const int MaxSlugChars = 80;

    /// <summary>The path of its file, relative to the content folder, with <c>/</c> as separator.</summary>
    /// <remarks>
    /// The name is in ASCII, as it becomes part of addresses and of the id: Han letters by their usual reading.
    /// </remarks>
    public string PathIn(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var slug = Slug.From(Title.Transliterate()).ToLowerInvariant();
        if (slug.Length > MaxSlugChars) slug = slug[..MaxSlugChars].TrimEnd('-', '.');
        // In sites of Hugo and Zola the name of the file says which language it is.
        var suffix = site.Hugo is not null && Language is not null && Language != site.Language ? "." + Language : "";
        return $"{FolderIn(site)}{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{slug}{suffix}.md";
    }

    /// <summary>The text of the file, in the front matter that the site's generator reads.</summary>
    public string TextIn(SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Hugo is { IsZola: true } ? Toml() : Yaml(site.Hugo is not null);
    }

    /// <summary>The folder of new posts below the content folder, with a slash at its end; empty for the content folder itself.</summary>
    public static string FolderIn(SiteConfig site)
    {
        if (site.Hugo is not { ContentFolder: var folder }) return PostsFolderIn(site);
        var section = Array.Find(Sections, name => Directory.Exists(Path.Combine(site.ContentFolder, folder, name)));
        var start = folder.Length == 0 ? "" : folder + "/";
        return section is null ? start : $"{start}{section}/";
    }

    // The usual place, else where there are posts already: below another folder, or anywhere in a folder without _posts.
    private static string PostsFolderIn(SiteConfig site)
    {
        const string usual = "_posts/";
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 };
        var places = Directory.GetDirectories(site.ContentFolder, "_posts", options)
            .Select(folder => Path.GetRelativePath(site.ContentFolder, folder).Replace('\\', '/') + "/").Order(StringComparer.Ordinal);
        var files = new PostFiles(site);
        var hasPosts = Directory.EnumerateFiles(site.ContentFolder, "*.md").Any();
        string[] candidates = Directory.Exists(Path.Combine(site.ContentFolder, usual)) ? [usual] : [.. places, hasPosts ? "" : usual];
        _ = files.List(CancellationToken.None);
        return Array.Find(candidates, place => files.IsPostPath(place + "2024-01-01-x.md")) ?? usual;
    }

    // Hugo reads RFC 3339 only; Jekyll writes a space before the offset.
    private string Yaml(bool isHugo)
    {
        var date = Date.ToString(isHugo ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        List<string> lines = ["---", $"title: {QuotedText.Of(Title)}", $"date: {(isHugo ? date : date.Remove(date.LastIndexOf(':'), 1))}"];
        if (Categories.Count > 0) lines.Add($"categories: [{List()}]");
        if (Language is not null && !isHugo) lines.Add($"lang: {QuotedText.Of(Language)}");
        return string.Join('\n', [.. lines, "---", "", ""]);
    }

    private string Toml()
    {
        List<string> lines =
        [
            "+++", $"title = {QuotedText.Of(Title)}", $"date = {Date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}",
        ];
        if (Categories.Count > 0) lines.AddRange(["", "[taxonomies]", $"categories = [{List()}]"]);
        return string.Join('\n', [.. lines, "+++", "", ""]);
    }

    private string List() => string.Join(", ", Categories.Select(QuotedText.Of));
}
