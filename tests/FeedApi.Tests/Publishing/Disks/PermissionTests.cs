using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Disks;

public sealed class PermissionTests
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("_posts/sub", File)]
    [InlineData("_posts/sub", UnixFileMode.None)]
    [InlineData("_posts/sub", UnixFileMode.UserExecute)]
    [InlineData("_posts", File)]
    [InlineData("_posts", UnixFileMode.None)]
    [InlineData("", File)]
    [InlineData("", UnixFileMode.None)]
    public async Task A_folder_without_permissions_loses_no_post_and_is_read_when_it_has_them_again(string place, UnixFileMode loss)
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        await using var site = Site();
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Unprivileged);
        var before = await server.TextAsync("/feed.rss");

        SetMode(site.Content.Full(place), loss);
        // Root may write there: the server is told of a change that it cannot read.
        site.Content.With("_posts/sub/2024-01-01-p1.md", "---\ntitle: Changed\n---\nx\n");
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(PublishingEvents.PostProblem)), "the problem is told");

        Assert.Equal(before, await server.TextAsync("/feed.rss"));
        Assert.DoesNotContain("deleted-entry", await server.TextAsync("/feed.atom"), StringComparison.Ordinal);
        Assert.Contains("unreadable", server.Output, StringComparison.Ordinal);

        SetMode(site.Content.Full(place), Folder);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("<title>Changed</title>", StringComparison.Ordinal),
            "the change is read");
        Assert.DoesNotContain("deleted-entry", await server.TextAsync("/feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_permissions_keeps_its_last_good_version()
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        await using var site = Site();
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Unprivileged);
        var file = site.Content.Full("_posts/sub/2024-01-01-p1.md");

        SetMode(file, UnixFileMode.None);
        await System.IO.File.WriteAllTextAsync(file, "---\ntitle: Changed\n---\nx\n", TestContext.Current.CancellationToken);
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(PublishingEvents.PostProblem)), "the problem is told");
        Assert.Contains("<title>P1</title>", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);

        // Of the permissions of a file the system tells.
        SetMode(file, File);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("<title>Changed</title>", StringComparison.Ordinal),
            "the change is read");
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_not_unset()
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        await using var site = Site();
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Unprivileged);
        var config = site.Content.Full("_config.yml");

        SetMode(config, UnixFileMode.None);
        await System.IO.File.WriteAllTextAsync(config, "title: Other\n", TestContext.Current.CancellationToken);
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(ContentEvents.SettingsInvalid)), "the problem is told");
        Assert.Contains("<title>Locks</title>", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);

        SetMode(config, File);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("<title>Other</title>", StringComparison.Ordinal),
            "the settings are read");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_not_missing()
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        await using var site = Site();
        site.Content.With("episodes/one.mp3", "sound");
        const string post = "---\ntitle: Episode {0}\nenclosures: [/episodes/one.mp3]\n---\nx\n";
        site.Content.With("_posts/2024-01-05-episode.md", post.Replace("{0}", "one", StringComparison.Ordinal));
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Unprivileged);
        Assert.Contains("length=\"5\"", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);

        SetMode(site.Content.Full("episodes"), UnixFileMode.None);
        site.Content.With("_posts/2024-01-05-episode.md", post.Replace("{0}", "1", StringComparison.Ordinal));
        site.Content.With("_posts/2024-01-06-new.md", post.Replace("{0}", "new", StringComparison.Ordinal));
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Contains("Episode new", StringComparison.Ordinal), "the new post is shown");
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(PublishingEvents.PostProblem)), "the problem is told");
        Assert.Contains("Episode one", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.Contains("length=\"5\"", await server.TextAsync("/feed.rss"), StringComparison.Ordinal);

        SetMode(site.Content.Full("episodes"), Folder);
        await TestSite.UntilAsync(
            async () => (await server.TextAsync("/feed.rss")).Split("length=\"5\"").Length == 3
                && (await server.TextAsync("/feed.rss")).Contains("Episode 1<", StringComparison.Ordinal),
            "both have their sound");
    }

    private static TestSite Site()
    {
        var site = new TestSite();
        site.Content.With("_config.yml", "title: Locks\n");
        for (var i = 1; i <= 3; i++) site.Content.With($"_posts/sub/2024-01-0{i}-p{i}.md", $"---\ntitle: P{i}\n---\nx\n");
        site.Content.With("_posts/2024-01-04-p4.md", "---\ntitle: P4\n---\nx\n");
        return site;
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, mode);
    }
}
