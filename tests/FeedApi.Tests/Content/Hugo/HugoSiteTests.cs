using System.Text.Json.Nodes;
using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

public sealed class HugoSiteTests
{
    [Fact]
    public void The_configuration_describes_the_site()
    {
        using var folder = new ContentFolder();
        var site = HugoSites.Hugo(folder).Site(url: null);

        Assert.Equal(("https://tides.example", "/blog"), (site.Url, site.BaseUrl));
        Assert.Equal(
            ("Tides", "About tides", "en-gb", "Asia/Shanghai", "CC BY"),
            (site.Title, site.Description, site.Language, site.TimeZone.Id, site.Rights));
        Assert.Equal(("Mara", "mara@tides.example"), (site.Author?.Name, site.Author?.Email));
        Assert.Equal((false, GuidStyle.Permalink), (site.IsJekyll, site.GuidStyle));
        Assert.Equal(
            new CategoryEntry("sea-life", "Sea life", "What lives there", "/categories/sea-life/dot.png"), site.Categories["sealife"]);
    }

    [Fact]
    public async Task Every_post_is_at_the_address_that_hugo_gave_it_and_nothing_else_is_a_post()
    {
        await using var site = await StartAsync(HugoSites.Hugo);

        var articles = await ArticlesAsync(site);

        Assert.Equal(
            [
                "https://tides.example/blog/2024/02/big-wave-small/",
                "https://tides.example/blog/posts/2024/neap/",
                "https://tides.example/blog/posts/spring-tide/",
                "https://tides.example/blog/special/place/"
            ],
            articles.Values.Select(article => (string)article["url"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["Spring Tide", "a", "b", "neap"], articles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2024-01-02T10:00:00+08:00", (string?)articles["Spring Tide"]["published"]);
        Assert.Equal("2024-02-06T00:00:00+08:00", (string?)articles["a"]["updated"]);
        Assert.Equal("""{"weight":5,"keywords":["k"]}""", articles["a"]["meta"]!.ToJsonString());
        Assert.Equal(("First.", "In short"), ((string?)articles["Spring Tide"]["summary"], (string?)articles["neap"]["summary"]));
        Assert.Equal(["Moon", "sun"], articles["Spring Tide"]["tags"]!.AsArray().Select(tag => (string?)tag!["name"]));
        Assert.All(articles.Values, article => Assert.Equal((string?)article["url"], (string?)article["guid"]));
        // Pictures and places of the site that are not there.
        Assert.All(
            await site.ProblemsAsync(), problem => Assert.True((string?)problem!["code"] is "missing-image" or "dangling-link"));
    }

    [Fact]
    public async Task Old_addresses_redirect_and_relative_ones_lie_where_the_page_lies()
    {
        await using var site = await StartAsync(HugoSites.Hugo);

        foreach (var alias in new[] { "/old/spring", "/posts/springs", "/s", "/posts/springs/" })
            Assert.Equal("https://tides.example/blog/posts/spring-tide/", (await site.GetAsync(alias)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_files_of_a_bundle_are_served_below_its_page_and_named_there()
    {
        await using var site = await StartAsync(HugoSites.Hugo);

        var neap = await site.JsonAsync("/api/v1/articles/neap");

        var html = (string)neap["content_html"]!;
        Assert.Contains("src=\"https://tides.example/blog/posts/2024/neap/dot.png\"", html, StringComparison.Ordinal);
        Assert.Contains("src=\"https://tides.example/blog/posts/2024/neap/img/b.png\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://tides.example/blog/posts/2024/neap/#x\"", html, StringComparison.Ordinal);
        Assert.Equal("https://tides.example/blog/posts/2024/neap/dot.png", (string?)neap["image"]!["url"]);
        Assert.Equal(1, (int?)neap["image"]!["width"]);
        foreach (var address in new[]
        {
            "/posts/2024/neap/dot.png", "/posts/2024/neap/img/b.png", "/s.png", "/categories/sea-life/dot.png", "/robots.txt"
        })
        {
            Assert.Equal((address, 200), (address, (int)(await site.GetAsync(address)).StatusCode));
        }

        foreach (var address in new[]
        {
            "/posts/2024/neap/index.md", "/posts/2024/neap/aside.md", "/layouts/page.html",
            "/hugo.toml", "/static/s.png", "/posts/2024/neap/../../../hugo.toml"
        })
        {
            Assert.Equal((address, 404), (address, (int)(await site.GetAsync(address)).StatusCode));
        }
    }

    [Fact]
    public async Task A_term_is_described_by_its_page_and_by_data_before_that()
    {
        await using var site = await StartAsync(content =>
            HugoSites.Hugo(content).With("_data/categories.yml", "sea-life: {name: Life at sea}\n"));

        var term = await site.JsonAsync("/api/v1/categories/sea-life");

        Assert.Equal(("Life at sea", "What lives there"), ((string?)term["name"], (string?)term["description"]));
        Assert.Contains(
            "https://tides.example/blog/categories/sea-life/dot.png",
            await site.TextAsync("/categories/sea-life/feed.rss"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zola_sites_are_read_as_zola_reads_them()
    {
        await using var site = await StartAsync(HugoSites.Zola);

        var articles = await ArticlesAsync(site);

        Assert.Equal(
            ["https://tides.example/blog/high-water/", "https://tides.example/blog/low-water/", "https://tides.example/me/"],
            articles.Values.Select(article => (string)article["url"]!).Order(StringComparer.Ordinal));
        var low = articles["2024-03-01-Low_Water"];
        Assert.Equal(("2024-03-01T00:00:00+00:00", "2024-03-05T00:00:00+00:00"), ((string?)low["published"], (string?)low["updated"]));
        Assert.Equal(
            ["moon", "ebb", "/", "sea", "/", "Ann"],
            [.. Names(low, "tags"), "/", .. Names(low, "categories"), "/", .. Names(low, "authors")]);
        Assert.Equal("""{"extra":{"comment":true},"taxonomies":{"series":["one"]}}""", Sorted(low["meta"]!));
        Assert.Equal(("zh", "Mara"), ((string?)low["language"], Names(articles["high"], "authors").Single()));
        Assert.Equal(200, (int)(await site.GetAsync("/blog/high-water/dot.png")).StatusCode);
        Assert.Equal("s\n", await site.TextAsync("/s.txt"));
    }

    [Theory]
    [InlineData("posts = '/:sections[1:]/:filename/'", "/neap/")]
    [InlineData("posts = '/:sections[0]/:2006/:Jan/:02-:filename'", "/posts/2024/jan/03-neap/")]
    [InlineData("page.posts = '/:year/:contentbasename'\nsection.posts = '/all/'\ntaxonomy.tags = '/words/'", "/2024/neap/")]
    [InlineData("posts = '/a/:slug'\npage.posts = '/b/:slug'", "/b/neap/")]
    [InlineData("posts = ':year/:monthname/:day/:title.html'", "/2024/january/03/neap.html/")]
    [InlineData("page.posts = '/:section/:yearday/:contentbasename'", "/posts/3/neap/")]
    public void Permalinks_take_hugos_placeholders(string setting, string path)
    {
        using var folder = new ContentFolder();
        HugoSites.Hugo(folder).With("hugo.toml", $"baseURL = 'https://a.example'\n[permalinks]\n{setting}\n");

        Assert.Equal(path, PathOf(folder, "content/posts/2024/neap/index.md"));
    }

    [Theory]
    [InlineData("uglyURLs = true", "/posts/spring-tide.html")]
    [InlineData("disablePathToLower = true", "/posts/Spring-Tide/")]
    [InlineData("x = 1", "/posts/spring-tide/")]
    public void Addresses_follow_the_settings(string setting, string path)
    {
        using var folder = new ContentFolder();
        HugoSites.Hugo(folder).With("hugo.toml", $"baseURL = 'https://a.example'\n{setting}\n");

        Assert.Equal(path, PathOf(folder, "content/posts/Spring Tide.md"));
    }

    [Theory]
    [InlineData(
        "config.yaml",
        "baseURL: https://a.example/\ntaxonomies: {tag: topics}\nlanguages: {de: {languageCode: de-CH, title: Gezeiten}}\n")]
    [InlineData(
        "hugo.json",
        "{\"baseURL\": \"https://a.example/\", \"Taxonomies\": {\"tag\": \"topics\"}, \"languageCode\": \"de-CH\", "
            + "\"title\": \"Gezeiten\"}")]
    [InlineData("config/_default/hugo.toml", "baseurl = 'https://a.example/'\nlanguagecode = 'de-CH'\nTitle = 'Gezeiten'\n")]
    public void The_configuration_may_have_any_name_and_language_of_hugos(string name, string text)
    {
        using var folder = new ContentFolder();
        folder.With(name, text)
            .With("config/_default/taxonomies.toml", "tag = 'topics'\n")
            .With("content/a.md", "---\ndate: 2024-01-01\nTopics: [Moon]\n---\nx\n");
        var site = folder.Site(url: null);

        Assert.Equal(("https://a.example", "de-CH", "Gezeiten"), (site.Url, site.Language, site.Title));
        Assert.Equal(["Moon"], folder.Read("content/a.md").Post!.Tags);
    }

    [Theory]
    [InlineData("baseURL = 'tides'\n", "hugo.toml:1: url is \"tides\"")]
    [InlineData("baseURL = 'https://a.example'\n[permalinks]\nposts = '/:yaer/'\n", "hugo.toml:3: permalinks.posts")]
    [InlineData("timeZone = 'Mars'\nbaseURL = 'https://a.example'\n", "hugo.toml:1: timezone is \"Mars\"")]
    [InlineData("a = [\n", "hugo.toml:2:1")]
    [InlineData("baseURL = 'https://a.example'\ncontentDir = '../x'\n", "hugo.toml:2: contentDir")]
    public void A_wrong_value_stops_the_start_and_names_its_line(string config, string message)
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", config).With("content/a.md", "x");

        var failure = Assert.Throws<SiteConfigException>(() => folder.Site(url: null));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_yml_makes_the_folder_jekylls()
    {
        using var folder = new ContentFolder();

        Assert.Null(HugoSites.Hugo(folder).With("_config.yml", "title: J\n").Site().Hugo);
    }

    [Fact]
    public void A_config_without_a_content_folder_is_that_of_another_program()
    {
        using var folder = new ContentFolder();
        folder.With("config.json", "[1, ").With("a.md", "---\ndate: 2024-01-01\n---\nx\n");

        Assert.Null(folder.Site().Hugo);
    }

    [Fact]
    public async Task Posts_are_followed_and_what_is_built_beside_them_is_not()
    {
        await using var site = await StartAsync(HugoSites.Hugo);

        site.Content.With("public/posts/x/index.html", "x").With("content/posts/new.md", "+++\ntitle = 'New'\ndate = 2024-05-01\n+++\nx\n");

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains("new"), "the post is there");
        Assert.Equal(5, (await site.IdsAsync()).Length);
    }

    [Fact]
    public void A_broken_term_page_stops_the_start_and_names_its_line()
    {
        using var folder = new ContentFolder();
        HugoSites.Hugo(folder).With("content/categories/sea-life/_index.md", "+++\ntitle = 'a'\n[[[\n+++\n");

        Assert.StartsWith(
            "content/categories/sea-life/_index.md:3",
            Assert.Throws<SiteConfigException>(() => folder.Site()).Message,
            StringComparison.Ordinal);
    }

    private static string[] Names(JsonNode article, string terms) =>
        [.. article[terms]!.AsArray().Select(term => (string)term!["name"]!)];

    private static string Sorted(JsonNode meta) =>
        new JsonObject(meta.AsObject()
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
            .ToJsonString();

    private static string PathOf(ContentFolder folder, string path) =>
        new Permalinks(folder.Site(url: null)).PathOf(folder.Read(path).Post!).Path;

    private static async Task<Dictionary<string, JsonNode>> ArticlesAsync(TestSite site) =>
        (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray().ToDictionary(article => (string)article!["id"]!, article => article!);

    private static async Task<TestSite> StartAsync(Func<ContentFolder, ContentFolder> fill)
    {
        var site = new TestSite { Arguments = [] };
        fill(site.Content);
        await site.StartAsync();
        return site;
    }
}
