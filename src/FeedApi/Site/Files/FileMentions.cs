using System.Net;
using System.Text.RegularExpressions;

namespace FeedApi.Site.Files;

/// <summary>
/// Finds whatever in the text of a post or page may be the path of a file of the site: in front matter, Markdown, HTML, Liquid, shortcodes.
/// </summary>
/// <remarks>
/// It is asked of texts that are not rendered, or cannot be, so it takes too much rather than too little: what is no file does no harm.
/// </remarks>
internal sealed partial class FileMentions(SiteConfig site)
{
    private const int MaxFiles = 2_000;
    private const int MaxPathChars = 1_024;

    private readonly FileKeys names = new(site);
    private readonly string[] roots = [.. new[] { site.Url, site.PublicUrl }.Select(url => new Uri(url).GetLeftPart(UriPartial.Authority))
        .Distinct(StringComparer.OrdinalIgnoreCase)];

    private readonly string[] basePaths = [.. new[] { site.BaseUrl, new Uri(site.PublicUrl).AbsolutePath.TrimEnd('/') }
        .Where(path => path.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The keys of the files (<see cref="FileKeys"/>), each once.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="sourcePath">Its path, relative to the content folder.</param>
    public IReadOnlySet<string> In(string text, string sourcePath)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var end = FrontMatterEnd(text, sourcePath);
        foreach (var (start, length) in PathCandidates.In(text))
        {
            if (keys.Count >= MaxFiles) break;
            Add(keys, text.Substring(start, length), sourcePath, start < end);
        }

        return keys;
    }

    private void Add(HashSet<string> keys, string written, string sourcePath, bool isSetting)
    {
        var address = WithoutRoot(written.Contains('&') ? WebUtility.HtmlDecode(written) : written);
        if (address is null || address.Length > MaxPathChars) return;
        var cut = address.AsSpan().IndexOfAny('?', '#');
        if (cut >= 0) address = address[..cut];
        var path = Uri.UnescapeDataString(address.Replace('\\', '/'));
        if (!path.AsSpan(path.LastIndexOf('/') + 1).Trim().Contains('.')) return;
        if (path[0] == '/')
        {
            AddFromRoot(keys, path);
            return;
        }

        var beside = RelativePaths.Join(RelativePaths.FolderOf(sourcePath), path);
        if (beside is not null) keys.Add(names.OfContent(beside));
        // Templates make an address of such a path: {{ site.baseurl }}/{{ page.image }}.
        if ((isSetting || path.Contains('/')) && (beside is null || !File.Exists(Path.Combine(site.ContentFolder, beside))))
            AddFromRoot(keys, path);
    }

    private void AddFromRoot(HashSet<string> keys, string path)
    {
        if (RelativePaths.Join("", path) is { } joined) keys.Add(names.OfAddress(joined));
        foreach (var start in basePaths)
        {
            if (path.StartsWith(start + "/", StringComparison.Ordinal) && RelativePaths.Join("", path[start.Length..]) is { } below)
                keys.Add(names.OfAddress(below));
        }
    }

    // Null for an address of another host.
    private string? WithoutRoot(string address)
    {
        var written = address.Trim();
        if (written.StartsWith("//", StringComparison.Ordinal)) written = "https:" + written;
        if (!Scheme().IsMatch(written)) return written.Length > 0 ? written : null;
        return Array.Find(roots, root => written.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase)) is { } own
            ? written[own.Length..]
            : null;
    }

    private static int FrontMatterEnd(string text, string path)
    {
        if (path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length;
        }

        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        var sign = start.StartsWith("---") ? "\n---" : start.StartsWith("+++") ? "\n+++" : start.StartsWith("{") ? "\n}" : null;
        return sign is null ? 0 : text.IndexOf(sign, StringComparison.Ordinal) is > 0 and var end ? end : text.Length;
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();
}
