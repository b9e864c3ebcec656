using FeedApi.Tests.Docs;

namespace FeedApi.Tests.Architecture;

/// <summary>The repository's own source files.</summary>
internal static class SourceFiles
{
    /// <summary>The name of a file relative to the repository.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(Repository.Folder, path);

    /// <summary>C# and Razor files below some folders.</summary>
    public static IEnumerable<string> Of(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        where !NameOf(file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;
}
