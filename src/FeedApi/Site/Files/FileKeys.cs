namespace FeedApi.Site.Files;

/// <summary>
/// The keys by which files that posts link to are known: one for a file, whether its path in the content folder or its address is given.
/// </summary>
/// <remarks>
/// In lower case, as some file systems do not tell cases apart, and without a language or the ending of a compressed copy, which must be
/// hidden with what it is a copy of.
/// </remarks>
internal sealed class FileKeys
{
    /// <summary>Stands for the files of a bundle whose post is hidden only because it lends them to other pages.</summary>
    public const string OfSharedBundle = "";

    private static readonly string[] OfCompressed = [".gz", ".br", ".zst"];

    private readonly string[] folders;
    private readonly string[] prefixes;

    /// <summary>The keys of a site's files.</summary>
    public FileKeys(SiteConfig site)
    {
        var hugo = site.Hugo;
        folders = hugo is null ? [] : [.. new[] { hugo.StaticFolder, hugo.ContentFolder }.Concat(hugo.Languages?.Folders ?? [])
            .Select(folder => folder + "/").Distinct(StringComparer.Ordinal).OrderByDescending(folder => folder.Length)];
        prefixes = [.. (hugo?.Languages?.Active ?? []).Where(language => language.Prefix.Length > 0)
            .Select(language => language.Prefix.ToLowerInvariant()[1..] + "/")];
    }

    /// <summary>The key of a file.</summary>
    /// <param name="path">Relative to the content folder, with <c>/</c> as separator.</param>
    public string OfContent(string path) => KeyOf(Published(path));

    /// <summary>The path of a file below the address of the site, where that is the same in the content folder.</summary>
    /// <param name="path">Relative to the content folder, with <c>/</c> as separator.</param>
    public string Published(string path) =>
        Array.Find(folders, folder => path.StartsWith(folder, StringComparison.Ordinal)) is { } start ? path[start.Length..] : path;

    /// <summary>The key of what is at an address.</summary>
    /// <param name="path">Below the address of the site, percent-decoded.</param>
    public string OfAddress(string path) => KeyOf(path.TrimStart('/'));

    private string KeyOf(string path)
    {
        var key = path.ToLowerInvariant();
        if (Array.Find(prefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal)) is { } language) key = key[language.Length..];
        var packed = Array.Find(OfCompressed, ending => key.EndsWith(ending, StringComparison.Ordinal));
        return packed is null ? key : key[..^packed.Length];
    }
}
