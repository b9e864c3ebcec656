using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Links;

/// <summary>Resolves links to posts by their files, as Hugo's <c>ref</c> and Zola's <c>@/</c> do.</summary>
/// <remarks>
/// One instance per post. The other post's file is read for its address; when that changes, a link is updated when this post next changes.
/// </remarks>
internal sealed class InternalLinks(Post post, SiteConfig site, Permalinks permalinks, List<Problem> problems)
{
    // Each costs reading a file.
    private const int MaxTargets = 64;

    private static readonly string[] Endings = ["", ".md", "/index.md"];

    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The absolute address; null, with a problem, when there is no such post.</summary>
    /// <param name="target">Path of a file, relative to the content folder when it begins with a slash, else to the post's
    /// folder; with an optional fragment.</param>
    /// <param name="line">1-based line of the file; null when unknown.</param>
    public string? Resolve(string target, int? line)
    {
        var (path, fragment) = target.IndexOf('#') is >= 0 and var hash ? (target[..hash], target[hash..]) : (target, "");
        if (path.Length == 0 && fragment.Length > 1) return fragment;
        if (!known.TryGetValue(path, out var address))
        {
            address = known.Count < MaxTargets ? Find(path) : null;
            if (address is null && known.Count < MaxTargets) Report(target, line);
            if (known.Count < MaxTargets) known.Add(path, address);
        }

        return address is null ? null : address + fragment;
    }

    private string? Find(string path)
    {
        foreach (var start in StartsOf(path))
        {
            foreach (var ending in Endings)
            {
                if (RelativePaths.Join(start, path + ending) is not { } file) continue;
                if (AddressOf(InLanguage(file)) is { } own) return own;
                if (AddressOf(file) is { } address) return address;
            }
        }

        return null;
    }

    // The post's own folder comes first; a bundle's neighbours are beside its folder.
    private IEnumerable<string> StartsOf(string path)
    {
        var root = site.Hugo?.Of(post.Path).ContentFolder ?? "";
        if (!path.StartsWith('/'))
        {
            yield return RelativePaths.FolderOf(post.Path);
            if (site.BundleOf(post.Path) is { } bundle) yield return RelativePaths.FolderOf(bundle);
        }

        yield return root;
    }

    // Hugo, "ref": a link leads to the post in the language of the page.
    private string InLanguage(string path)
    {
        if (site.Hugo?.Of(post.Path).Language is not { Prefix.Length: > 0 } language) return path;
        var extension = Path.GetExtension(path);
        return extension.Length == 0 ? path : $"{path[..^extension.Length]}.{language.Key}{extension}";
    }

    private string? AddressOf(string path)
    {
        var isPost = PostPath.IsPost(path, isPlain: true, showsDrafts: false, isOfHugo: site.Hugo is not null);
        if (!isPost || !RegularFile.Exists(Path.Combine(site.ContentFolder, path))) return null;
        var reading = new PostReader(site).Read(new PostFile(path, 0, 0), CancellationToken.None);
        reading.ThrowIfUnreadable();
        return reading.Post is { } other ? ArticleAddresses.Of(site, permalinks.PathOf(other).Path) : null;
    }

    private void Report(string target, int? line) => problems.Add(new Problem(
        ProblemCodes.LinkTarget,
        ProblemSeverity.Warning,
        post.Path,
        line,
        null,
        $"There is no post {MessageText.Shorten(target)}.",
        "The link leads nowhere."));
}
