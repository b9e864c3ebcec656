using System.Runtime.CompilerServices;

namespace FeedApi.Tests.Architecture;

/// <summary>The repository's own source files.</summary>
internal static class SourceFiles
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The name of a file relative to the repository.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(Root, path);

    /// <summary>C# and Razor files below some folders.</summary>
    public static IEnumerable<string> Of(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        where !NameOf(file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
