using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Sections and languages of Zola, as its documentation describes them; Zola itself is not at hand.</summary>
public sealed class ZolaSectionTests
{
    [Theory]
    [InlineData("/posts/atom.xml", "c b a")]
    [InlineData("/posts/rss.xml", "c b a")]
    [InlineData("/old/rss.xml", "e")]
    [InlineData("/Sea%20Life/atom.xml", "f")]
    [InlineData("/fr/atom.xml", "fr")]
    [InlineData("/fr/rss.xml", "fr")]
    [InlineData("/fr/posts/atom.xml", "fr")]
    [InlineData("/atom.xml", "f e d c b a")]
    [InlineData("/rss.xml", "f e d c b a")]
    [InlineData("/tags/moon/atom.xml", "a")]
    [InlineData("/fr/tags/moon/atom.xml", "fr")]
    public async Task A_section_that_says_so_has_feeds(string address, string titles)
    {
        await using var site = await StartAsync();

        var feed = await site.XmlAsync(address);

        Assert.Equal(address.EndsWith("atom.xml", StringComparison.Ordinal) ? "feed" : "rss", feed.Name.LocalName);
        Assert.Equal(titles, string.Join(' ', feed.Descendants()
            .Where(each => each.Name.LocalName is "item" or "entry")
            .Select(item => item.Elements().First(each => each.Name.LocalName == "title").Value)));
    }

    [Fact]
    public async Task A_section_that_does_not_has_a_page_only()
    {
        await using var site = await StartAsync();

        foreach (var address in new[] { "/notes/atom.xml", "/notes/rss.xml", "/none/", "/posts/2024/atom.xml" })
            Assert.Equal((address, 404), (address, (int)(await site.GetAsync(address)).StatusCode));
        foreach (var address in new[] { "/notes/", "/posts/", "/fr/", "/fr/posts/" })
            Assert.Equal((address, 200), (address, (int)(await site.GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task Languages_are_those_of_the_suffix()
    {
        await using var site = await StartAsync();

        var article = (await site.JsonAsync("/api/v1/articles?lang=fr"))["data"]!.AsArray().Single()!;

        Assert.Equal(("https://tides.example/fr/posts/a/", "fr"), ((string?)article["url"], (string?)article["language"]));
        Assert.Equal("https://tides.example/posts/a/", (string?)article["translations"]![0]!["url"]);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Arguments = [] };
        site.Content.With("config.toml", """
            base_url = "https://tides.example"
            title = "Tides"
            feed_filenames = ["atom.xml", "rss.xml"]
            generate_feeds = true
            taxonomies = [{ name = "tags", feed = true }]
            [languages.fr]
            title = "Marées"
            generate_feeds = true
            """)
            .With("content/posts/_index.md", "+++\ntitle = 'Posts'\ngenerate_feeds = true\n+++\n")
            .With("content/posts/_index.fr.md", "+++\ntitle = 'Articles'\ngenerate_feeds = true\n+++\n")
            .With("content/posts/a.md", Post("a", 1, "[taxonomies]\ntags = ['moon']"))
            .With("content/posts/a.fr.md", Post("fr", 2, "[taxonomies]\ntags = ['moon']"))
            .With("content/posts/2024/_index.md", "+++\ntransparent = true\n+++\n")
            .With("content/posts/2024/b.md", Post("b", 3))
            .With("content/posts/2024/12/_index.md", "+++\ntransparent = true\n+++\n")
            .With("content/posts/2024/12/c.md", Post("c", 4))
            .With("content/notes/_index.md", "+++\ntitle = 'Notes'\n+++\n")
            .With("content/notes/d.md", Post("d", 5))
            .With("content/old/_index.md", "+++\ntitle = 'Old'\ngenerate_feed = true\n+++\n")
            .With("content/old/e.md", Post("e", 6))
            .With("content/Sea Life/_index.md", "+++\ntitle = 'Sea life'\ngenerate_feeds = true\n+++\n")
            .With("content/Sea Life/f.md", Post("f", 7));
        await site.StartAsync();
        return site;
    }

    private static string Post(string title, int day, string more = "") =>
        $"+++\ntitle = '{title}'\ndate = 2024-01-0{day}\n{more}\n+++\nText.\n";
}
