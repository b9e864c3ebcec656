using FeedApi.Catalog.Sqlite.Upgrades;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

public sealed class IndexFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-files-");
    private readonly DateTimeOffset now = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(12, "index.db")]
    [InlineData(13, "index.v13.db")]
    public void A_version_finds_its_file_by_its_name(int schema, string name) => Assert.Equal(name, IndexFiles.NameOf(schema));

    [Fact]
    public void Of_former_indexes_the_last_is_kept_for_two_weeks()
    {
        var files = new IndexFiles(folder.FullName);
        Make("index.v14.db", days: 0);
        Make("index.v13.db", days: 13);
        Make("index.db", days: 13.5);
        Make("index.set-aside.db", days: 90);

        Assert.Equal([files.PathOf(12)], files.DeleteOutdated(files.PathOf(14), now));
        Assert.Equal([files.PathOf(13)], files.DeleteOutdated(files.PathOf(14), now + TimeSpan.FromDays(2)));

        Assert.Equal(
            ["index.set-aside.db", "index.v14.db"], folder.EnumerateFiles("*.db").Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    private void Make(string name, double days)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "");
        File.WriteAllText(path + "-wal", "");
        File.SetLastWriteTimeUtc(path, now.UtcDateTime - TimeSpan.FromDays(days));
    }
}
