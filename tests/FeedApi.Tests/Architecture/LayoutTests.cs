using System.Globalization;
using System.Runtime.CompilerServices;
using Xunit;

namespace FeedApi.Tests.Architecture;

/// <summary>What a reader may count on in any file: short lines, short files, folders that can be taken in at a glance.</summary>
public sealed class LayoutTests
{
    private const int MaxColumns = 140;
    private const int MaxLines = 250;
    private const int MaxFiles = 25;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    [Fact]
    public void Lines_end_at_140_columns()
    {
        var wide = from file in Sources("src", "tests")
                   from line in File.ReadLines(file).Index()
                   where ColumnsOf(line.Item) > MaxColumns
                   select string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(Root, file)}:{line.Index + 1}");

        Assert.Empty(wide);
    }

    [Fact]
    public void Files_have_at_most_250_lines() =>
        Assert.DoesNotContain(Sources("src"), file => File.ReadLines(file).Count() > MaxLines);

    [Fact]
    public void Folders_have_at_most_25_files() =>
        Assert.DoesNotContain(Sources("src").CountBy(file => Path.GetDirectoryName(file)!), folder => folder.Value > MaxFiles);

    // A character beyond the basic plane is one column, as editors count.
    private static int ColumnsOf(string line) => line.Length - line.Count(char.IsLowSurrogate);

    private static IEnumerable<string> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
