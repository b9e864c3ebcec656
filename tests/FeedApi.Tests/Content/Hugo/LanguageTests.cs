using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

public sealed class LanguageTests
{
    [Fact]
    public async Task Feeds_of_a_language_are_described_in_it_and_the_main_feed_has_all()
    {
        await using var site = await StartAsync();

        var zh = (await site.XmlAsync("/zh-cn/index.xml")).Element("channel")!;
        var en = (await site.XmlAsync("/index.xml")).Element("channel")!;

        Assert.Equal(
            ("潮汐", "关于潮汐", "zh-CN", "https://tides.example/zh-cn/"),
            (zh.Element("title")!.Value, zh.Element("description")!.Value, zh.Element("language")!.Value, zh.Element("link")!.Value));
        Assert.Equal(
            ("Tides", "en", "https://tides.example/"),
            (en.Element("title")!.Value, en.Element("language")!.Value, en.Element("link")!.Value));
        Assert.Equal(3, (await site.XmlAsync("/feed.rss")).Descendants("item").Count());
        using var answer = await site.GetAsync("/zh-cn/index.xml");
        Assert.Equal(["https://tides.example/feed.rss?lang=zh-cn"], answer.Content.Headers.GetValues("Content-Location"));
        Assert.Equal("潮 - 潮汐", (await site.XmlAsync("/zh-cn/tags/潮/index.xml")).Element("channel")!.Element("title")!.Value);
    }

