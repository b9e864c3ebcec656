using System.Diagnostics;
using FeedApi.Catalog;
using FeedApi.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FeedApi.Tests.Publishing.Scan;

public sealed class RestartTests
{
    [Fact]
    public async Task What_changed_while_the_server_was_down_is_found_at_the_start()
    {
        await using var site = await TestSite.StartSampleAsync();
        await site.StopAsync();
        site.Content.With("_posts/2024-01-04-new.md", "---\ntitle: New\n---\nx\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: Edited\n---\nx\n");
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));

        await site.StartAsync();

        await TestSite.UntilAsync(
            async () => string.Join(' ', await site.IdsAsync()) == "2024-01-04-new 2024-01-03-three 2024-01-01-one",
            "all changes are shown");
        Assert.Equal("Edited", (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-one"))["title"]!);
    }

    [Fact]
    public async Task Without_its_index_the_server_gives_the_same_ids_guids_and_tags()
    {
        await using var site = await TestSite.StartSampleAsync();
        string[] addresses =
        [
            "/feed.rss", "/feed.atom", "/feed.json", "/categories/News/feed.rss",
            "/api/v1/articles?content=html", "/api/v1/categories", "/articles/2024-01-01-one"
        ];
        var before = await TagsAsync(site, addresses);

        await site.RestartAsync();
        Assert.Equal(before, await TagsAsync(site, addresses));

        await site.RestartWithoutIndexAsync();
        Assert.Equal(before, await TagsAsync(site, addresses));
    }

    [Fact]
    public async Task Cursors_are_valid_after_a_restart()
    {
        await using var site = await TestSite.StartSampleAsync();
        var next = new Uri((string)(await site.JsonAsync("/api/v1/articles?limit=1"))["page"]!["next"]!).PathAndQuery;

        await site.RestartAsync();

        Assert.Equal("2024-01-02-two", (string)(await site.JsonAsync(next))["data"]![0]!["id"]!);
    }

    [Fact]
    public async Task Cursors_outlive_the_index_and_a_change_of_the_winning_spelling()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            for (var i = 1; i <= 9; i++) content.With($"_posts/2024-01-0{i}-p.md", $"---\ntitle: P{i}\ncategory: tech\n---\nx\n");
        });
        var first = await site.JsonAsync("/api/v1/articles?category=tech&limit=4");
        var next = new Uri((string)first["page"]!["next"]!).PathAndQuery;

        for (var i = 1; i <= 9; i++) site.Content.With($"_posts/2023-01-0{i}-q.md", $"---\ntitle: Q{i}\ncategory: Tech\n---\nx\n");
        site.Content.With("_posts/2023-02-01-q.md", "---\ntitle: Q\ncategory: Tech\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/api/v1/categories"))
                .Contains("\"slug\":\"Tech\",\"name\":\"Tech\",\"count\":19", StringComparison.Ordinal),
            "the other spelling wins");
        await site.RestartWithoutIndexAsync();

        Assert.Equal("2024-01-05-p", (string)(await site.JsonAsync(next))["data"]![0]!["id"]!);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("truncated")]
    [InlineData("flipped")]
    [InlineData("empty")]
    [InlineData("other version")]
    public async Task An_index_that_cannot_be_used_is_set_aside_and_built_anew_with_a_word_in_the_log(string fault)
    {
        await using var site = await TestSite.StartSampleAsync();
        var ids = await site.IdsAsync();
        await site.StopAsync();
        Break(site.IndexPath, fault);

        await site.StartAsync();

        Assert.Equal(ids, await site.IdsAsync());
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexSetAside));
        Assert.True(File.Exists(Path.Combine(site.Data, "index.set-aside.db")));
    }

    [Fact]
    public async Task Damage_that_is_met_while_serving_is_mended_by_a_start_or_before()
    {
        await using var site = await TestSite.StartSampleAsync();
        var ids = await site.IdsAsync();
        // The restart moves everything from the log into the file.
        await site.RestartAsync();
        await using (var file = new FileStream(site.IndexPath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            // All but the first page, which every reader has seen already.
            file.Position = 16_384;
            file.Write(new byte[file.Length - file.Position]);
        }

        await TestSite.UntilAsync(
            async () => !(await site.Client.GetAsync(new Uri("/api/v1/articles?limit=7", UriKind.Relative))).IsSuccessStatusCode,
            "the damage is met");
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexDamaged));

        await site.RestartAsync();
        await TestSite.UntilAsync(
            async () => string.Join(" ", ids) == string.Join(" ", await site.IdsAsync()), "all are served");
        Assert.True(File.Exists(Path.Combine(site.Data, "index.set-aside.db")));
    }

    [Fact]
    public async Task Other_settings_of_the_site_are_applied_to_every_post_at_the_next_start()
    {
        await using var site = await TestSite.StartSampleAsync();
        await site.StopAsync();
        site.Content.With("_config.yml", "title: Other\ntimezone: UTC\npermalink: /:year/:slug\n")
            .With("_data/categories.yml", "news: {name: Latest}\n");

        await site.StartAsync();

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/api/v1/articles/2024-01-01-one")).Contains("/2024/one", StringComparison.Ordinal),
            "the permalink is the new one");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.json")).Contains("\"Latest\"", StringComparison.Ordinal),
            "the category has its new name");
        Assert.StartsWith("{\"title\":\"Other\"", await site.TextAsync("/api/v1/site"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_over_the_same_index_refuses_to_start()
    {
        await using var site = await TestSite.StartSampleAsync();
        var problem = Assert.Throws<CatalogException>(() => FeedApi.Commands.FeedServer.Create(
            ["--content", site.Content.Path, "--data", site.Data, "--urls", "http://127.0.0.1:0", "--Site:Url", "https://example.org"]));

        Assert.Contains("another FeedApi", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_while_indexing_it_comes_back_complete()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Kills a process with SIGKILL, which only Unix has.");
        await using var site = new TestSite();
        // Each round has something left to index, also when the one before was killed only after its last transaction.
        for (var round = 0; round < 3; round++)
        {
            for (var i = 1_000 * round; i < 1_000 * (round + 1); i++)
                site.Content.With($"_posts/2024-01-01-post-{i:0000}.md", $"---\ntitle: Post {i}\ncategory: c{i % 7}\n---\nText {i}.\n");
            await KillWhileIndexingAsync(site, afterKilobytes: 100 * (round + 1));
        }

        await site.StartAsync();

        // Ready at once when a round was killed only after its last transaction; what came later is indexed behind it.
        await TestSite.UntilAsync(
            async () => (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total"))["page"]!["total"]! == 3_000,
            "every post is there");
        Assert.Equal(3_000, (await site.JsonAsync("/api/v1/categories"))["data"]!.AsArray().Sum(term => (int)term!["count"]!));
    }

    private static async Task KillWhileIndexingAsync(TestSite site, int afterKilobytes)
    {
        var program = Path.Combine(Path.GetDirectoryName(typeof(FeedApi.Commands.FeedServer).Assembly.Location)!, "feedapi.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                program, "--content", site.Content.Path, "--data", site.Data, "--urls",
                "http://127.0.0.1:0", "--Site:Url", "https://example.org"
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var index = site.IndexPath + "-wal";
        await TestSite.UntilAsync(
            () => Task.FromResult(
                process.HasExited || (File.Exists(index) && new FileInfo(index).Length > afterKilobytes * 1_000)),
            "something is indexed");
        Assert.False(process.HasExited, "The server ended by itself.");
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Break(string file, string fault)
    {
        switch (fault)
        {
            case "garbage":
                File.WriteAllText(file, "This is no database.");
                break;
            case "truncated":
                using (var stream = File.OpenWrite(file)) stream.SetLength(stream.Length / 2);
                break;
            case "flipped":
                var bytes = File.ReadAllBytes(file);
                bytes.AsSpan(4_096, 12_288).Fill(0x5A);
                File.WriteAllBytes(file, bytes);
                break;
            case "empty":
                File.WriteAllBytes(file, []);
                break;
            default:
                using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
                {
                    connection.Open();
                    using var command = connection.CreateCommand();
                    command.CommandText = "PRAGMA user_version = 1";
                    command.ExecuteNonQuery();
                }

                break;
        }
    }

    private static async Task<string[]> TagsAsync(TestSite site, string[] addresses)
    {
        List<string> tags = [];
        foreach (var address in addresses) tags.Add((await site.GetAsync(address)).Headers.ETag!.Tag);
        return [.. tags];
    }
}
