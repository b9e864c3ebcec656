using System.Text.RegularExpressions;

namespace FeedApi.Tests.Docs;

/// <summary>The files of the repository that the tests belong to.</summary>
internal static partial class Repository
{
    private const string MarkedByFile = "FeedApi.sln";

    /// <summary>Full path of the repository's folder.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The documents: every Markdown file at the top and below <c>docs</c>, by its path from the top.</summary>
    public static IEnumerable<string> Documents =>
        Directory.EnumerateFiles(Folder, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(string relativePath) => Path.Combine(Folder, relativePath);

    /// <summary>The text of a file.</summary>
    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>The fenced blocks of a document in their order: the language named at the fence, and what is inside.</summary>
    public static IReadOnlyList<(string Language, string Text)> BlocksOf(string relativePath) =>
        [.. Fence().Matches(Read(relativePath)).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, MarkedByFile))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
