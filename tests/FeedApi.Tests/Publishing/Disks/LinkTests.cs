using System.Diagnostics;
using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Disks;

public sealed class LinkTests
{
    private static readonly PublishOptions Pace = new()
    {
        DebounceTime = TimeSpan.FromMilliseconds(50),
        RescanEvery = TimeSpan.FromHours(10),
    };

    [Theory]
    [InlineData("content")]
    [InlineData("a folder above")]
    public async Task A_deployment_that_swaps_a_link_is_seen(string swapped)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Makes links as Unix does.");
        using var releases = new ContentFolder();
        for (var release = 1; release <= 2; release++)
        {
            releases.WithExactly($"{release}/site/_config.yml", $"title: Release {release}\n");
            for (var i = 0; i <= release; i++)
                releases.WithExactly($"{release}/site/_posts/2024-01-0{i + 1}-p.md", $"---\ntitle: P{i} of {release}\n---\nx\n");
        }

        var link = releases.Full("current");
        Directory.CreateSymbolicLink(link, releases.Full("1") + (swapped == "content" ? "/site" : ""));
        await using var site = new TestSite
        {
            Pace = Pace,
            Arguments = ["--Site:Url", "https://example.org", "--content", link + (swapped == "content" ? "" : "/site")],
        };
        await site.StartAsync();
        Assert.Equal(2, (await site.IdsAsync()).Length);

        await RepointAsync(link, releases.Full("2") + (swapped == "content" ? "/site" : ""));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "the posts of the new release are shown");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("<title>Release 2</title>", StringComparison.Ordinal),
            "its settings are in effect");
        // What is saved there from now on is reported.
        releases.WithExactly("2/site/_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "the new folder is watched");
    }

    [Fact]
    public async Task A_link_inside_that_is_reached_through_a_hidden_folder_is_followed()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Makes links as Unix does.");
        await using var site = new TestSite { Pace = Pace };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With(".store/1/posts/2024-01-02-b.md", "---\ntitle: B\n---\nx\n")
            .With(".store/2/posts/2024-01-02-b.md", "---\ntitle: B\n---\nx\n")
            .With(".store/2/posts/2024-01-03-c.md", "---\ntitle: C\n---\nx\n");
        var current = site.Content.Full(".store/current");
        Directory.CreateSymbolicLink(current, site.Content.Full(".store/1"));
        Directory.CreateSymbolicLink(site.Content.Full("_posts/shared"), current + "/posts");
        await site.StartAsync();
        Assert.Equal(2, (await site.IdsAsync()).Length);

        await RepointAsync(current, site.Content.Full(".store/2"));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "what it leads to now is shown");
    }

    [Fact]
    public async Task A_swapped_link_to_a_folder_with_few_of_the_posts_empties_no_feed()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Makes links as Unix does.");
        using var releases = new ContentFolder();
        for (var i = 0; i < 30; i++) releases.WithExactly($"full/_posts/2024-01-01-p{i}.md", $"---\ntitle: P{i}\n---\nx\n");
        releases.WithExactly("half/_posts/2024-01-01-p1.md", "---\ntitle: P1\n---\nx\n");
        var link = releases.Full("current");
        Directory.CreateSymbolicLink(link, releases.Full("full"));
        await using var site = new TestSite { Pace = Pace, Arguments = ["--Site:Url", "https://example.org", "--content", link] };
        await site.StartAsync();

        await RepointAsync(link, releases.Full("half"));

        // Nothing but the folder is another one here. Where the settings are too, their reading may come first, and tells nothing.
        await site.Log.UntilAsync(ContentEvents.FolderReplaced);
        await site.Log.UntilAsync(PublishingEvents.MassDeletion);
        Assert.Equal(30, (await site.IdsAsync("?limit=100")).Length);
    }

    // In one step, as deployments do.
    private static async Task RepointAsync(string link, string target)
    {
        Directory.CreateSymbolicLink(link + ".new", target);
        using var move = Process.Start("mv", ["-T", link + ".new", link]);
        await move.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
