using System.Diagnostics;
using System.Globalization;
using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class WatchLimitTests
{
    [Theory]
    [InlineData("max_inotify_instances", 0)]
    [InlineData("max_inotify_watches", 2)]
    public async Task Where_the_system_has_no_watches_left_the_folder_is_compared_every_few_seconds(string limit, int most)
    {
        if (!await CanLimitAsync())
            Assert.Skip("Install util-linux (unshare), and allow user namespaces, to lower the limits for one process.");
        await using var site = new TestSite();
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With("_posts/deep/er/2024-01-02-b.md", "---\ntitle: B\n---\nx\n");
        await using var server = await SeparateServer.StartAsync(site, $"echo {most} > /proc/sys/user/{limit}; exec \"$@\"");

        site.Content.With("_posts/deep/er/2024-01-03-c.md", "---\ntitle: C\n---\nx\n");

        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("<title>C</title>", StringComparison.Ordinal),
            "the new post is found");
        Assert.True(server.HasLogged(ContentEvents.WatchIncomplete), server.Output);
    }

    [Fact]
    public async Task A_folder_whose_changes_go_unnoticed_can_be_polled()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Of what happens behind a link only Linux tells nothing.");
        var pace = new PublishOptions
        {
            DebounceTime = TimeSpan.FromMilliseconds(50),
            PollEvery = TimeSpan.FromMilliseconds(50),
            RescanEvery = TimeSpan.FromHours(1),
            Polls = true
        };
        await using var site = new TestSite { Pace = pace };
        // A change below a dot is no post's, and the link to it is not watched.
        site.Content.With("_posts/.hidden/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        Directory.CreateSymbolicLink(site.Content.Full("_posts/seen"), site.Content.Full("_posts/.hidden"));
        await site.StartAsync();

        site.Content.With("_posts/.hidden/2024-01-02-b.md", "---\ntitle: B\n---\nx\n");

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "it is found");
    }

    [Fact]
    public async Task A_mount_that_tells_of_no_changes_is_polled()
    {
        if (!await RunAsync("bindfs", "--version")) Assert.Skip("Install bindfs, which shows a folder in another place.");
        await using var site = new TestSite
        {
            Pace = new PublishOptions { PollEvery = TimeSpan.FromMilliseconds(50), RescanEvery = TimeSpan.FromHours(1) }
        };
        using var behind = new ContentFolder();
        behind.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        if (!await RunAsync("bindfs", behind.Path, site.Content.Path)) Assert.Skip("Run the tests with /dev/fuse and the right to mount.");
        try
        {
            await site.StartAsync();

            behind.With("_posts/2024-01-02-b.md", "---\ntitle: B\n---\nx\n");

            await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "the new post is found");
            Assert.Equal(1, site.Log.CountOf(ContentEvents.WatchIncomplete));
        }
        finally
        {
            await site.StopAsync();
            await RunAsync("fusermount", "-u", site.Content.Path);
        }
    }

    [Fact]
    public async Task More_changes_than_the_system_queues_are_found_by_a_look_at_everything()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Stops a process with SIGSTOP, which only Unix has.");
        await using var site = new TestSite();
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Plain);

        server.Signal("STOP");
        // Changes of another file fill the queue, so that those of the posts are lost: twice as many as it holds, because a process that is
        // told to stop may still read some.
        var (one, other) = (site.Content.Full("_posts/x"), site.Content.Full("_posts/y"));
        File.WriteAllText(one, "");
        for (var i = 0; i < 2 * QueuedEvents / EventsOfRound; i++)
        {
            File.Move(one, other);
            File.Move(other, one);
        }

        for (var i = 0; i < 300; i++) site.Content.With($"_posts/2024-02-01-p{i}.md", $"---\ntitle: P{i}\n---\nx\n");
        server.Signal("CONT");

        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/api/v1/articles?limit=1&include=total"))
                .Contains("\"total\":301", StringComparison.Ordinal),
            "all are found");
        Assert.True(server.HasLogged(ContentEvents.ChangesMissed), server.Output);
    }

    // Two moves there and back, an event at each end.
    private const int EventsOfRound = 4;

    private static int QueuedEvents => int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"), CultureInfo.InvariantCulture);

    private static async Task<bool> CanLimitAsync() =>
        OperatingSystem.IsLinux() && await RunAsync("unshare", "-Ur", "sh", "-c", "echo 5 > /proc/sys/user/max_inotify_instances");

    // False also when there is no such program.
    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
