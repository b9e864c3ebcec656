using FeedApi.Content.Files;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Files;

/// <summary>Whether a file of the content folder may be served, judged by its path.</summary>
internal enum FileVerdict
{
    /// <summary>It may be served.</summary>
    Public,

    /// <summary>It belongs to the site and not to what it shows: hidden, a post, a source, or excluded.</summary>
    Private,

    /// <summary>It is of a kind that is not published, or its name speaks of secrets: somebody may miss it.</summary>
    Refused,
}

/// <summary>
/// Judges the files of a site by their paths: only what is of a public kind is served, and nothing whose name speaks of sources, settings
/// or secrets. <c>include</c> and <c>feedapi.public_files</c> admit more.
/// </summary>
internal sealed class PublicFileRules(SiteConfig site, PostFiles posts)
{
    private const string WellKnown = ".well-known";

    // A backslash separates folders on Windows, and browsers treat it as a slash: it is not allowed in addresses on any system.
    private static readonly char[] ForbiddenChars = [.. Path.GetInvalidFileNameChars(), '\\'];

    /// <summary>The verdict. The file system is only asked whether a folder is a bundle.</summary>
    /// <param name="path">Relative to the content folder, percent-decoded, with <c>/</c> between its parts.</param>
    public FileVerdict Judge(string path)
    {
        var parts = path.Split('/');
        if (!parts.All(IsPossible)) return FileVerdict.Private;
        var isNamed = site.PublicFiles.Names(path) || posts.IsIncludedByName(path);
        if (!AreShown(path, parts, isNamed) || IsSource(path, parts[^1]) || posts.IsExcluded(path)) return FileVerdict.Private;
        if (isNamed) return FileVerdict.Public;
        if (PrivateNames.IsLeftover(parts[^1])) return FileVerdict.Private;
        if (SpeaksOfSecrets(path, parts)) return FileVerdict.Refused;
        if (PrivateNames.IsSource(parts[^1]) && !site.PublicFiles.Admits(path))
            return PrivateNames.IsSourceOfSite(parts[^1]) ? FileVerdict.Private : FileVerdict.Refused;
        return IsOfPublicKind(path, parts) ? FileVerdict.Public : FileVerdict.Refused;
    }

    private static bool IsPossible(string part) =>
        part.Length > 0 && part is not ("." or "..") && !PostPath.IsBadName(part) && part.IndexOfAny(ForbiddenChars) < 0;

    private bool AreShown(string path, string[] parts, bool isNamed)
    {
        var start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var end = start + parts[i].Length;
            var isHidden = parts[i][0] is '.' or '_' && !(parts[i] == WellKnown && IsAtRoot(path[..start]));
            if (isHidden && !isNamed && !posts.IsIncluded(path[..end])) return false;
            start = end + 1;
        }

        return true;
    }

    private bool IsAtRoot(string before) => before.Length == 0 || before.TrimEnd('/') == site.Hugo?.StaticFolder;

    // Not even "public_files" makes the text of a post public.
    private bool IsSource(string path, string name)
    {
        if (posts.IsPostPath(path) || IsPageOfHugo(path, name)) return true;
        if (PrivateNames.IsSourceOfPost(name, site.Sources)) return true;
        var original = PrivateNames.WithoutCopyEndings(name);
        return original != name && posts.IsPostPath(path[..^(name.Length - original.Length)]);
    }

    // Jekyll and Zola copy such files; a folder without a generator may have been Hugo's.
    private bool IsPageOfHugo(string path, string name) =>
        PostPath.IsForeignToHugo(name)
        && !site.IsJekyll
        && site.Hugo?.IsZola != true
        && !(site.Hugo is { StaticFolder: var files } && path.StartsWith(files + "/", StringComparison.Ordinal));

    // A bundle is called after its post, which tells of secrets to everybody.
    private bool SpeaksOfSecrets(string path, string[] parts)
    {
        if (PrivateNames.IsSecret(parts[^1])) return true;
        var isMedia = PublicTypes.IsMedia(parts[^1]);
        var end = -1;
        foreach (var part in parts[..^1])
        {
            end += part.Length + 1;
            var speaks = isMedia ? PrivateNames.IsNothingButSecrets(part) : PrivateNames.IsSecretFolder(part);
            if (speaks && !posts.IsBundle(path[..end])) return true;
        }

        return false;
    }

    private bool IsOfPublicKind(string path, string[] parts) =>
        PublicTypes.Include(parts[^1])
        || site.PublicFiles.Admits(path)
        || posts.IsIncluded(path)
        // The names there are those of standards; most have no extension.
        || Array.IndexOf(parts, WellKnown) is >= 0 and var at && at < parts.Length - 1;
}
