using System.Globalization;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Disks;

public sealed class ClockStepTests
{
    private static readonly PublishOptions Pace = new()
    {
        DebounceTime = TimeSpan.FromMilliseconds(50),
        RescanEvery = TimeSpan.FromHours(10),
    };

    private readonly SteppedClock clock = new();

    [Fact]
    public async Task A_step_forward_and_back_publishes_and_hides_what_is_scheduled()
    {
        await using var site = Site();
        site.Content.With("_posts/2020-01-01-soon.md", $"---\ntitle: Soon\ndate: 2020-01-01\npublishDate: {In(hours: 2)}\n---\nx\n");
        await site.StartAsync();
        Assert.Empty(await site.IdsAsync());

        clock.Set(TimeSpan.FromHours(3));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "it is shown");

        clock.Set(TimeSpan.Zero);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 0, "it is hidden again");
        Assert.True(site.Log.CountOf(PublishingEvents.ClockStep) >= 1);
    }

    [Fact]
    public async Task A_step_forward_and_back_takes_and_returns_what_expires()
    {
        await using var site = Site();
        site.Content.With("_posts/2020-01-01-offer.md", $"---\ntitle: Offer\ndate: 2020-01-01\nexpiryDate: {In(hours: 2)}\n---\nx\n");
        await site.StartAsync();
        Assert.Single(await site.IdsAsync());

        clock.Set(TimeSpan.FromHours(3));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 0, "it has expired");

        clock.Set(TimeSpan.Zero);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "it is back");
        Assert.Equal(200, (int)(await site.GetAsync("/articles/2020-01-01-offer")).StatusCode);
    }

    [Fact]
    public async Task A_step_back_while_the_server_is_down_is_seen_at_its_start()
    {
        await using var site = Site();
        site.Content.With("_posts/2020-01-01-soon.md", $"---\ntitle: Soon\ndate: 2020-01-01\npublishDate: {In(hours: 2)}\n---\nx\n");
        clock.Set(TimeSpan.FromHours(3));
        await site.StartAsync();
        Assert.Single(await site.IdsAsync());

        await site.StopAsync();
        clock.Set(TimeSpan.Zero);
        await site.StartAsync();

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 0, "it is hidden again");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task New_posts_are_found_by_polling_after_a_step(int hours)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Of what happens behind a link only Linux tells nothing.");
        await using var site = new TestSite
        {
            Time = clock,
            Pace = Pace with { PollEvery = TimeSpan.FromMilliseconds(50), Polls = true },
        };
        // A change below a dot is no post's, and the link to it is not watched.
        site.Content.With("_posts/.hidden/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        Directory.CreateSymbolicLink(site.Content.Full("_posts/seen"), site.Content.Full("_posts/.hidden"));
        await site.StartAsync();

        clock.Set(TimeSpan.FromHours(hours));
        await site.Log.UntilAsync(PublishingEvents.ClockStep);
        foreach (var name in (string[])["b", "c"])
        {
            var before = (await site.IdsAsync()).Length;
            site.Content.With($"_posts/.hidden/2024-01-02-{name}.md", $"---\ntitle: {name}\n---\nx\n");
            await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == before + 1, "it is found");
        }
    }

    [Fact]
    public async Task A_file_from_the_future_is_published()
    {
        await using var site = Site();
        site.Content.With("_posts/2020-01-01-old.md", "---\ntitle: Old\n---\nx\n");
        File.SetLastWriteTimeUtc(site.Content.Full("_posts/2020-01-01-old.md"), DateTime.UtcNow.AddYears(1));

        await site.StartAsync();

        Assert.Single(await site.IdsAsync());
    }

    private TestSite Site() => new() { Time = clock, Pace = Pace };

    private static string In(int hours) =>
        DateTimeOffset.UtcNow.AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
