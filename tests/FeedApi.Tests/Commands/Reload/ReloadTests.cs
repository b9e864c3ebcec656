using System.Net;
using System.Xml.Linq;
using FeedApi.Content;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Reload;

/// <summary>Settings of the site are read anew when their files change, without a restart.</summary>
public sealed class ReloadTests
{
    private const string Config = "title: Tides\npermalink: /:title\n";

    [Fact]
    public async Task A_new_title_is_in_the_feeds_and_changes_their_validators()
    {
        await using var site = await StartAsync();
        using var before = await site.GetAsync("/feed.atom");
        await site.TextAsync("/feed.atom");

        site.Content.With("_config.yml", Config.Replace("Tides", "Ebb", StringComparison.Ordinal));

        await UntilTitleAsync(site, "Ebb");
        using var after = await site.GetAsync("/feed.atom", $"If-None-Match: {before.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Ebb", await site.TextAsync("/"), StringComparison.Ordinal);
        Assert.Equal("Ebb", (string)(await site.JsonAsync("/api/v1/site"))["title"]!);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Theory]
    [InlineData("/.well-known/api-catalog")]
    [InlineData("/style.css")]
    [InlineData("/openapi.yaml")]
    [InlineData("/docs/index.html")]
    public async Task What_depends_on_no_article_keeps_its_Last_Modified(string address)
    {
        // Within the second of a change, Last-Modified is the second before: the settings must be older when the first answer is sent.
        await using var site = await StartAsync(configWrittenAt: DateTime.UtcNow.AddMinutes(-1));
        using var before = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        site.Content.With("_config.yml", Config.Replace("Tides", "Ebb", StringComparison.Ordinal));
        await UntilTitleAsync(site, "Ebb");
        using var reread = await site.GetAsync(address, $"If-Modified-Since: {before.Content.Headers.LastModified:r}");
        File.SetLastWriteTimeUtc(site.Content.Full("_config.yml"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await site.RestartAsync();
        using var started = await site.GetAsync(address);
        await site.RestartWithoutIndexAsync();
        using var anew = await site.SendAsync(HttpMethod.Head, address);

        Assert.Equal(HttpStatusCode.NotModified, reread.StatusCode);
        Assert.Equal(before.Content.Headers.LastModified, reread.Content.Headers.LastModified);
        Assert.Equal(started.Content.Headers.LastModified, anew.Content.Headers.LastModified);
        Assert.True(started.Content.Headers.LastModified <= before.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_public_address_that_changes_is_a_newer_API_catalog()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content
            .With("_config.yml", Config + "url: https://one.example\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();
        using var before = await site.GetAsync("/.well-known/api-catalog");

        site.Content.With("_config.yml", Config + "url: https://two.example\n");

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/.well-known/api-catalog")).Contains("two.example", StringComparison.Ordinal),
            "it is there");
        using var after = await site.GetAsync("/.well-known/api-catalog");
        Assert.True(after.Content.Headers.LastModified >= before.Content.Headers.LastModified);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task No_request_is_refused_or_answered_under_former_settings_after_the_new_ones_were_seen()
    {
        await using var site = await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var (former, next) = ($"Title{round}", $"Title{round + 1}");
            site.Content.With("_config.yml", Config.Replace("Tides", former, StringComparison.Ordinal));
            await UntilTitleAsync(site, former);
            using var stop = new CancellationTokenSource();
            var readers = Enumerable.Range(0, 4).Select(_ => ReadAsync(site, next, stop.Token)).ToArray();

            site.Content.With("_config.yml", Config.Replace("Tides", next, StringComparison.Ordinal));

            await UntilTitleAsync(site, next);
            await stop.CancelAsync();
            await Task.WhenAll(readers);
        }
    }

    [Fact]
    public async Task A_permalink_moves_every_article_and_each_is_always_at_the_address_that_the_API_shows()
    {
        await using var site = new TestSite { Pace = new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(50), BatchSize = 5 } };
        site.Content.With("_config.yml", Config);
        for (var i = 0; i < 40; i++) site.Content.With($"_posts/2024-01-{1 + (i % 28):00}-p{i}.md", $"---\ntitle: P{i}\n---\nText {i}\n");
        await site.StartAsync();

        site.Content.With("_config.yml", "title: Tides\npermalink: /sea/:title\n");

        await TestSite.UntilAsync(
            async () =>
            {
                var articles = (await site.JsonAsync("/api/v1/articles?limit=100"))["data"]!.AsArray();
                Assert.Equal(40, articles.Count);
                var paths = articles.Select(article => new Uri((string)article!["url"]!).AbsolutePath).ToArray();
                return paths.All(path => path.StartsWith("/sea/", StringComparison.Ordinal));
            },
            "all are at their new addresses");
        await site.TextAsync("/sea/p7");
    }

    [Theory]
    [InlineData("title: [Tides\n", 2)]
    [InlineData("title: Tides\ntimezone: Mars/Olympus\n", 2)]
    [InlineData("feedapi:\n  feed_aliases:\n    /old: /nothing\n", 3)]
    public async Task A_wrong_value_keeps_the_settings_and_is_a_problem_until_it_is_mended(string config, int line)
    {
        await using var site = await StartAsync();

        site.Content.WithExactly("_config.yml", config);

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        var problem = (await site.ProblemsAsync())[0]!;
        Assert.Equal("invalid-settings", (string)problem["code"]!);
        Assert.Equal("error", (string)problem["severity"]!);
        Assert.Equal("_config.yml", (string)problem["file"]!);
        Assert.Equal(line, (int)problem["line"]!);
        var ready = await site.JsonAsync("/health/ready");
        Assert.Equal(("degraded", "settings-invalid"), ((string)ready["status"]!, (string)ready["reasons"]![0]!["code"]!));
        Assert.Contains($"_config.yml:{line}", (string)ready["reasons"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(1, site.Log.CountOf(ContentEvents.SettingsInvalid));
        Assert.Contains(
            "feedapi_problems{code=\"invalid-settings\",severity=\"error\"} 1",
            await site.Management.GetStringAsync("/metrics", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal("Tides", await TitleAsync(site));
        await site.TextAsync("/one");

        site.Content.With("_config.yml", Config.Replace("Tides", "Ebb", StringComparison.Ordinal));

        await UntilTitleAsync(site, "Ebb");
        Assert.Empty(await site.ProblemsAsync());
        Assert.Equal("ready", (string?)(await site.JsonAsync("/health/ready"))["status"]);
    }

    [Fact]
    public async Task What_was_mended_to_what_it_was_is_no_problem_any_more_and_nothing_is_read_again()
    {
        await using var site = await StartAsync();
        site.Content.WithExactly("_config.yml", "title: [\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");

        site.Content.With("_config.yml", Config + "# mended\n");

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "the problem is gone");
        Assert.Equal(0, site.Log.CountOf(ContentEvents.SettingsApplied));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_configuration_that_is_deleted_or_cut_to_nothing_is_a_problem(bool isDeleted)
    {
        await using var site = await StartAsync();

        if (isDeleted) File.Delete(site.Content.Full("_config.yml"));
        else site.Content.WithExactly("_config.yml", "");

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        Assert.Equal("_config.yml", (string)(await site.ProblemsAsync())[0]!["file"]!);
        Assert.Null((await site.ProblemsAsync())[0]!["line"]);
        Assert.Equal("Tides", await TitleAsync(site));

        site.Content.With("_config.yml", Config);

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "the problem is gone");
    }

    [Fact]
    public async Task A_site_without_a_configuration_may_get_one_later()
    {
        await using var site = await TestSite.StartAsync(content =>
            content.WithExactly("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n"));

        site.Content.With("_config.yml", Config);

        await UntilTitleAsync(site, "Tides");
        await TestSite.UntilAsync(
            async () => (await site.GetAsync("/one")).StatusCode == HttpStatusCode.OK, "the article is at its new address");
    }

    [Fact]
    public async Task Names_of_authors_and_categories_follow_their_data_files()
    {
        await using var site = await StartAsync();

        site.Content.With("_data/authors.yml", "ann:\n  name: Ann Ng\n");
        site.Content.With("_data/categories.yml", "news:\n  name: 新闻\n  description: What is new\n");

        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-one"))["authors"]![0]!["name"]! == "Ann Ng",
            "the author has a name");
        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/categories/news"))["name"]! == "新闻", "the category has a name");

        File.Delete(site.Content.Full("_data/authors.yml"));

        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-one"))["authors"]![0]!["name"]! == "ann",
            "the author has none any more");
        site.Content.With("_data/authors.yml", "ann:\n  url: nowhere\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        Assert.Equal("_data/authors.yml", (string)(await site.ProblemsAsync())[0]!["file"]!);
        Assert.Equal(2, (int)(await site.ProblemsAsync())[0]!["line"]!);
    }

    [Fact]
    public async Task An_include_changes_the_posts_that_show_it()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", Config)
            .With("_includes/note.html", "High water")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nNote: {% include note.html %}\n"));
        Assert.Contains("High water", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        site.Content.With("_includes/note.html", "Low water");

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("Low water", StringComparison.Ordinal), "the post shows it");
    }

    [Fact]
    public async Task Settings_of_a_Hugo_site_and_its_term_pages_are_read_anew()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.WithExactly("hugo.toml", "baseURL = 'https://a.example/'\ntitle = 'Tides'\n")
            .WithExactly("content/posts/one.md", "---\ntitle: One\ndate: 2024-01-01\ncategories: [news]\n---\nx\n");
        await site.StartAsync();

        site.Content.WithExactly(
            "hugo.toml", "baseURL = 'https://b.example/'\ntitle = 'Ebb'\n[permalinks]\nposts = '/:year/:slug/'\n");

        await UntilTitleAsync(site, "Ebb");
        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/articles/one"))["url"]! == "https://b.example/2024/one/",
            "the article is at its new address");
        using var renamed = await site.GetAsync("/feed.json", "Host: b.example");
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);

        site.Content.WithExactly("content/categories/news/_index.md", "---\ntitle: 新闻\n---\n");

        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/categories/news"))["name"]! == "新闻", "the category has a name");
        File.Move(site.Content.Full("hugo.toml"), site.Content.Full("hugo.gone"));
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        Assert.Equal("hugo.toml", (string)(await site.ProblemsAsync())[0]!["file"]!);
        site.Content.WithExactly("hugo.yaml", "baseURL: https://b.example/\ntitle: Flood\n");
        await UntilTitleAsync(site, "Flood");
    }

