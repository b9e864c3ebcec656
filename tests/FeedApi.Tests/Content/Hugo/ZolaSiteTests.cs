using System.Globalization;
using FeedApi.Rendering;
using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>What is Zola's alone; its rules are those of its documentation and source (0.22), for it is not run here.</summary>
public sealed class ZolaSiteTests
{
    private const string Config = "base_url = \"https://tides.example\"\ntitle = \"Tides\"\n";

    [Theory]
    [InlineData("posts/大潮 来了.md", "", "/posts/da-chao-lai-liao/")]
    [InlineData("posts/大潮 来了.md", "[slugify]\npaths = \"safe\"\n", "/posts/大潮 来了/")]
    [InlineData("posts/大潮 来了.md", "[slugify]\npaths = \"off\"\n", "/posts/大潮 来了/")]
    [InlineData("posts/2024-03-04_Low_Water.md", "", "/posts/low-water/")]
    [InlineData("posts/2024-03-04_Low_Water.md", "[slugify]\npaths_keep_dates = true\n", "/posts/2024-03-04-low-water/")]
    [InlineData("posts/2024-03-04T10:20:30Z-ebb.md", "", "/posts/ebb/")]
    [InlineData("海/My Notes/ebb.md", "", "/海/My Notes/ebb/")]
    [InlineData("posts/小潮/index.md", "", "/posts/xiao-chao/")]
    public void An_address_is_that_of_zola(string path, string settings, string address)
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config + settings).With("content/" + path, "+++\ntitle = 't'\ndate = 2024-03-04\n+++\nx\n");

        var reading = folder.Read("content/" + path);

        Assert.Equal(address, new Permalinks(folder.Site(url: null)).PathOf(reading.Post!).Path);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("slug = 'Ebb & Flut'", "/posts/ebb-flut/")]
    [InlineData("slug = '退潮'", "/posts/tui-chao/")]
    [InlineData("path = '2024/03/04/Tide-1.0'", "/2024/03/04/Tide-1.0/")]
    [InlineData("path = 'a/涨潮/'", "/a/涨潮/")]
    public void Front_matter_names_the_address(string line, string address)
    {
        using var folder = new ContentFolder();
        folder.With("zola.toml", Config).With("content/posts/a.md", $"+++\ntitle = 't'\ndate = 2024-03-04\n{line}\n+++\nx\n");

        var reading = folder.Read("content/posts/a.md");

        Assert.Equal(address, new Permalinks(folder.Site(url: null)).PathOf(reading.Post!).Path);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("2024-03-04_b", "", "2024-03-04T00:00:00+00:00")]
    [InlineData("2024-03-04T10:20:30Z-c", "", "2024-03-04T10:20:30+00:00")]
    [InlineData("2024-03-04T10:20:30+08:00_c", "", "2024-03-04T10:20:30+08:00")]
    [InlineData("2024-03-04-b", "date = 2023-01-02T03:04:05Z", "2023-01-02T03:04:05+00:00")]
    [InlineData("b", "path = '2024/03/04/low'", "2024-03-04T00:00:00+00:00")]
    [InlineData("b", "path = '/inside/2024/3/4/low-water'", "2024-03-04T00:00:00+00:00")]
    [InlineData("b", "path = 'news/2024-03-04-low'", "2024-03-04T00:00:00+00:00")]
    [InlineData("2024/03/04/b", "", "2024-03-04T00:00:00+00:00")]
    [InlineData("b", "path = '2024/03/04/low'\n[extra]\ndate = 2024-05-06T07:08:09Z", "2024-05-06T07:08:09+00:00")]
    [InlineData("b", "[extra]\npublished = \"2024-05-06\"", "2024-05-06T00:00:00+00:00")]
    [InlineData("b", "[extra]\ndate = 'some day'\ncreated = 2024-05-06", "2024-05-06T00:00:00+00:00")]
    public void A_date_may_stand_in_the_name_in_extra_or_in_the_path(string name, string line, string date)
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config).With($"content/posts/{name}.md", $"+++\ntitle = 't'\n{line}\n+++\nx\n");

        var reading = folder.Read($"content/posts/{name}.md");

        Assert.Equal(date, reading.Post?.Published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void An_update_may_stand_in_extra()
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config).With(
            "content/a.md", "+++\ntitle = 't'\ndate = 2024-01-02\n[extra]\nlast_modified = 2024-02-03\n+++\nx\n");

        Assert.Equal(new DateTime(2024, 2, 3), folder.Read("content/a.md").Post!.Updated!.Value.DateTime);
    }

    [Fact]
    public async Task A_term_is_at_the_address_that_zola_gives_it_and_names_with_one_address_are_one_term()
    {
        await using var site = await StartAsync(content => content
            .With("config.toml", Config)
            .With("_data/categories.yml", "公式: {description: Formulas}\n")
            .With("content/a.md", Post("tags = ['中文 标签', 'C++']\ncategories = ['公式']"))
            .With("content/b.md", Post("tags = ['中文  标签', 'c']\ncategories = ['攻势']")));

        var tags = (await site.JsonAsync("/api/v1/tags"))["data"]!.AsArray();
        Assert.Equal(["c", "zhong-wen-biao-qian"], tags.Select(tag => (string?)tag!["slug"]));
        Assert.All(tags, tag => Assert.Equal(2, (int?)tag!["count"]));
        Assert.Equal("Formulas", (string?)(await site.JsonAsync("/api/v1/categories/gong-shi"))["description"]);
        foreach (var address in new[]
        {
            "/tags/zhong-wen-biao-qian", "/tags/zhong-wen-biao-qian/feed.rss",
            "/tags/zhong-wen-biao-qian/atom.xml", "/tags/c/rss.xml", "/categories/gong-shi/atom.xml"
        })
        {
            Assert.Equal((address, 200), (address, (int)(await site.GetAsync(address)).StatusCode));
        }

        Assert.Equal(2, (await site.JsonAsync("/api/v1/articles?tag=" + Uri.EscapeDataString("中文 标签")))["data"]!.AsArray().Count);
        Assert.EndsWith(
            "/tags/zhong-wen-biao-qian",
            (await site.GetAsync("/tags/" + Uri.EscapeDataString("中文 标签"))).Headers.Location?.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("safe")]
    [InlineData("off")]
    public async Task Terms_that_are_not_transliterated_keep_their_letters(string mode)
    {
        await using var site = await StartAsync(content => content
            .With("config.toml", $"{Config}[slugify]\ntaxonomies = \"{mode}\"\n").With("content/a.md", Post("tags = ['中文 标签']")));

        var address = "/tags/" + Uri.EscapeDataString("中文 标签");
        Assert.Equal("中文-标签", (string?)(await site.JsonAsync("/api/v1/tags"))["data"]![0]!["slug"]);
        Assert.Equal(301, (int)(await site.GetAsync(address)).StatusCode);
        Assert.Equal(200, (int)(await site.GetAsync(address + "/atom.xml")).StatusCode);
    }

    [Theory]
    [InlineData("rust,linenos", "a\nb\nc\n", "<pre><code class=\"language-rust\">a\nb\nc\n</code></pre>")]
    [InlineData("rust, linenos, hl_lines=1 3-5", "a\n", "<pre><code class=\"language-rust\">a\n</code></pre>")]
    [InlineData("rust,hide_lines=1 3-2 9", "a\nb\nc\nd\n", "<pre><code class=\"language-rust\">d\n</code></pre>")]
    [InlineData("linenos", "a\n", "<pre><code>a\n</code></pre>")]
    [InlineData("name=x.rs,rust", "a\n", "<pre><code class=\"language-rust\">a\n</code></pre>")]
    [InlineData("c++", "a\n", "<pre><code class=\"language-c++\">a\n</code></pre>")]
    public void Options_of_a_code_fence_are_no_part_of_its_language(string info, string code, string html) =>
        Assert.Equal(html, Html($"```{info}\n{code}```\n", "").Trim());

    [Fact]
    public void Headings_have_the_ids_of_zola()
    {
        var html = Html("# 大潮\n## 大潮\n## *A* `b` c {#own}\n## Own\n## own\n", "[extra.feedapi]\ntrust = \"author\"\n");

        foreach (var id in new[] { "da-chao", "da-chao-1", "own", "own-1", "own-2" })
            Assert.Contains($" id=\"c-{id}\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "id=\"c-大_潮\"",
            Html("# 大 潮\n", "[slugify]\nanchors = \"off\"\n[extra.feedapi]\ntrust = \"author\"\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_beside_the_default_one_does_not_describe_the_site()
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config + "[languages.fr]\ntitle = \"Marées\"\n").With("content/a.md", Post(""));

        Assert.Equal(("Tides", "en"), (folder.Site(url: null).Title, folder.Site(url: null).Language));
    }

    [Theory]
    [InlineData("posts/a.md", "", false)]
    [InlineData("later/a.md", "", true)]
    [InlineData("later/deep/a.md", "", true)]
    [InlineData("later-on/a.md", "", false)]
    [InlineData("posts/a.md", "render = false", true)]
    [InlineData("posts/a.md", "draft = true", true)]
    public void What_zola_hides_is_hidden(string path, string line, bool isHidden)
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config)
            .With("content/posts/_index.md", "+++\ntitle = 'Posts'\n+++\n")
            .With("content/later/_index.md", "+++\ntitle = 'Later'\ndraft = true\n+++\n")
            .With("content/" + path, $"+++\ntitle = 't'\ndate = 2024-03-04\n{line}\n+++\nx\n");

        Assert.Equal(isHidden, folder.Read("content/" + path).Post!.IsHidden);
    }

    [Fact]
    public async Task A_post_of_any_date_is_shown_as_in_Zola()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.WithExactly("config.toml", "base_url = \"https://tides.example\"\n")
            .With("content/a.md", "+++\ntitle = \"A\"\ndate = 2135-01-01\n+++\nText.\n");
        await site.StartAsync();

        Assert.Equal("2135-01-01T00:00:00+00:00", (string?)(await site.JsonAsync("/api/v1/articles/a"))["published"]);
    }

    [Fact]
    public void An_unknown_mode_stops_the_start()
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config + "[slugify]\npaths = \"yes\"\n").With("content/a.md", Post(""));

        Assert.StartsWith(
            "config.toml:4: slugify.paths is \"yes\"",
            Assert.Throws<SiteConfigException>(() => folder.Site(url: null)).Message,
            StringComparison.Ordinal);
    }

    private static string Post(string taxonomies) => $"+++\ntitle = 't'\ndate = 2024-03-04\n[taxonomies]\n{taxonomies}\n+++\nx\n";

    private static string Html(string body, string settings)
    {
        using var folder = new ContentFolder();
        folder.With("config.toml", Config + settings).With("content/a.md", $"+++\ntitle = 't'\ndate = 2024-03-04\n+++\n{body}");
        return new ArticleRenderer(folder.Site(url: null)).Render(folder.Read("content/a.md").Post!).Article!.Html;
    }

    private static async Task<TestSite> StartAsync(Action<ContentFolder> fill)
    {
        var site = new TestSite { Arguments = [] };
        fill(site.Content);
        await site.StartAsync();
        return site;
    }
}
