using System.Diagnostics;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Disks;

/// <summary>A mount whose program has died: every call fails with ENOTCONN, also for root.</summary>
public sealed class LostMountTests
{
    private static readonly PublishOptions Pace = new()
    {
        DebounceTime = TimeSpan.FromMilliseconds(50),
        PollEvery = TimeSpan.FromMilliseconds(50),
        RescanEvery = TimeSpan.FromMilliseconds(200),
        Polls = true,
    };

    [Fact]
    public async Task What_is_on_a_mount_that_fails_is_unreadable_and_not_deleted()
    {
        using var behind = new ContentFolder();
        for (var i = 1; i <= 3; i++) behind.WithExactly($"2024-01-0{i}-far{i}.md", $"---\ntitle: Far {i}\n---\nx\n");
        await using var site = new TestSite { Pace = Pace };
        site.Content.With("_posts/2024-01-01-near.md", "---\ntitle: Near\n---\nx\n");
        var place = Directory.CreateDirectory(site.Content.Full("_posts/far")).FullName;
        using var mount = Mount(behind.Path, place);
        if (mount is null) Assert.Skip("Install bindfs, and run the tests with /dev/fuse and the right to mount.");
        try
        {
            await TestSite.UntilAsync(() => Task.FromResult(Directory.EnumerateFiles(place).Any() || mount.HasExited), "it is mounted");
            if (mount.HasExited) Assert.Skip("Run the tests with /dev/fuse and the right to mount.");
            await site.StartAsync();
            Assert.Equal(4, (await site.IdsAsync()).Length);

            mount.Kill();
            await TestSite.UntilAsync(
                async () => (await site.ProblemsAsync()).Any(problem => (string?)problem!["code"] == "unreadable"),
                "the problem is listed");
            // A post that can be read is published meanwhile.
            site.Content.With("_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");
            await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 5, "the next one is shown");
            Assert.Contains("ENOTCONN", (await site.ProblemsAsync()).ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("deleted-entry", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);

            await UnmountAsync(place);
            using var again = Mount(behind.Path, place);
            await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "the problem is gone");
            Assert.Equal(5, (await site.IdsAsync()).Length);
            await site.StopAsync();
            again!.Kill();
        }
        finally
        {
            await site.StopAsync();
            await UnmountAsync(place);
        }
    }

    private static Process? Mount(string behind, string place)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Process.Start("bindfs", ["-f", behind, place]) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task UnmountAsync(string place)
    {
        using var unmount = Process.Start(new ProcessStartInfo("fusermount", ["-uz", place]) { RedirectStandardError = true });
        await unmount!.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