    [Fact]
    public async Task Addresses_of_other_programs_feeds_and_the_base_path_follow_the_settings()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.With("_config.yml", "url: https://a.example\ntitle: Tides\nfeedapi:\n  feed_aliases:\n    /old.xml: /feed.rss\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n");
        await site.StartAsync();
        await site.TextAsync("/old.xml");

        site.Content.With(
            "_config.yml", "url: https://a.example\nbaseurl: /blog\ntitle: Ebb\nfeedapi:\n  feed_aliases:\n    /new.xml: /feed.json\n");

        await UntilTitleAsync(site, "Ebb");
        Assert.Equal("https://a.example/blog/feed.json", (string)(await site.JsonAsync("/blog/new.xml"))["feed_url"]!);
        using var former = await site.GetAsync("/old.xml");
        Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
    }

    [Fact]
    public async Task Settings_that_return_before_all_posts_were_read_leave_nothing_of_the_others_behind()
    {
        await using var site = await StartAsync();
        for (var round = 0; round < 4; round++)
        {
            site.Content.With("_config.yml", "title: Other\npermalink: /other/:title\n");
            await UntilTitleAsync(site, "Other");
            site.Content.With("_config.yml", Config);
            await UntilTitleAsync(site, "Tides");
        }

        await TestSite.UntilAsync(
            async () => (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray()
                .All(article => ((string)article!["url"]!).Split('/').Length == 4),
            "all are where they were");
    }

    [Fact]
    public async Task Posts_that_are_saved_and_deleted_while_all_are_read_again_are_published_too()
    {
        await using var site = new TestSite { Pace = new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(10), BatchSize = 1 } };
        site.Content.With("_config.yml", Config);
        for (var i = 0; i < 80; i++) site.Content.With($"_posts/2024-01-{1 + (i % 28):00}-p{i}.md", $"---\ntitle: P{i}\n---\nText {i}\n");
        await site.StartAsync();

        site.Content.With("_config.yml", "title: Ebb\npermalink: /sea/:title\n");
        await site.Log.UntilAsync(ContentEvents.SettingsApplied);
        site.Content.With("_posts/2024-02-01-new.md", "---\ntitle: New\n---\nx\n");
        File.Delete(site.Content.Full("_posts/2024-01-01-p0.md"));

        await TestSite.UntilAsync(
            async () =>
            {
                var articles = (await site.JsonAsync("/api/v1/articles?limit=100"))["data"]!.AsArray();
                return articles.Count == 80
                    && articles.All(article => ((string)article!["url"]!).Contains("/sea/", StringComparison.Ordinal));
            },
            "all are published under the new settings");
        await site.TextAsync("/sea/new");
        using var deleted = await site.GetAsync("/sea/p0");
        Assert.Contains(deleted.StatusCode, new[] { HttpStatusCode.Gone, HttpStatusCode.NotFound });
    }

    [Fact]
    public async Task A_burst_of_saves_is_read_when_it_is_over()
    {
        await using var site = await StartAsync();
        var config = site.Content.Full("_config.yml");

        // In place, so that the file is met half written, with a fault and without.
        await using (var file = new FileStream(config, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            for (var i = 0; i < 60; i++)
            {
                file.SetLength(0);
                file.Write(System.Text.Encoding.UTF8.GetBytes(i % 2 == 0 ? "title: [Flood\n" : $"title: Flood\npermalink: /{i}/:title\n"));
                file.Flush();
            }

            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes("title: Ebb\npermalink: /:title\n"));
        }

        await UntilTitleAsync(site, "Ebb");
        await TestSite.UntilAsync(async () => (await site.GetAsync("/one")).StatusCode == HttpStatusCode.OK, "it is served");
        Assert.InRange(site.Log.CountOf(ContentEvents.SettingsApplied), 1, 10);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task The_server_stops_while_settings_are_put_into_effect_and_the_next_start_completes_it()
    {
        await using var site = new TestSite { Pace = new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(10), BatchSize = 1 } };
        site.Content.With("_config.yml", Config);
        for (var i = 0; i < 60; i++) site.Content.With($"_posts/2024-01-{1 + (i % 28):00}-p{i}.md", $"---\ntitle: P{i}\n---\nText {i}\n");
        await site.StartAsync();
        site.Content.With("_config.yml", "title: Ebb\npermalink: /sea/:title\n");
        await site.Log.UntilAsync(ContentEvents.SettingsApplied);

        await site.RestartAsync();

        Assert.Equal("Ebb", await TitleAsync(site));
        await TestSite.UntilAsync(
            async () => (await site.JsonAsync("/api/v1/articles?limit=100"))["data"]!.AsArray()
                .Count(article => ((string)article!["url"]!).Contains("/sea/", StringComparison.Ordinal)) == 60,
            "all are at their new addresses");
        Assert.DoesNotContain(site.Log.All, entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task A_change_that_nothing_reports_is_found_too()
    {
        await using var site = new TestSite { Pace = new PublishOptions { SettingsPollEvery = TimeSpan.FromMilliseconds(50) } };
        // The configuration stands outside the folder that is watched.
        site.Content.With("_config.yml", "title: Tides\nsource: docs\n").With("docs/_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n");
        await site.StartAsync();

        site.Content.With("_config.yml", "title: Ebb\nsource: docs\n");

        await UntilTitleAsync(site, "Ebb");
    }

    private static Task<TestSite> StartAsync(DateTime? configWrittenAt = null) => TestSite.StartAsync(content =>
    {
        content
            .With("_config.yml", Config)
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: news\nauthor: ann\n---\nFirst post.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\n---\nSecond post.\n");
        if (configWrittenAt is { } at) File.SetLastWriteTimeUtc(content.Full("_config.yml"), at);
    });

    private static async Task<string> TitleAsync(TestSite site) =>
        (string)(await site.XmlAsync("/feed.atom")).Element(XName.Get("title", "http://www.w3.org/2005/Atom"))!;

    private static Task UntilTitleAsync(TestSite site, string title) =>
        TestSite.UntilAsync(async () => await TitleAsync(site) == title, $"the title is {title}");

    // Reads until it is stopped; once the title was seen, no other follows.
    private static async Task ReadAsync(TestSite site, string title, CancellationToken stop)
    {
        var isSeen = false;
        while (!stop.IsCancellationRequested)
        {
            var found = await TitleAsync(site);
            Assert.True(found == title || !isSeen, found);
            isSeen = found == title;
        }
    }
}
