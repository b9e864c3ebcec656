using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Media;

/// <summary>
/// Finds out which files of the site that a post shows or attaches are not there. One for each rendering.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="addresses">Resolves the addresses of the post.</param>
/// <param name="isLenient">True: of a file that cannot be read nothing is known. Otherwise it is a fault.</param>
internal sealed class MissingFiles(SiteConfig site, AddressResolver addresses, bool isLenient)
{
    private const int MaxNamed = 3;

    // Asked for by posts with files only; the folder may be a link that leads elsewhere at the next rendering.
    private readonly Lazy<string?> root = new(() => RegularFile.RealPathOf(site.ContentFolder));

    private readonly List<string> enclosures = [];
    private readonly List<string> pictures = [];
    private readonly SortedSet<string> awaited = new(StringComparer.Ordinal);

    /// <summary>The paths at which the files may appear, relative to the content folder, in order.</summary>
    public IReadOnlyList<string> Awaited => [.. awaited];

    /// <summary>The size of an attached file in bytes; null when it is elsewhere or missing.</summary>
    /// <param name="address">As written in the front matter.</param>
    /// <param name="isMissing">True for a file of the site that is not there.</param>
    public long? SizeOfEnclosure(string address, out bool isMissing)
    {
        var size = SizeOf(address, out var missing);
        isMissing = missing is not null;
        if (isMissing) Note(enclosures, missing!);
        return size;
    }

    /// <summary>Looks for a picture, or a sound or film in the body.</summary>
    /// <param name="address">As written in the front matter, or absolute.</param>
    public void LookForPicture(string address)
    {
        _ = SizeOf(address, out var missing);
        if (missing is not null) Note(pictures, missing);
    }

    /// <summary>The problems found: at most one of each kind.</summary>
    public IEnumerable<Problem> ProblemsOf(Post post)
    {
        if (enclosures.Count > 0)
        {
            yield return Missing(
                ProblemCodes.MissingEnclosure, post, enclosures,
                "The enclosure is left out, unless it has a length, until the file is there.");
        }

        if (pictures.Count > 0)
            yield return Missing(ProblemCodes.MissingImage, post, pictures, "Readers see a gap there until the file is there.");
    }

    private static Problem Missing(string code, Post post, List<string> files, string action)
    {
        var named = string.Join(", ", files.Take(MaxNamed).Select(MessageText.Shorten));
        var more = files.Count > MaxNamed ? $" and {files.Count - MaxNamed} more" : "";
        var message = files.Count == 1 ? $"There is no file {named}." : $"There are no files {named}{more}.";
        return new Problem(code, ProblemSeverity.Warning, post.Path, LineOf(post, files[0]), null, message, action);
    }

    // That of the file's name in the body; null when it stands in the front matter, or otherwise spelt.
    private static int? LineOf(Post post, string path)
    {
        var at = post.Body.IndexOf(path[(path.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
        return at < 0 ? null : post.LineAt(at);
    }

    private static void Note(List<string> files, string path)
    {
        if (!files.Contains(path)) files.Add(path);
    }

    private long? SizeOf(string address, out string? missing)
    {
        missing = null;
        // Files that are made of a body are in the index.
        if (address.Contains(Routes.DerivedFiles, StringComparison.Ordinal)) return null;
        if (addresses.PathInContent(address) is not { } path) return null;
        var places = PlacesOf(path).ToList();
        foreach (var place in places)
        {
            if (SizeAt(place) is { } size) return size;
        }

        missing = path;
        awaited.UnionWith(places);
        return null;
    }

    private long? SizeAt(string path)
    {
        try
        {
            return MediaFile.SizeOf(root.Value, path);
        }
        catch (UnreadableException) when (isLenient)
        {
            return null;
        }
    }

    // Hugo also serves files of sections, which lie among the posts.
    private IEnumerable<string> PlacesOf(string path)
    {
        yield return path;
        if (site.Hugo is not { } hugo || !path.StartsWith(hugo.StaticFolder + "/", StringComparison.Ordinal)) yield break;
        var name = path[(hugo.StaticFolder.Length + 1)..];
        foreach (var folder in hugo.Languages?.Folders ?? [hugo.ContentFolder])
        {
            yield return $"{folder}/{name}";
            foreach (var language in hugo.Languages?.Active ?? [])
            {
                if (language.Prefix.Length > 0 && $"/{name}".StartsWith(language.Prefix + "/", StringComparison.Ordinal))
                    yield return folder + name[(language.Prefix.Length - 1)..];
            }
        }
    }
}
