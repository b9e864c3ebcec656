using FeedApi.Content.FrontMatter;
using FeedApi.Content.Jekyll;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Settings;

namespace FeedApi.Rendering.Links;

/// <summary>The addresses that Jekyll gives to pages, collection documents and static files.</summary>
/// <remarks>Jekyll, "Permalinks" (Collections, Pages) and "Static Files".</remarks>
internal sealed class DocumentAddresses(SiteConfig site)
{
    private const int MaxBytes = 1024 * 1024;

    private readonly string style = (site.Settings?.Find("permalink") as ConfigScalar)?.Text.Trim() ?? "date";

    /// <summary>The path of the address, decoded; null when Jekyll would not publish the file.</summary>
    /// <param name="path">Relative to the content folder.</param>
    public string? PathOf(string path)
    {
        var head = FrontMatterOf(path);
        if (head?.Find("published") is ConfigScalar { IsPlain: true, Text: "false" or "no" or "off" }) return null;
        if (CollectionOf(path) is { } collection) return Tidy(DocumentPath(path, head, collection));
        var isPublished = path.Split('/').All(part => part[0] is not ('_' or '.' or '#' or '~'));
        return isPublished ? Tidy(PagePath(path, head)) : null;
    }

    // Null for a static file: one without front matter.
    private ConfigMap? FrontMatterOf(string path)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, MaxBytes) is not { } text) return null;
        var cut = FrontMatterText.Cut(text);
        return cut is { Text: { } yaml, Syntax: FrontMatterSyntax.Yaml }
            ? FrontMatterReader.Read(yaml, cut.Syntax, new ProblemLog(path)) ?? new ConfigMap([], 1, 1)
            : null;
    }

    private Collection? CollectionOf(string path)
    {
        var relative = site.Sources.RelativePath(path);
        var slash = relative.IndexOf('/', StringComparison.Ordinal);
        if (slash < 2 || relative[0] != '_') return null;
        // Collections without "output: true" are read but not published.
        var label = relative[1..slash];
        return (site.Settings?.Find("collections") as ConfigMap)?.Find(label) is ConfigMap settings
            && settings.Find("output") is ConfigScalar { IsPlain: true, Text: "true" or "yes" or "on" }
            ? new Collection(label, relative[slash..], TextOf(settings, "permalink"))
            : null;
    }

    private string DocumentPath(string path, ConfigMap? head, Collection collection)
    {
        var extension = Path.GetExtension(path);
        var inside = collection.Path[..^extension.Length].TrimEnd('.');
        var name = Path.GetFileNameWithoutExtension(path);
        var slug = TextOf(head, "slug") ?? PostFileName.Of(path).Slug;
        var template = TextOf(head, "permalink") ?? collection.Permalink ?? "/:collection/:path" + Suffix();
        var expanded = PermalinkPlaceholders.Replace(template, word => word switch
        {
            "collection" => collection.Label,
            "path" => inside,
            "output_ext" => head is null ? "" : OutputExtension(extension),
            "name" => JekyllSlug.Of(name),
            "title" => JekyllSlug.Of(slug, "pretty", keepsCase: true),
            "slug" => JekyllSlug.Of(slug),
            "categories" or "slugified_categories" =>
                TextOf(head, "categories") is { } written ? string.Join('/', written.ToLowerInvariant().Split(' ')) : "",
            _ => DateOf(head) is { } date ? Permalinks.DateValueOf(word, date) ?? "" : "",
        });
        return head is null ? expanded.TrimEnd('/') + extension : expanded;
    }

    private string PagePath(string path, ConfigMap? head)
    {
        if (head is null) return "/" + path;
        var slash = path.LastIndexOf('/') + 1;
        var extension = Path.GetExtension(path);
        var (folder, name) = (path[..slash], Path.GetFileNameWithoutExtension(path).TrimEnd('.'));
        var output = OutputExtension(extension);
        var template = TextOf(head, "permalink")
            ?? (output != ".html" ? "/:path/:basename:output_ext" : name == "index" ? "/:path/" : "/:path/:basename" + Suffix());
        return PermalinkPlaceholders.Replace(template, word => word switch
        {
            "path" => folder,
            "basename" => name,
            "output_ext" => output,
            _ => ":" + word,
        });
    }

    private DateTimeOffset? DateOf(ConfigMap? head) =>
        head?.Find("date") is ConfigScalar written && FrontMatterDate.TryParse(written, site, out var date, out _)
            ? TimeZoneInfo.ConvertTime(date.Instant, site.TimeZone)
            : null;

    // Pages have the same ending as the site's posts.
    private string Suffix() => style switch
    {
        "pretty" => "/",
        "date" or "ordinal" or "none" => ":output_ext",
        _ => style.EndsWith('/') ? "/" : style.EndsWith(":output_ext", StringComparison.Ordinal) ? ":output_ext" : "",
    };

    private string OutputExtension(string extension) => extension.ToLowerInvariant() switch
    {
        var markdown when site.Sources.IsMarkdown(markdown) => ".html",
        ".scss" or ".sass" => ".css",
        ".coffee" => ".js",
        _ => extension,
    };

    private static string? TextOf(ConfigMap? map, string key) =>
        map?.Find(key) is ConfigScalar { Text.Length: > 0 } text ? text.Text.Trim() : null;

    private static string Tidy(string path)
    {
        var tidy = ("/" + path).Replace("..", "/", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);
        while (tidy.Contains("//", StringComparison.Ordinal)) tidy = tidy.Replace("//", "/", StringComparison.Ordinal);
        return tidy;
    }

    private sealed record Collection(string Label, string Path, string? Permalink);
}
