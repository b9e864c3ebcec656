using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Fidelity.Hugo;

/// <summary>A copy of a Hugo site that is rendered in place of it: its content and shortcodes with a template of our own.</summary>
/// <remarks>
/// Layouts and render hooks are left out, because FeedApi has none of them either, and files of 1 MB and more, which are no posts.
/// </remarks>
internal sealed partial class HugoCopy : IDisposable
{
    private const long MaxFileBytes = 1_000_000;

    private static readonly HashSet<string> LeftOut = new(
        ["public", "static", "resources", "node_modules", "archetypes", "go.mod", "go.sum", "hugo.work", "package.json"],
        StringComparer.Ordinal);

    private readonly HashSet<string> stubs = new(StringComparer.Ordinal);
    private readonly List<string> refused = [];

    /// <summary>Copies a site.</summary>
    public HugoCopy(string site)
    {
        Folder = Directory.CreateTempSubdirectory("feedapi-hugo-").FullName;
        Copy(new DirectoryInfo(site), Folder, isRoot: true);
        foreach (var layouts in LayoutFolders()) KeepShortcodes(layouts);
        var ours = Directory.CreateDirectory(Path.Combine(Folder, "layouts", "_default")).FullName;
        foreach (var kind in new[] { "single", "list" }) File.WriteAllText(Path.Combine(ours, kind + ".html"), "");
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Fidelity", "Hugo", "site_pages.html"), Path.Combine(Folder, "layouts", "index.html"));
    }

    /// <summary>The root of the copy.</summary>
    public string Folder { get; }

    /// <summary>The names of shortcodes that stand empty for ones that are missing or that Hugo refuses.</summary>
    public IReadOnlySet<string> Stubs => stubs;

    /// <summary>The files that were taken out, because Hugo refuses them: relative to the root, with <c>/</c> as separator.</summary>
    public IReadOnlyList<string> Refused => refused;

    /// <summary>Takes out a file.</summary>
    /// <param name="relativePath">Relative to the root.</param>
    public void TakeOut(string relativePath)
    {
        File.Delete(Path.Combine(Folder, relativePath));
        refused.Add(relativePath.Replace('\\', '/'));
    }

    /// <summary>Puts an empty shortcode in the place of one.</summary>
    /// <returns>False when that was done before.</returns>
    public bool Stub(string shortcode)
    {
        if (!stubs.Add(shortcode)) return false;
        var path = Path.Combine(Folder, "layouts", "shortcodes", shortcode + ".html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Hugo allows a closing tag only where a template asks for what is between the two.
        File.WriteAllText(path, HasClosingTag(shortcode) ? "{{ with .Inner }}{{ . }}{{ end }}" : "");
        return true;
    }

    /// <summary>True when a file of the copy has a shortcode that stands empty.</summary>
    public bool UsesStub(string path) =>
        Shortcode().Matches(File.ReadAllText(path)).Any(match => stubs.Contains(match.Groups["name"].Value));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Copy(DirectoryInfo from, string to, bool isRoot)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            if (entry.Name[0] == '.' || (isRoot && LeftOut.Contains(entry.Name))) continue;
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo { LinkTarget: null } folder) Copy(folder, target, isRoot: false);
            else if (entry is FileInfo { Exists: true, Length: < MaxFileBytes } file) file.CopyTo(target);
        }
    }

    private IEnumerable<string> LayoutFolders()
    {
        yield return Path.Combine(Folder, "layouts");
        var themes = Path.Combine(Folder, "themes");
        if (!Directory.Exists(themes)) yield break;
        foreach (var theme in Directory.EnumerateDirectories(themes)) yield return Path.Combine(theme, "layouts");
    }

    // Newer versions of Hugo have their folders with an underscore.
    private static void KeepShortcodes(string layouts)
    {
        if (!Directory.Exists(layouts)) return;
        foreach (var file in Directory.EnumerateFiles(layouts)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(layouts))
        {
            var name = Path.GetFileName(folder);
            if (name is "shortcodes" or "partials") continue;
            var older = Path.Combine(layouts, name.TrimStart('_'));
            if (name is "_shortcodes" or "_partials" && !Directory.Exists(older)) Directory.Move(folder, older);
            else Directory.Delete(folder, recursive: true);
        }
    }

    private bool HasClosingTag(string shortcode) => Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
        .Any(file => Shortcode().Matches(File.ReadAllText(file))
            .Any(match => match.Groups["close"].Success && match.Groups["name"].Value == shortcode));

    [GeneratedRegex(@"\{\{[<%]\s*(?<close>/\s*)?(?<name>[\w/.-]+)")]
    private static partial Regex Shortcode();
}
