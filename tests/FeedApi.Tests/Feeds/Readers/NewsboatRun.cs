using FeedApi.Tests.Feeds.Validators;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FeedApi.Tests.Feeds.Readers;

/// <summary>What newsboat keeps of a feed after it has read it once.</summary>
internal static class NewsboatRun
{
    /// <summary>The items, the newest first; the test is skipped where newsboat is not installed.</summary>
    public static async Task<ReadItem[]> ReadAsync(Uri feed)
    {
        var folder = Directory.CreateTempSubdirectory("feedapi-newsboat-");
        try
        {
            var (urls, settings, cache) = (In("urls"), In("config"), In("cache.db"));
            await File.WriteAllTextAsync(urls, $"\"{feed.AbsoluteUri}\"\n", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(settings, "", TestContext.Current.CancellationToken);
            var (exitCode, output, errors) = await ExternalTool.RunAsync(
                "newsboat", ["-u", urls, "-c", cache, "-C", settings, "-x", "reload"], "Install newsboat.");
            Assert.True(exitCode == 0, errors + output);
            return ItemsOf(cache);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string In(string name) => Path.Combine(folder.FullName, name);
    }

    private static ReadItem[] ItemsOf(string cache)
    {
        using var connection = new SqliteConnection($"Data Source={cache};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT guid, title, url, pubDate, content, enclosure_url FROM rss_item ORDER BY id DESC";
        using var rows = command.ExecuteReader();
        List<ReadItem> items = [];
        while (rows.Read())
        {
            string[] enclosures = rows.GetString(5) is { Length: > 0 } enclosure ? [enclosure] : [];
            items.Add(new ReadItem(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3), rows.GetString(4), enclosures));
        }

        return [.. items];
    }
}
