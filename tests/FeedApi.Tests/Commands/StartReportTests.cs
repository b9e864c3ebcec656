using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class StartReportTests
{
    [Fact]
    public async Task A_start_says_how_much_is_served_from_where_and_at_which_address()
    {
        await using var site = await TestSite.StartSampleAsync();
        await site.Log.UntilAsync(PublishingEvents.Started);

        var values = Assert.Single(site.Log.All, entry => entry.EventId == PublishingEvents.Started).Values;

        Assert.Equal((3L, 2, 2, 1), (values["Articles"], values["Categories"], values["Tags"], values["Authors"]));
        Assert.Equal((0L, Path.GetFullPath(site.Content.Path)), (values["Problems"], values["Folder"]));
        Assert.Equal(site.Client.BaseAddress!.ToString(), values["Addresses"]);
        Assert.Equal(0, site.Log.CountOf(PublishingEvents.NoPosts));
        Assert.Equal(0, site.Log.CountOf(PublishingEvents.ProvisionalAddress));
    }

    [Fact]
    public async Task A_second_start_says_it_too()
    {
        await using var site = await TestSite.StartSampleAsync();
        await site.Log.UntilAsync(PublishingEvents.Started);

        await site.RestartAsync();

        await TestSite.UntilAsync(() => Task.FromResult(site.Log.CountOf(PublishingEvents.Started) == 2), "it is said again");
    }

    [Fact]
    public async Task A_folder_without_posts_is_a_warning()
    {
        await using var site = await TestSite.StartAsync(content => content.With("readme.txt", "No post."));

        await site.Log.UntilAsync(PublishingEvents.NoPosts);

        Assert.Equal(LogLevel.Warning, Assert.Single(site.Log.All, entry => entry.EventId == PublishingEvents.NoPosts).Level);
    }

    [Fact]
    public async Task The_twenty_newest_problems_of_earlier_runs_are_repeated_and_the_others_counted()
    {
        const int bad = 23;
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_posts/2024-01-01-good.md", "---\ntitle: Good\n---\nx\n");
            for (var number = 10; number < 10 + bad; number++)
            {
                var path = $"_posts/2024-01-02-bad{number}.md";
                content.With(path, "---\ntitle: Bad\ndate: never\n");
                File.SetLastWriteTimeUtc(content.Full(path), new DateTime(2024, 1, 2, 0, number, 0, DateTimeKind.Utc));
            }
        });
        await site.Log.UntilAsync(PublishingEvents.Started);
        Assert.Equal(bad, site.Log.CountOf(PublishingEvents.PostProblem));
        Assert.Equal(0, site.Log.CountOf(PublishingEvents.OldProblem));

        await site.RestartAsync();
        await TestSite.UntilAsync(() => Task.FromResult(site.Log.CountOf(PublishingEvents.OldProblem) == 21), "all is repeated");

        var repeated = site.Log.All.Where(entry => entry.EventId == PublishingEvents.OldProblem).Select(entry => entry.Values).ToArray();
        string[] expected = [.. Enumerable.Range(0, 20).Select(back => $"_posts/2024-01-02-bad{9 + bad - back}.md")];
        Assert.Equal(expected, repeated[..20].Select(values => ((string)values["Place"]!).Split(':')[0]));
        Assert.Equal(3L, repeated[20]["Count"]);
        Assert.Equal(bad, site.Log.CountOf(PublishingEvents.PostProblem));
    }

    [Fact]
    public async Task Without_a_public_address_a_server_on_loopback_has_its_own_and_warns()
    {
        using var port = new HeldPort();
        await using var site = new TestSite { Arguments = ["--urls", port.Url], Ports = [port] };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();

        var feed = await site.TextAsync("/feed.json");

        Assert.Contains($"{port.Url.TrimEnd('/')}/feed.json", feed, StringComparison.Ordinal);
        await site.Log.UntilAsync(PublishingEvents.ProvisionalAddress);
    }
}
