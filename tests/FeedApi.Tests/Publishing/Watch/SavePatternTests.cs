using System.Diagnostics;
using System.Text.Json.Nodes;
using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class SavePatternTests
{
    // The whole folder is scanned so seldom that a change which is shown was noticed by itself.
    private static readonly PublishOptions Pace = new() { DebounceTime = TimeSpan.FromHours(1), RescanEvery = TimeSpan.FromDays(1_000) };

    // It stands still while a shell saves, however long a busy machine holds that up. What is saved meanwhile is half an hour old by it,
    // so not yet quiet.
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow + (Pace.DebounceTime / 2));

    [Theory]
    [InlineData("emacs", "ln -s a@b.1:1 .#$1; mv $1 $1~; cat new > $1; rm .#$1")]
    [InlineData("vim", "echo x > .$1.swp; : > 4913; rm 4913; mv $1 $1~; cat new > $1; rm $1~ .$1.swp")]
    [InlineData("vscode", "cat new > $1")]
    [InlineData("sed", "sed -i s/Old/New/ $1")]
    [InlineData("rsync", "cp new .$1.Xy12Ab; mv .$1.Xy12Ab $1")]
    [InlineData("temporary file", "cp new $1.tmp; mv $1.tmp $1")]
    [InlineData("git", "rm $1; cat new > $1")]
    [InlineData("git, another folder", "mkdir other; rm $1; cat new > other/$1")]
    [InlineData("append", "head -c 12 new > $1; tail -c +13 new >> $1")]
    public async Task A_save_is_one_update_of_the_same_article_which_is_never_missing_nor_half(string name, string script)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Saves by a shell.");
        await using var site = new TestSite { Pace = Pace, Time = clock };
        site.Content.With("_posts/2024-01-01-p.md", "---\ntitle: Old\n---\nOld end\n")
            .With("_posts/new", "---\ntitle: New\n---\nNew end\n");
        await StartAsync(site);
        var before = await site.JsonAsync("/api/v1/articles/2024-01-01-p");
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(site, stop.Token);

        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-e", "-c", script, "sh", "2024-01-01-p.md"])
        {
            WorkingDirectory = site.Content.Full("_posts")
        })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, name);

        await UntilAllIsNoticedAsync(site);
        await UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("New end", StringComparison.Ordinal), "the save is shown");
        await stop.CancelAsync();
        Assert.Subset(new HashSet<string> { "Old Old end", "New New end" }, await watching);
        var after = await site.JsonAsync("/api/v1/articles/2024-01-01-p");
        Assert.Equal((string)before["guid"]!, (string)after["guid"]!);
        Assert.Equal((string)before["published"]!, (string)after["published"]!);
        Assert.Empty(await site.ProblemsAsync());
        Assert.DoesNotContain(site.Log.All, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Posts_that_move_to_another_folder_in_great_number_are_never_missing()
    {
        await using var site = new TestSite { Pace = Pace with { BatchSize = 10 }, Time = clock };
        for (var i = 0; i < 60; i++) site.Content.With($"_posts/a/2024-01-01-p{i:00}.md", $"---\ntitle: P{i}\n---\nx\n");
        await StartAsync(site);
        using var stop = new CancellationTokenSource();
        var counting = CountAsync(site, stop.Token);

        Directory.Move(site.Content.Full("_posts/a"), site.Content.Full("_posts/b"));
        site.Content.With("_posts/2024-02-01-after.md", "---\ntitle: After\n---\nx\n");

        await UntilAllIsNoticedAsync(site);
        await UntilAsync(
            async () => (await site.IdsAsync("?limit=1"))[0] == "2024-02-01-after" && site.Log.CountOf(PublishingEvents.PostsRead) > 1,
            "the folder is read again");
        await stop.CancelAsync();
        Assert.Subset(new HashSet<int> { 60, 61 }, await counting);
    }

    // What is there at the start has rested.
    private static Task StartAsync(TestSite site)
    {
        foreach (var file in Directory.EnumerateFiles(site.Content.Path, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        return site.StartAsync();
    }

    // Changes are told in their order: with that of a file of settings, which says nothing new, all before it are known.
    private static Task UntilAllIsNoticedAsync(TestSite site)
    {
        File.AppendAllText(site.Content.Full("_config.yml"), "# noticed\n");
        return site.Log.UntilAsync(ContentEvents.SettingsChanged);
    }

    private Task UntilAsync(Func<Task<bool>> condition, string what) => TestSite.UntilAsync(
        async () =>
        {
            clock.Advance(Pace.DebounceTime);
            return await condition();
        },
        what);

    // What is seen of the article: title and text, or the status of an answer that has none.
    private static async Task<HashSet<string>> WatchAsync(TestSite site, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested)
        {
            using var response = await site.GetAsync("/api/v1/articles/2024-01-01-p?content=text");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!response.IsSuccessStatusCode) seen.Add(response.StatusCode.ToString());
            else if (JsonNode.Parse(body) is { } article) seen.Add($"{article["title"]} {article["content_text"]}");
        }

        return seen;
    }

    private static async Task<HashSet<int>> CountAsync(TestSite site, CancellationToken stop)
    {
        var seen = new HashSet<int>();
        while (!stop.IsCancellationRequested) seen.Add((await site.IdsAsync("?limit=100&fields=id")).Length);
        return seen;
    }
}
