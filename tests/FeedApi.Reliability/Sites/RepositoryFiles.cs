namespace FeedApi.Reliability.Sites;

/// <summary>The files of the repository that this program was built from.</summary>
internal static class RepositoryFiles
{
    private const string MarkedByFile = "FeedApi.sln";

    /// <summary>Full path of the repository's folder.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The posts of the sample site, as bytes, in the order of their names.</summary>
    public static IReadOnlyList<byte[]> SamplePosts { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "content", "_posts")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, MarkedByFile))) folder = folder.Parent!;
        return folder.FullName;
    }
}
