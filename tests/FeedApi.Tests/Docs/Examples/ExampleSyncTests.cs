using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FeedApi.Tests.Docs.Examples;

/// <summary>Runs docs/examples/sync.py: after a run its file has the articles of the API, no more and no less.</summary>
public sealed class ExampleSyncTests : IDisposable
{
    private const string Script = "docs/examples/sync.py";
    private const string Missing = "Install python3 to run this test.";
    private const int MaxLines = 60;

    // Three pages of changes.
    private const int ManyPosts = 250;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-sync-");
    private readonly List<Process> runs = [];

    private string Database => Path.Combine(folder.FullName, "articles.db");

    public void Dispose()
    {
        foreach (var run in runs)
        {
            run.Kill();
            run.WaitForExit();
            run.Dispose();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Script_keeps_to_60_lines() => Assert.InRange(File.ReadLines(Repository.PathOf(Script)).Count(), 1, MaxLines);

    [Fact]
    public async Task First_run_stores_every_article()
    {
        await using var site = await StartManyAsync();

        await RunOnceAsync(site);

        Assert.Equal(ManyPosts, await CountSameAsync(site));
    }

    [Fact]
    public async Task Next_run_stores_what_was_added_edited_and_deleted()
    {
        await using var site = await TestSite.StartSampleAsync();
        await RunOnceAsync(site);

        site.Content.With("_posts/2024-01-04-new.md", "---\ntitle: New\n---\nNew post.\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: Edited\n---\nEdited post.\n");
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));
        await UntilTitlesAsync(site, "Edited 三 New");
        await RunOnceAsync(site);

        Assert.Equal(3, await CountSameAsync(site));
    }

    [Fact]
    public async Task Run_that_waits_stores_changes_as_they_come()
    {
        await using var site = await TestSite.StartSampleAsync();
        await RunOnceAsync(site);

        StartRun(site);
        site.Content.With("_posts/2024-01-04-new.md", "---\ntitle: New\n---\nNew post.\n");
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));

        await TestSite.UntilAsync(() => Task.FromResult(TitlesOf(Stored()) == "One 三 New"), "both changes are stored");
    }

    [Fact]
    public async Task Run_that_is_killed_is_continued_by_the_next()
    {
        await using var site = await StartManyAsync();
        await ExternalTool.RunAsync("python3", ["--version"], Missing);

        for (var round = 1; round <= 10; round++)
        {
            var run = StartRun(site);
            await Task.Delay(40 * round, TestContext.Current.CancellationToken);
            run.Kill();
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            site.Content.With($"_posts/2024-01-01-post-{round}.md", "---\ntitle: Edited\n---\nEdited post.\n");
            File.Delete(site.Content.Full($"_posts/2024-01-01-post-{round + 100}.md"));
        }

        await TestSite.UntilAsync(
            async () => (await PublishedAsync(site)) is { Count: ManyPosts - 10 } left && TitlesOf(left).Split("Edited").Length == 11,
            "all changes are published");
        await RunOnceAsync(site);

        Assert.Equal(ManyPosts - 10, await CountSameAsync(site));
    }

    [Fact]
    public async Task Run_after_the_index_was_made_anew_removes_what_was_deleted_in_between()
    {
        await using var site = await TestSite.StartSampleAsync();
        await RunOnceAsync(site);
        var (_, token) = Read("SELECT 'token', token FROM state").Single();

        await site.StopAsync();
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));
        await site.RestartWithoutIndexAsync();

        using var answer = await site.GetAsync("/api/v1/changes?since=" + token);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        await RunOnceAsync(site);
        Assert.Equal(2, await CountSameAsync(site));
    }

    [Fact]
    public async Task Run_against_another_site_replaces_all_articles()
    {
        await using var site = await TestSite.StartSampleAsync();
        await RunOnceAsync(site);
        await using var other = new TestSite { Arguments = ["--Site:Url", "https://other.example"] };
        other.Content.With("_posts/2024-01-05-other.md", "---\ntitle: Other\n---\nOther post.\n");
        await other.StartAsync();

        await RunOnceAsync(other);

        Assert.Equal(1, await CountSameAsync(other));
    }

    private static Task<TestSite> StartManyAsync() => TestSite.StartAsync(content =>
    {
        for (var number = 1; number <= ManyPosts; number++)
            content.With($"_posts/2024-01-01-post-{number}.md", $"---\ntitle: Post {number}\n---\nText.\n");
    });

    private async Task RunOnceAsync(TestSite site)
    {
        var (exitCode, _, errors) = await ExternalTool.RunAsync("python3", [.. ArgumentsFor(site), "--once"], Missing);
        Assert.True(exitCode == 0, errors);
    }

    private Process StartRun(TestSite site)
    {
        var run = Process.Start("python3", ArgumentsFor(site));
        runs.Add(run);
        return run;
    }

    private string[] ArgumentsFor(TestSite site) => [Repository.PathOf(Script), site.Client.BaseAddress!.AbsoluteUri, Database];

    private static Task UntilTitlesAsync(TestSite site, string titles) =>
        TestSite.UntilAsync(async () => TitlesOf(await PublishedAsync(site)) == titles, $"the articles are {titles}");

    // The number of articles, which are the same in the file and in the API.
    private async Task<int> CountSameAsync(TestSite site)
    {
        var (published, stored) = (await PublishedAsync(site), Stored());
        Assert.Equal(published.Select(article => article.Key), stored.Select(article => article.Key));
        Assert.All(published, article => Assert.True(JsonNode.DeepEquals(article.Value, stored[article.Key]), article.Key));
        return stored.Count;
    }

    private static string TitlesOf(SortedDictionary<string, JsonNode> articles) =>
        string.Join(' ', articles.Values.Select(article => (string)article["title"]!));

    // The articles of the API by id.
    private static async Task<SortedDictionary<string, JsonNode>> PublishedAsync(TestSite site)
    {
        var articles = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var address = "/api/v1/articles?limit=100&content=html";
        while (address is not null)
        {
            var list = await site.JsonAsync(address);
            foreach (var article in list["data"]!.AsArray()) articles[(string)article!["id"]!] = article;
            address = (string?)list["page"]!["next"] is { } next ? new Uri(next).PathAndQuery : null;
        }

        return articles;
    }

    // The articles of the file by id.
    private SortedDictionary<string, JsonNode> Stored()
    {
        var articles = Read("SELECT id, article FROM articles").ToDictionary(row => row.First, row => JsonNode.Parse(row.Second)!);
        return new SortedDictionary<string, JsonNode>(articles, StringComparer.Ordinal);
    }

    private List<(string First, string Second)> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<(string First, string Second)> found = [];
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }
}
