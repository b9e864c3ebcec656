using System.Globalization;
using Xunit;

namespace FeedApi.Tests.Architecture;

/// <summary>What a reader may count on in any file: short lines, short files, folders that can be taken in at a glance.</summary>
public sealed class LayoutTests
{
    private const int MaxColumns = 140;
    private const int MaxLines = 250;
    private const int MaxFiles = 25;

    [Fact]
    public void Lines_end_at_140_columns()
    {
        var wide = from file in SourceFiles.Of("src", "tests")
                   from line in File.ReadLines(file).Index()
                   where ColumnsOf(line.Item) > MaxColumns
                   select string.Create(CultureInfo.InvariantCulture, $"{SourceFiles.NameOf(file)}:{line.Index + 1}");

        Assert.Empty(wide);
    }

    [Fact]
    public void Files_have_at_most_250_lines() =>
        Assert.DoesNotContain(SourceFiles.Of("src"), file => File.ReadLines(file).Count() > MaxLines);

    [Fact]
    public void Folders_have_at_most_25_files() =>
        Assert.DoesNotContain(SourceFiles.Of("src").CountBy(file => Path.GetDirectoryName(file)!), folder => folder.Value > MaxFiles);

    // A character beyond the basic plane is one column, as editors count.
    private static int ColumnsOf(string line) => line.Length - line.Count(char.IsLowSurrogate);
}
