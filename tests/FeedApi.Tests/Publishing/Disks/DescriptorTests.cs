using FeedApi.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Disks;

public sealed class DescriptorTests
{
    [Fact]
    public async Task Without_file_descriptors_nothing_is_lost_readiness_tells_and_the_watcher_recovers()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Limits the files of a process as Linux does.");
        await using var site = new TestSite();
        for (var i = 1; i <= 3; i++) site.Content.With($"_posts/2024-01-0{i}-p{i}.md", $"---\ntitle: P{i}\n---\nx\n");
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Plain);
        var before = await server.TextAsync("/feed.rss");

        // The connection of the client is open.
        server.LimitFiles(1);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/health/ready")).Contains("degraded", StringComparison.Ordinal), "readiness tells");
        site.Content.With("_posts/new/2024-01-04-p4.md", "---\ntitle: P4\n---\nx\n");
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(ContentEvents.WatchIncomplete)), "a folder cannot be watched");
        Assert.Equal(before, await server.TextAsync("/feed.rss"));

        server.LimitFiles(SeparateServer.MostFiles);
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(ContentEvents.WatchRestored)), "it is watched again");
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("<title>P4</title>", StringComparison.Ordinal), "the post is found");
        await TestSite.UntilAsync(
            async () => !(await server.TextAsync("/health/ready")).Contains("degraded", StringComparison.Ordinal), "readiness is content");
    }
}
