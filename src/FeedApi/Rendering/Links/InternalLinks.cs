using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Links;

/// <summary>Finds the addresses of posts that a post names by their files, as Hugo's <c>ref</c> and Zola's <c>@/</c> do.</summary>
/// <remarks>
/// Made for one post. The other post is read for its address; when that changes, a link follows with the next change of this post.
/// </remarks>
internal sealed class InternalLinks(Post post, SiteConfig site, Permalinks permalinks, List<Problem> problems)
{
    // Each costs the reading of a file.
    private const int MaxTargets = 64;

    private static readonly string[] Endings = ["", ".md", "/index.md"];

    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The absolute address; null when there is no such post, which is told.</summary>
    /// <param name="target">Path of a file, from the content folder when it begins with a slash, else from the post's
    /// folder; maybe with a fragment.</param>
    /// <param name="line">1-based line of the file; null when unknown.</param>
    public string? Resolve(string target, int? line)
    {
        var (path, fragment) = target.IndexOf('#') is >= 0 and var hash ? (target[..hash], target[hash..]) : (target, "");
        if (path.Length == 0 && fragment.Length > 1) return fragment;
        if (!known.TryGetValue(path, out var address))
        {
            address = known.Count < MaxTargets ? Find(path) : null;
            if (address is null && known.Count < MaxTargets) Tell(target, line);
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
                if (Combine(start, path + ending) is { } file && AddressOf(file) is { } address) return address;
            }
        }

        return null;
    }

    // The post's own folder goes first; a bundle's neighbours are beside its folder.
    private IEnumerable<string> StartsOf(string path)
    {
        var root = site.Hugo?.ContentFolder ?? "";
        if (!path.StartsWith('/'))
        {
            yield return FolderOf(post.Path);
            if (PostPath.BundleOf(post.Path) is { } bundle) yield return FolderOf(bundle);
        }

        yield return root;
    }

    private string? AddressOf(string path)
    {
        if (!PostPath.IsPost(path, isPlain: true, showsDrafts: false) || !File.Exists(Path.Combine(site.ContentFolder, path))) return null;
        var other = new PostReader(site).Read(new PostFile(path, 0, 0), CancellationToken.None).Post;
        return other is null ? null : site.Url + site.BaseUrl + SiteLinks.Encode(permalinks.PathOf(other).Path);
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    private static string? Combine(string start, string path)
    {
        List<string> parts = [.. start.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    private void Tell(string target, int? line) => problems.Add(new Problem(
        ProblemCodes.LinkTarget,
        ProblemSeverity.Warning,
        post.Path,
        line,
        null,
        $"There is no post {MessageText.Shorten(target)}.",
        "The link leads nowhere."));
}
