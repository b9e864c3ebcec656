using FeedApi.Site.Files;
using FeedApi.Site.Jekyll;

namespace FeedApi.Site.Settings;

/// <summary>What a site publishes besides the usual kinds of files: <c>feedapi.public_files</c>.</summary>
/// <param name="entries">Extensions (<c>.log</c>), names (<c>tool.py</c>), paths (<c>files/tool.py</c>) and patterns
/// (<c>files/*.py</c>); a name or path without a pattern also admits names that speak of secrets.</param>
internal sealed class PublicFiles(IReadOnlyList<string> entries)
{
    private static readonly char[] Signs = ['*', '?', '['];

    private readonly string[] extensions = [.. entries.Where(IsExtension)];
    private readonly string[] exact = [.. entries.Where(entry => !IsExtension(entry) && entry.IndexOfAny(Signs) < 0).Select(Bare)];
    private readonly PathPattern[] patterns =
        [.. entries.Where(entry => entry.IndexOfAny(Signs) >= 0).Select(Bare).Select(PathPattern.Loose)];

    /// <summary>Nothing besides the usual kinds.</summary>
    public static PublicFiles None { get; } = new([]);

    /// <summary>The entries as written.</summary>
    public IReadOnlyList<string> Entries => entries;

    /// <summary>True when the entries admit the kind of a file.</summary>
    /// <param name="path">Relative to the content folder or to the site's root, with <c>/</c> as separator.</param>
    public bool Admits(string path)
    {
        var name = NameOf(path);
        return Names(path)
            || Array.Exists(extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(patterns, pattern => pattern.IsMatch(path) || pattern.IsMatch(name));
    }

    /// <summary>True when an entry is exactly this path, or the name of the file.</summary>
    public bool Names(string path) =>
        exact.Length > 0 && (exact.Contains(path, StringComparer.Ordinal) || exact.Contains(NameOf(path), StringComparer.Ordinal));

    // ".log" is a kind, and ".env" a file: only what is no name of a file that is known to be private.
    private static bool IsExtension(string entry) =>
        entry.Length > 1 && entry[0] == '.' && entry.LastIndexOf('.') == 0 && !entry.Contains('/') && !PrivateNames.IsSecret(entry);

    private static string Bare(string entry) => entry.TrimStart('/');

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
