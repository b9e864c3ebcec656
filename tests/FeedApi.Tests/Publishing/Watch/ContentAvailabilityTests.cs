using System.Net;
using FeedApi.Http.Hosting.Health;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class ContentAvailabilityTests
{
    private static readonly PublishOptions Impatient = new()
    {
        DebounceTime = TimeSpan.FromMilliseconds(50),
        PollEvery = TimeSpan.FromMilliseconds(100),
        RescanEvery = TimeSpan.FromMilliseconds(300),
        GraceTime = TimeSpan.FromMilliseconds(200),
    };

    [Theory]
    [InlineData("the folder is moved away", "content-missing")]
    [InlineData("the folder is emptied", "mass-deletion")]
    [InlineData("the folder is a link that leads nowhere", "content-missing")]
    public async Task What_was_published_stays_and_the_server_is_ready_but_degraded_until_the_content_is_back(string loss, string code)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows does not let go of a folder that is watched.");
        await using var site = await StartAsync();
        var before = await site.TextAsync("/feed.rss");

        var away = site.Content.Path + "-away";
        Directory.Move(site.Content.Path, away);
        if (loss.EndsWith("emptied", StringComparison.Ordinal)) Directory.CreateDirectory(site.Content.Path);
        if (loss.EndsWith("nowhere", StringComparison.Ordinal)) Directory.CreateSymbolicLink(site.Content.Path, "/nowhere/at/all");

        await TestSite.UntilAsync(async () => (await ReasonsAsync(site)).Contains(code), "readiness says why");
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(site));
        Assert.Contains($"feedapi_degraded{{reason=\"{code}\"}} 1", await MetricsAsync(site), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/live")).StatusCode);
        Assert.Equal(before, await site.TextAsync("/feed.rss"));

        if (Directory.Exists(site.Content.Path)) Directory.Delete(site.Content.Path);
        if (File.Exists(site.Content.Path) || new FileInfo(site.Content.Path).LinkTarget is not null) File.Delete(site.Content.Path);
        Directory.Move(away, site.Content.Path);
        await TestSite.UntilAsync(async () => (await ReasonsAsync(site)).Length == 0, "all is well again");
        Assert.Contains($"feedapi_degraded{{reason=\"{code}\"}} 0", await MetricsAsync(site), StringComparison.Ordinal);
        Assert.Equal(1, site.Log.All.Count(entry => entry.EventId == HealthEvents.Degraded && code.Equals(entry.Values["Code"])));
        Assert.Equal(1, site.Log.All.Count(entry => entry.EventId == HealthEvents.Recovered && code.Equals(entry.Values["Code"])));
        site.Content.With("_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 13, "new posts are published");
    }

    [Fact]
    public async Task A_mass_deletion_is_published_after_a_second_look()
    {
        await using var site = await StartAsync();

        // All at once, or the first few would be gone before the others are missed.
        Directory.Move(site.Content.Full("_posts/most"), site.Content.Path + "-away");

        await site.Log.UntilAsync(PublishingEvents.MassDeletion);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "it is believed");
        await TestSite.UntilAsync(async () => (await ReasonsAsync(site)).Length == 0, "readiness has nothing to say");
        Directory.Delete(site.Content.Path + "-away", recursive: true);
    }

    [Fact]
    public async Task A_short_absence_is_nobodys_business()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows does not let go of a folder that is watched.");
        await using var site = await StartAsync(Impatient with { GraceTime = TimeSpan.FromDays(1) });

        Directory.Move(site.Content.Path, site.Content.Path + "-away");
        await site.Log.UntilAsync(PublishingEvents.FolderMissing);

        Assert.Empty(await ReasonsAsync(site));
        Directory.Move(site.Content.Path + "-away", site.Content.Path);
    }

    // There may be others: the settings are missing too.
    private static async Task<string[]> ReasonsAsync(TestSite site) =>
        [.. ((await site.JsonAsync("/health/ready"))["reasons"]?.AsArray() ?? []).Select(reason => (string)reason!["code"]!)];

    private static Task<string> MetricsAsync(TestSite site) =>
        site.Management.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> ReadyAsync(TestSite site) => (await site.GetAsync("/health/ready")).StatusCode;

    private static async Task<TestSite> StartAsync(PublishOptions? pace = null)
    {
        var site = new TestSite { Pace = pace ?? Impatient };
        for (var day = 1; day <= 12; day++)
            site.Content.With($"_posts/{(day == 1 ? "one" : "most")}/2024-01-{day:00}-p.md", $"---\ntitle: P{day}\n---\nx\n");
        await site.StartAsync();
        return site;
    }
}
