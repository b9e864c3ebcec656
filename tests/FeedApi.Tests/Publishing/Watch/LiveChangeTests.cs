using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class LiveChangeTests
{
    [Fact]
    public async Task A_new_file_is_in_its_feeds_and_in_the_api()
    {
        await using var site = await TestSite.StartSampleAsync();

        site.Content.With("_posts/2024-01-04-four.md", "---\ntitle: Four\ncategory: 海\n---\nx\n");

        await TestSite.UntilAsync(async () => (await site.IdsAsync())[0] == "2024-01-04-four", "the new post is listed");
        Assert.Contains("Four", await site.TextAsync("/categories/%E6%B5%B7/feed.rss"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Four",
            await site.TextAsync("/categories/news/feed.rss".Replace("news", "News", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_changes_the_validators_of_its_own_feeds_only()
    {
        await using var site = await TestSite.StartSampleAsync();
        var (newsBefore, seaBefore) = (
            await TagAsync(site, "/categories/News/feed.rss"), await TagAsync(site, "/categories/%E6%B5%B7/feed.rss"));

        site.Content.With(
            "_posts/2024-01-01-one.md", "---\ntitle: One, edited\ncategory: News\ntags: [a, b]\nauthor: Ann\n---\nFirst *post*.\n");

        await TestSite.UntilAsync(async () => await TagAsync(site, "/categories/News/feed.rss") != newsBefore, "the feed has changed");
        Assert.Equal(seaBefore, await TagAsync(site, "/categories/%E6%B5%B7/feed.rss"));
        Assert.Contains("One, edited", await site.TextAsync("/categories/News/feed.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_file_moves_and_keeps_the_id_that_its_front_matter_gives()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-old.md", "---\ntitle: T\nid: fixed\ndate: 2024-01-01 08:00:00\n---\nx\n"));
        var guid = (string)(await site.JsonAsync("/api/v1/articles/fixed"))["guid"]!;

        File.Move(site.Content.Full("_posts/2024-01-01-old.md"), site.Content.Full("_posts/2024-01-02-new.md"));

        site.Content.With("_posts/2024-01-03-after.md", "---\ntitle: After\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await site.IdsAsync()).Length == 2 && (await site.JsonAsync("/api/v1/articles/fixed")) is not null,
            "a later change is shown");
        Assert.Equal(["2024-01-03-after", "fixed"], await site.IdsAsync());
        Assert.Equal(guid, (string)(await site.JsonAsync("/api/v1/articles/fixed"))["guid"]!);
    }

    [Fact]
    public async Task A_deleted_file_leaves_every_output_and_its_id_is_gone()
    {
        await using var site = await TestSite.StartSampleAsync();

        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "the post has left");
        Assert.Equal(410, (int)(await site.GetAsync("/api/v1/articles/2024-01-03-three")).StatusCode);
        Assert.DoesNotContain("<item>", await site.TextAsync("/categories/%E6%B5%B7/feed.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_folder_that_is_moved_in_is_published()
    {
        await using var site = await TestSite.StartSampleAsync();
        using var elsewhere = new Content.ContentFolder();
        elsewhere.With("more/2024-02-01-a.md", "---\ntitle: A\n---\nx\n").With("more/2024-02-02-b.md", "---\ntitle: B\n---\nx\n");

        Directory.Move(elsewhere.Full("more"), site.Content.Full("_posts/more"));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 5, "both posts are listed");
    }

    [Fact]
    public async Task A_file_that_is_written_slowly_is_never_seen_half()
    {
        // By the real clock a pause of the machine would be a rest of the file.
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(
            content => content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n"), clock);
        var whole = new string('0', 200);
        var seen = new List<string>();

        await using (var file = File.Create(site.Content.Full("_posts/2024-01-05-slow.md")))
        {
            foreach (var letter in $"---\ntitle: Slow\n---\n{whole}\n")
            {
                file.WriteByte((byte)letter);
                await file.FlushAsync(TestContext.Current.CancellationToken);
                clock.Advance(TimeSpan.FromMilliseconds(20));
                var response = await site.GetAsync("/api/v1/articles/2024-01-05-slow?content=text");
                if (response.IsSuccessStatusCode) seen.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }
        }

        await TestSite.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return (await site.GetAsync("/api/v1/articles/2024-01-05-slow")).IsSuccessStatusCode;
            },
            "the post is there");
        Assert.All(seen, body => Assert.Contains(whole, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_save_by_way_of_a_temporary_file_is_one_update_of_the_same_article()
    {
        await using var site = await TestSite.StartSampleAsync();

        site.Content.With("_posts/.2024-01-01-one.md.tmp", "---\ntitle: Replaced\ncategory: News\n---\nx\n");
        File.Move(site.Content.Full("_posts/.2024-01-01-one.md.tmp"), site.Content.Full("_posts/2024-01-01-one.md"), overwrite: true);

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/api/v1/articles/2024-01-01-one")).Contains("Replaced", StringComparison.Ordinal),
            "the edit is shown");
        Assert.Equal(3, (await site.IdsAsync()).Length);
    }

    [Fact]
    public async Task A_walk_over_all_pages_meets_each_article_once_while_posts_are_added()
    {
        var days = Enumerable.Range(1, 28).ToList();
        await using var site = await TestSite.StartAsync(content =>
        {
            foreach (var day in days) content.With($"_posts/2024-02-{day:00}-p.md", $"---\ntitle: P{day}\n---\nx\n");
        });
        List<string> seen = [];
        var added = 0;
        for (var address = "/api/v1/articles?limit=3"; ;)
        {
            var page = await site.JsonAsync(address);
            seen.AddRange(page["data"]!.AsArray().Select(article => (string)article!["id"]!));
            if (page["page"]!["next"] is not { } next) break;
            address = new Uri((string)next!).PathAndQuery;
            site.Content.With($"_posts/2025-01-01-new-{++added}.md", $"---\ntitle: New {added}\n---\nx\n")
                .With($"_posts/2024-02-14-mid-{added}.md", "---\ntitle: Mid\n---\nx\n");
            var expected = 28 + (2 * added);
            await TestSite.UntilAsync(
                async () => (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total"))["page"]!["total"]! == expected,
                "both are published");
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(days.Select(day => $"2024-02-{day:00}-p").Reverse(), seen.Where(id => id.EndsWith("-p", StringComparison.Ordinal)));
    }

    private static async Task<string> TagAsync(TestSite site, string address) => (await site.GetAsync(address)).Headers.ETag!.Tag;
}