    [Fact]
    public async Task Pages_of_a_language_list_its_articles_and_name_the_other_languages()
    {
        await using var site = await StartAsync();

        var home = await site.TextAsync("/zh-cn/");

        Assert.Contains("<html lang=\"zh-CN\">", home, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://tides.example/\"", home, StringComparison.Ordinal);
        Assert.Contains("/zh-cn/posts/a/", home, StringComparison.Ordinal);
        Assert.DoesNotContain("https://tides.example/posts/b/", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/zh-cn/posts/a/", await site.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("/zh-cn/posts/a/", await site.TextAsync("/zh-cn/tags/潮/"), StringComparison.Ordinal);
        Assert.Contains("潮", await site.TextAsync("/zh-cn/tags/"), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await site.GetAsync("/zh-cn/tags/none/")).StatusCode);
        Assert.Equal("https://tides.example/", (await site.GetAsync("/en/")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Translations_name_one_another_and_are_followed()
    {
        await using var site = await StartAsync();

        var page = await site.TextAsync("/posts/a/");
        Assert.Contains(
            "<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://tides.example/zh-cn/posts/a/\"", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://tides.example/posts/a/\"", page, StringComparison.Ordinal);
        var translation = (await site.JsonAsync("/api/v1/articles/a"))["translations"]!.AsArray().Single()!;
        Assert.Equal(
            ("a-zh", "https://tides.example/zh-cn/posts/a/", "zh-CN"),
            ((string?)translation["id"], (string?)translation["url"], (string?)translation["language"]));
        Assert.Null((await site.JsonAsync("/api/v1/articles/b"))["translations"]);

        site.Content.With("content/posts/b.zh-cn.md", Post("B zh", 5, "id = 'b-zh'"));

        await TestSite.UntilAsync(
            async () => (await site.JsonAsync("/api/v1/articles/b"))["translations"] is JsonArray, "the translation is named");
        Assert.Contains("hreflang=\"zh-CN\"", await site.TextAsync("/posts/b/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_with_a_host_of_its_own_keeps_its_prefix_here()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.With("hugo.toml", """
            [languages.en]
            baseURL = 'https://tides.example/'
            [languages.de]
            baseURL = 'https://gezeiten.example/de/'
            """)
            .With("content/a.md", Post("A", 1))
            .With("content/a.de.md", Post("A de", 2) + "\n![x](x.png) [b](b)\n");
        await site.StartAsync();

        var german = (await site.JsonAsync("/api/v1/articles?lang=de&content=html"))["data"]![0]!;

        Assert.Equal("https://gezeiten.example/de/a/", (string?)german["url"]);
        Assert.Equal((string?)german["url"], (string?)german["guid"]);
        Assert.Contains("https://gezeiten.example/de/a/b", (string?)german["content_html"], StringComparison.Ordinal);
        Assert.Contains("A de", await site.TextAsync("/de/a/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/p/a.md", "content/p/a.fr.md", "")]
    [InlineData("content/p/a/index.md", "content/p/a/index.fr.md", "")]
    [InlineData(
        "content/en/p/a.md", "content/de/p/a.md", "[languages.en]\ncontentDir='content/en'\n[languages.fr]\ncontentDir='content/de'\n")]
    public async Task The_post_in_the_default_language_has_the_id_of_the_name(string first, string second, string languages)
    {
        await using var site = new TestSite { Arguments = [] };
        if (languages.Length == 0) languages = "[languages.en]\n[languages.fr]\n";
        site.Content.With("hugo.toml", "baseURL = 'https://tides.example/'\n" + languages).With(second, Post("Second", 1));
        await site.StartAsync();
        Assert.Equal(["a"], await site.IdsAsync());

        site.Content.With(first, Post("First", 2));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "both are there");
        var articles = (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray();
        Assert.Equal(("a", "https://tides.example/p/a/"), ((string?)articles[0]!["id"], (string?)articles[0]!["url"]));
        Assert.StartsWith("a~", (string?)articles[1]!["id"], StringComparison.Ordinal);
        Assert.Equal("https://tides.example/fr/p/a/", (string?)articles[1]!["url"]);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task The_translations_of_a_bundle_share_its_files()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.With("hugo.toml", """
            baseURL = 'https://tides.example/'
            [languages.en]
            contentDir = 'content/en'
            [languages.fr]
            contentDir = 'content/fr'
            """)
            .With("content/en/p/a/index.md", Post("A", 1, "id = 'a'"))
            .With("content/en/p/a/dot.png", HugoSites.Dot)
            .With("content/fr/p/a/index.md", Post("A fr", 2, "id = 'a-fr'\nimages = ['dot.png']"))
            .With("content/en/p/_index.md", "+++\ntitle = 'P'\n+++\n")
            .With("content/en/p/section.png", HugoSites.Dot);
        await site.StartAsync();

        foreach (var address in new[] { "/p/a/dot.png", "/fr/p/a/dot.png", "/p/section.png", "/fr/p/section.png" })
            Assert.Equal((address, 200), (address, (int)(await site.GetAsync(address)).StatusCode));
        var image = (await site.JsonAsync("/api/v1/articles/a-fr"))["image"]!;
        Assert.Equal(("https://tides.example/fr/p/a/dot.png", 1), ((string?)image["url"], (int?)image["width"]));
    }

    [Fact]
    public async Task A_link_to_a_post_leads_to_its_translation()
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content.With("hugo.toml", "baseURL = 'https://tides.example/'\n[languages.en]\n[languages.fr]\n")
            .With("content/p/a.md", Post("A", 1, "id = 'a'"))
            .With("content/p/a.fr.md", Post("A fr", 2, "id = 'a-fr'"))
            .With("content/p/b.fr.md", Post("B", 3) + "\n[x]({{< ref \"/p/a.md\" >}}) [y]({{< ref \"a.md\" >}})\n");
        await site.StartAsync();

        var html = (string?)(await site.JsonAsync("/api/v1/articles/b"))["content_html"];

        Assert.Contains("https://tides.example/fr/p/a/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"https://tides.example/p/a/", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/posts/a.zh-cn.md", "zh-CN", false, "content/posts/a.md")]
    [InlineData("content/posts/a.md", "en", true, "content/posts/a.md")]
    [InlineData("content/posts/a.fr.md", "en", true, "content/posts/a.fr.md")]
    [InlineData("content/posts/x/index.zh-cn.md", "zh-CN", false, "content/posts/x/index.md")]
    [InlineData("elsewhere/a.md", null, true, "elsewhere/a.md")]
    public void A_path_says_a_language(string path, string? language, bool isDefault, string without)
    {
        using var folder = new ContentFolder();
        var hugo = Files(folder).Site(url: null).Hugo!;

        Assert.Equal(
            (language, isDefault, without), (hugo.LanguageOfPath(path), hugo.IsInDefaultLanguage(path), hugo.WithoutLanguage(path)));
    }

    [Fact]
    public void Other_languages_sections_and_names_of_feeds_are_another_site()
    {
        string[] fingerprints =
        [
            .. new (string Path, string Text)[]
            {
                ("content/x/_index.md", "+++\n+++\n"),
                ("content/x/_index.zh-cn.md", "+++\n+++\n"),
                ("hugo.toml", Config + "disabled = true\n"),
                ("hugo.toml", Config + "contentDir = 'x'\n"), ("hugo.toml", Config + "[outputFormats.rss]\nbaseName = 'f'\n"),
            }.Select(change =>
            {
                using var folder = new ContentFolder();
                return Files(folder).With(change.Path, change.Text).Site().Fingerprint;
            }),
        ];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
    }

    private const string Config = """
        baseURL = 'https://tides.example/'
        title = 'Tides'
        defaultContentLanguage = 'en'
        [languages.en]
        [languages.zh-cn.params]
        description = '关于潮汐'
        [languages.zh-cn]
        title = '潮汐'
        languageCode = 'zh-CN'

        """;

    private static ContentFolder Files(ContentFolder content) => content
        .With("hugo.toml", Config)
        .With("content/posts/a.md", Post("A", 1, "id = 'a'"))
        .With("content/posts/a.zh-cn.md", Post("A zh", 2, "id = 'a-zh'\ntags = ['潮']"))
        .With("content/posts/b.md", Post("B", 3, "id = 'b'"));

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Arguments = [] };
        Files(site.Content);
        await site.StartAsync();
        return site;
    }

    private static string Post(string title, int day, string more = "") =>
        $"+++\ntitle = '{title}'\ndate = 2024-01-0{day}\n{more}\n+++\nText.\n";
}
