using System.Net;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Damage;

public sealed class IndexDamageTests
{
    private static readonly string[] Addresses =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/api/v1/articles?content=html&include=total", "/api/v1/articles?q=post",
        "/api/v1/categories", "/api/v1/tags", "/categories/sea/feed.json", "/api/v1/articles/2024-01-02-two?content=markdown",
        "/opml.xml", "/",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public async Task A_flipped_bit_in_every_page_at_once_changes_no_answer(string suffix)
    {
        await using var site = await StartAsync();
        var before = await AnswersAsync(site);
        // A stop moves everything from the log into the file.
        if (suffix.Length == 0) await site.RestartAsync();
        else site.Content.With("_posts/2024-01-04-four.md", "---\ntitle: Four\ndate: 2024-01-04\npublished: false\n---\nx\n");

        var flipped = IndexBytes.FlipEach(site.IndexPath + suffix, page => (page * 7_919) % (IndexBytes.Page * 8));

        Assert.True(flipped > 10, $"{flipped} pages");
        Assert.Equal(before, await AnswersAsync(site));
        await site.Log.UntilAsync(CatalogEvents.PageRepaired);
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexDamaged));
        await site.RestartAsync();
        Assert.Equal(before, await AnswersAsync(site));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
    }

    [Fact]
    public async Task An_article_whose_bodies_are_lost_is_taken_from_its_file_at_once_and_missed_by_nothing_else()
    {
        await using var site = await StartAsync();
        site.Content.With("_posts/2024-01-04-long.md", "---\ntitle: Long\ncategory: long\n---\n" + Noise(60_000) + "\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "it is published");
        var before = await site.TextAsync("/api/v1/articles/2024-01-04-long");
        await site.RestartAsync();
        LoseBodiesOf(site, "2024-01-04-long");

        using var first = await site.GetAsync("/api/v1/articles/2024-01-04-long");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (first.StatusCode, first.Headers.RetryAfter?.ToString()));
        var problem = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"index-damaged\"", problem, StringComparison.Ordinal);
        Assert.Contains("Second post.", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        await TestSite.UntilAsync(async () => await TryTextAsync(site, "/api/v1/articles/2024-01-04-long") == before, "it is mended");
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.ArticleUnreadable));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexDamaged));
        await TestSite.UntilAsync(async () => (string?)(await site.JsonAsync("/health/ready"))["status"] == "ready", "nothing is degraded");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_index_is_made_beside_a_damaged_one_without_a_restart(bool isEverythingLost)
    {
        await using var site = await StartAsync();
        site.Content.With("_posts/2024-01-05-gone.md", "---\ntitle: Gone\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "it is published");
        File.Delete(site.Content.Full("_posts/2024-01-05-gone.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "it is gone");
        var ids = await site.IdsAsync();
        await site.RestartAsync();
        if (isEverythingLost) LoseAllButTheFirstPage(site);
        else IndexBytes.LosePageWith(site.IndexPath, "/2024/01/02/two/2024/01/02/two");

        List<int> statuses = [];
        await TestSite.UntilAsync(
            async () =>
            {
                using var answer = await site.GetAsync($"/api/v1/articles?limit={10 + (statuses.Count % 50)}&content=html");
                statuses.Add((int)answer.StatusCode);
                return site.Log.CountOf(CatalogEvents.IndexReplaced) == 1;
            },
            "another index is served");

        Assert.Contains(503, statuses);
        Assert.DoesNotContain(500, statuses);
        Assert.Equal(ids, await site.IdsAsync());
        Assert.True(File.Exists(Path.Combine(site.Data, "index.set-aside.db")));
        site.Content.With("_posts/2024-01-06-next.md", "---\ntitle: Next\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "a new post is published");
        if (!isEverythingLost) Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-05-gone")).StatusCode);
        var answers = await AnswersAsync(site);
        await site.RestartAsync();
        Assert.Equal(answers, await AnswersAsync(site));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
    }

    [Fact]
    public async Task A_log_that_was_damaged_before_the_start_is_made_good_while_all_is_served()
    {
        await using var site = await StartAsync();
        var killed = Path.Combine(site.Data, "killed");
        Directory.CreateDirectory(killed);
        for (var day = 5; day < 10; day++)
        {
            site.Content.With($"_posts/2024-01-{day:00}-more.md", $"---\ntitle: More {day}\n---\nx\n");
            await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == day - 1, "it is published");
        }

        var ids = await site.IdsAsync();
        string[] files = [Path.GetFileName(site.IndexPath), Path.GetFileName(site.IndexPath) + "-wal"];
        foreach (var name in files) File.Copy(Path.Combine(site.Data, name), Path.Combine(killed, name));
        await site.StopAsync();
        foreach (var name in files)
            File.Move(Path.Combine(killed, name), Path.Combine(site.Data, name), overwrite: true);
        using (var log = new FileStream(site.IndexPath + "-wal", FileMode.Open))
        {
            // In the frames of the last posts, behind the first transaction.
            log.Position = log.Length * 3 / 4;
            log.Write(Enumerable.Repeat((byte)0xA5, 100).ToArray());
        }

        await site.StartAsync();

        await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        await TestSite.UntilAsync(async () => string.Join(" ", ids) == string.Join(" ", await site.IdsAsync()), "all are served");
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexDamaged));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
        await TestSite.UntilAsync(async () => (string?)(await site.JsonAsync("/health/ready"))["status"] == "ready", "nothing is degraded");
    }

    private static async Task<TestSite> StartAsync()
    {
        // So small that nothing is answered from memory.
        var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Cache:MaxBytes", "1"] };
        site.Content.With("_config.yml", "title: Tides\nurl: https://example.org\npermalink: /:year/:month/:day/:title\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a, b]\nauthor: Ann\n---\nFirst *post*.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\ntags: [b]\n---\nSecond post.\n")
            .With("_posts/2024-01-03-three.md", "---\ntitle: Three\ncategory: sea\n---\nThird post.\n");
        await site.StartAsync();
        return site;
    }

    private static async Task<string[]> AnswersAsync(TestSite site) =>
        await Task.WhenAll(Addresses.Select(site.TextAsync));

    private static async Task<string?> TryTextAsync(TestSite site, string address)
    {
        using var answer = await site.GetAsync(address);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : null;
    }

    // Words that no compression makes small.
    private static string Noise(int letters)
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, letters).Select(at => at % 9 == 8 ? ' ' : (char)('a' + random.Next(26))));
    }

    private static void LoseBodiesOf(TestSite site, string id)
    {
        byte[] packed;
        using (var session = SqliteSession.Open(site.IndexPath, isReader: true))
            packed = (byte[])session.Scalar("SELECT packed FROM bodies b JOIN articles a ON a.article = b.article WHERE a.id = $1", id)!;
        IndexBytes.LosePageWith(site.IndexPath, packed.AsSpan(packed.Length / 2, 64));
    }

    // The first page every reader has seen already.
    private static void LoseAllButTheFirstPage(TestSite site)
    {
        using var file = new FileStream(site.IndexPath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = IndexBytes.Page;
        file.Write(new byte[file.Length - file.Position]);
    }
}
