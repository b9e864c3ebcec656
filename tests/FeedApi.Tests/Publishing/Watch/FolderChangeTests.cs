using System.Diagnostics;
using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class FolderChangeTests
{
    [Fact]
    public async Task A_file_that_moves_between_folders_is_never_missing()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/a/2024-01-01-x.md", "---\ntitle: X\n---\nx\n")
            .With("_posts/b/2024-01-02-y.md", "---\ntitle: Y\n---\nx\n"));
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(site, stop.Token);

        foreach (var (from, to) in new[] { ("a", "b"), ("b", "a"), ("a", "b") })
        {
            File.Move(site.Content.Full($"_posts/{from}/2024-01-01-x.md"), site.Content.Full($"_posts/{to}/2024-01-01-x.md"));
            site.Content.With($"_posts/2024-02-01-after-{from}.md", $"---\ntitle: After {to}\n---\nx\n");
            var expected = $"After {to}";
            await TestSite.UntilAsync(
                async () => (await site.TextAsync("/feed.rss")).Contains(expected, StringComparison.Ordinal), "a later change is shown");
        }

        await stop.CancelAsync();
        Assert.Equal(200, Assert.Single(await watching));
    }

    [Fact]
    public async Task A_folder_with_a_dot_in_its_name_is_noticed_when_it_comes_and_when_it_goes()
    {
        await using var site = await TestSite.StartSampleAsync();
        using var elsewhere = new ContentFolder();
        elsewhere.With("36kr.com/2024-02-01-a.md", "---\ntitle: A\n---\nx\n");

        Directory.Move(elsewhere.Full("36kr.com"), site.Content.Full("_posts/36kr.com"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "the post is there");

        Directory.Move(site.Content.Full("_posts/36kr.com"), elsewhere.Full("36kr.com"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "the post has left");
    }

    [Theory]
    [InlineData("ln -s /etc/hostname \"$1.new\" && mv \"$1.new\" \"$1\"")]
    [InlineData("rm \"$1\" && mkfifo \"$1\"")]
    [InlineData("rm \"$1\" && mkdir \"$1\"")]
    public async Task A_file_that_something_else_takes_the_place_of_is_a_problem_and_stays_published(string script)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Makes links and pipes as Linux does.");
        // It stands still between the two steps of a script, however far apart a busy machine runs them; behind, so
        // that no file is just saved.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-1));
        await using var site = await TestSite.StartSampleAsync(clock);

        using var shell = Process.Start("/bin/sh", ["-c", script, "sh", site.Content.Full("_posts/2024-01-01-one.md")]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        await TestSite.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return (await site.ProblemsAsync()).Count == 1;
            },
            "the problem is listed");
        Assert.Equal("not-regular", (string)(await site.ProblemsAsync())[0]!["code"]!);
        Assert.Contains("2024-01-01-one", await site.IdsAsync());
    }

    [Fact]
    public async Task An_empty_content_folder_empties_no_feed()
    {
        await using var site = await TestSite.StartSampleAsync();

        Directory.Move(site.Content.Full("_posts"), site.Content.Full("_away"));
        site.Content.With("about.md", "---\ntitle: About\ndate: 2024-01-01\n---\nNo post.\n");

        await site.Log.UntilAsync(PublishingEvents.MassDeletion);
        Assert.Equal(3, (await site.IdsAsync()).Length);

        Directory.Move(site.Content.Full("_away"), site.Content.Full("_posts"));
        site.Content.With("_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "life goes on");
    }

    [Fact]
    public async Task A_content_folder_that_is_replaced_is_watched_again()
    {
        await using var site = await TestSite.StartSampleAsync();
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "all is published");

        Directory.Move(site.Content.Path, site.Content.Path + "-old");
        using var copy = Process.Start("cp", ["-r", site.Content.Path + "-old", site.Content.Path]);
        await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(site.Content.Path + "-old", recursive: true);

        await site.Log.UntilAsync(ContentEvents.FolderReplaced);
        site.Content.With("_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains("2024-02-01-next"), "a post in the new folder is published");
    }

    // The distinct states of the article's page while files move.
    private static async Task<int[]> WatchAsync(TestSite site, CancellationToken stop)
    {
        var seen = new HashSet<int>();
        while (!stop.IsCancellationRequested) seen.Add((int)(await site.GetAsync("/api/v1/articles/2024-01-01-x")).StatusCode);
        return [.. seen];
    }
}
