using System.Diagnostics;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Commit;

public sealed class FullDiskTests
{
    private const int DiskMegabytes = 4;

    [Fact]
    public async Task A_full_disk_stops_no_reader_holds_back_no_post_and_is_recovered_from_without_a_restart()
    {
        if (!await CanMountAsync())
            Assert.Skip("Install util-linux (unshare) and mount, and allow user namespaces, to mount a small disk.");
        await using var site = new TestSite();
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        Directory.CreateDirectory(site.Data);
        await using var server = await SeparateServer.StartAsync(
            site, $"mount -t tmpfs -o size={DiskMegabytes}m tmpfs {site.Data}; exec \"$@\"");
        var filler = server.Inside(Path.Combine(site.Data, "filler"));
        Assert.Throws<IOException>(() => Fill(filler));

        for (var i = 0; i < 20; i++)
            site.Content.With($"_posts/2024-01-02-b{i}.md", $"---\ntitle: B{i}\n---\n{new string('y', 50_000)} {i}\n");
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(PublishingEvents.PublishingFailed)), "the fault is logged");
        Assert.Contains("<title>A</title>", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);

        File.Delete(filler);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/api/v1/articles?limit=1&include=total"))
                .Contains("\"total\":21", StringComparison.Ordinal),
            "all are published");
        Assert.False(server.HasLogged(PublishingEvents.PostProblem), server.Output);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var i = 0; i <= DiskMegabytes * 256; i++) file.Write(new byte[4_096]);
    }

    private static async Task<bool> CanMountAsync()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var attempt = Process.Start("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
            await attempt.WaitForExitAsync(TestContext.Current.CancellationToken);
            return attempt.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
