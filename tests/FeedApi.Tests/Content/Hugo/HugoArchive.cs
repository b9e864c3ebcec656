using System.Text.RegularExpressions;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>A small site in one text file: each file of it after a line <c>-- path --</c>.</summary>
/// <param name="Name">The archive's name.</param>
/// <param name="Files">Path and text, in the order of the archive.</param>
internal sealed partial record HugoArchive(string Name, IReadOnlyList<(string Path, string Text)> Files)
{
    private const string ContentFolder = "content/";

    /// <summary>The folder of the archives, of Hugo's answers, and of the template that makes these.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Content", "Hugo", "sites");

    /// <summary>All archives, by name.</summary>
    public static IReadOnlyList<HugoArchive> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(Load)];

    /// <summary>The posts, by path relative to the content folder.</summary>
    public IEnumerable<string> Posts => Files
        .Where(file => file.Path.StartsWith(ContentFolder, StringComparison.Ordinal))
        .Where(file => !file.Path.EndsWith("_index.md", StringComparison.Ordinal))
        .Select(file => file.Path[ContentFolder.Length..]);

    /// <summary>Where Hugo's answer is kept.</summary>
    public string AnswerPath => Path.Combine(Folder, Name + ".hugo.json");

    /// <summary>The archive of a name.</summary>
    public static HugoArchive Of(string name) => All.Single(each => each.Name == name);

    /// <summary>Writes the site to a folder.</summary>
    public ContentFolder Fill(ContentFolder folder)
    {
        foreach (var (path, text) in Files) folder.WithExactly(path, text);
        return folder;
    }

    private static HugoArchive Load(string path)
    {
        var parts = Header().Split(File.ReadAllText(path));
        return new HugoArchive(
            Path.GetFileNameWithoutExtension(path), [.. parts.Skip(1).Chunk(2).Select(pair => (Path: pair[0], Text: pair[1]))]);
    }

    [GeneratedRegex("^-- (.+) --\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
