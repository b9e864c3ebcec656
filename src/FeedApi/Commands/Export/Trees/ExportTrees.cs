using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands.Export.Trees;

/// <summary>
/// The folder of an export: two trees, of which the link <c>current</c> names the one that is served, while the other one is made.
/// </summary>
/// <remarks>
/// Files that both have are one file with two names, so that a change costs what has changed. A tree with a manifest is whole: the
/// manifest is deleted before anything else and written after everything else is on the disk.
/// </remarks>
internal sealed class ExportTrees
{
    /// <summary>The folder of the site within a tree.</summary>
    public const string SiteFolder = "site";

    private const string Mark = ".feedapi-export";
    private const string Current = "current";
    private static readonly string[] Names = ["a", "b"];

    private readonly string root;

    /// <summary>Opens the folder, which is made if need be.</summary>
    /// <exception cref="ServerSettingsException">There are other files in it.</exception>
    public ExportTrees(string folder)
    {
        root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        var mark = Path.Combine(root, Mark);
        if (!File.Exists(mark) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            throw new ServerSettingsException(
                Localized.Text($"--out is {folder}, a folder with other files; name a new one or one of an earlier export"));
        }

        Directory.CreateDirectory(IndexFolder);
        if (!File.Exists(mark)) File.WriteAllText(mark, "This folder is written by feedapi export.\n");
    }

    /// <summary>The folder of the index from which the site is made.</summary>
    public string IndexFolder => Path.Combine(root, ".index");

    /// <summary>A name of the index that another one in its place does not have: its change log has other numbers.</summary>
    public string IndexName
    {
        get
        {
            // Whoever deletes the folder of the index deletes its name.
            var path = Path.Combine(IndexFolder, "name");
            if (!File.Exists(path)) File.WriteAllText(path, Guid.NewGuid().ToString("n"));
            return File.ReadAllText(path);
        }
    }

    /// <summary>The tree that is served; null before the first export.</summary>
    public string? Served => SymbolicLink.TargetOf(Path.Combine(root, Current)) is { } target && Names.Contains(target)
        ? Path.Combine(root, target)
        : null;

    /// <summary>The tree in which the next export is made.</summary>
    public string Next => Path.Combine(root, Path.GetFileName(Served) == Names[0] ? Names[1] : Names[0]);

    /// <summary>Serves a tree in place of the other one, once everything of it is on the disk.</summary>
    /// <param name="tree">The tree.</param>
    /// <exception cref="IOException">Something could not be written.</exception>
    public void Serve(string tree)
    {
        SymbolicLink.Turn(Path.Combine(root, Current), Path.GetFileName(tree));
        DiskSync.Folder(root);
    }
}
