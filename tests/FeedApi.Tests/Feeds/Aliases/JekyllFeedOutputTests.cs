using System.Xml.Linq;
using FeedApi.Model.Text;
using FeedApi.Tests.Content.Jekyll;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Aliases;

/// <summary>Feeds beside those that jekyll-feed writes for the same site.</summary>
public sealed class JekyllFeedOutputTests(JekyllFeedOutputTests.Comparison comparison) : IClassFixture<JekyllFeedOutputTests.Comparison>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    private static readonly (string Name, string FrontMatter)[] Posts =
    [
        ("2015-01-01-plain.md", "title: Plain\ncategory: News\ntags: [go, C]"),
        ("2015-01-02-both.md", "title: Both\nexcerpt: The excerpt.\ndescription: The description.\ncategory: News\ntags: [go]"),
        ("2015-01-03-description.md", "title: D\ndescription: Only a description.\nimage: false"),
        ("2015-01-04-excerpt.md", "title: E\nexcerpt: Only an excerpt.\nimage: /picture.png"),
        ("2015-01-05-false.md", "title: F\ndescription: false\nexcerpt: After false.\ncategory: 海"),
        ("2015-01-06-empty.md", "title: G\ndescription: \"\"\nexcerpt: After nothing.\nimage: {path: /one.png}"),
        ("2015-01-07-（全角）ＡＢＣ.md", "title: Wide\ncategory: 海"),
        ("2015-01-08-ﬁne-①-㍿.md", "title: Compatible\ncategory: Ａ"),
        ("2015-01-09-가나.md", "title: Composed\ntags: [go]"),
        ("2015-01-10-é.md", "title: Decomposed"),
        ("2015-01-11-a+b~c.md", "title: Signs\nimage:"),
    ];

    public static TheoryData<string> Documents => ["feed.xml", "feed/News.xml", "feed/海.xml", "feed/by_tag/go.xml", "feed/by_tag/C.xml"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_feed_has_the_id_that_jekyll_feed_gave_it(string file)
    {
        var (theirs, ours) = await comparison.OfAsync(file);

        Assert.Equal(IdOf(theirs), IdOf(ours));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Entries_have_the_ids_and_summaries_that_jekyll_feed_gave_them(string file)
    {
        var (theirs, ours) = await comparison.OfAsync(file);

        Assert.Equal(theirs.Elements(Atom + "entry").Select(IdOf), ours.Elements(Atom + "entry").Select(IdOf));
        Assert.Equal(theirs.Elements(Atom + "entry").Select(SummaryOf), ours.Elements(Atom + "entry").Select(SummaryOf));
    }

    [Fact]
    public async Task Entries_have_an_image_where_jekyll_feed_names_one()
    {
        var (theirs, ours) = await comparison.OfAsync("feed.xml");

        Assert.Equal(theirs.Elements(Atom + "entry").Select(ImageOf), ours.Elements(Atom + "entry").Select(ImageOf));
    }

    [Fact]
    public async Task A_feed_that_jekyll_feed_did_not_have_keeps_an_id_of_its_own()
    {
        var filtered = await comparison.Site.XmlAsync("/feed.atom?lang=en");
        var other = await comparison.Site.XmlAsync("/feed/A.xml");

        Assert.StartsWith("tag:example.org,2005:/feed?", IdOf(filtered), StringComparison.Ordinal);
        Assert.StartsWith("tag:example.org,2005:/categories/", IdOf(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_ids_of_its_own_keeps_those_of_its_feeds()
    {
        await using var site = await FeedAliasSite.StartAsync("plugins: [jekyll-feed]\nfeedapi: {guid: tag}");

        Assert.Equal("tag:example.org,2005:/feed", IdOf(await site.XmlAsync("/feed.xml")));
    }

    [Fact]
    public async Task The_id_of_the_main_feed_follows_its_path()
    {
        await using var site = await FeedAliasSite.StartAsync("plugins: [jekyll-feed]\nfeed: {path: news/all.xml}");

        Assert.Equal("https://example.org/news/all.xml", IdOf(await site.XmlAsync("/feed.xml")));
        Assert.Equal("https://example.org/news/all.xml", IdOf(await site.XmlAsync("/feed.atom?limit=1")));
    }

    [Theory]
    [InlineData("", "https://example.org/2015/01/07/%EF%BC%88%E5%85%A8%EF%BC%89")]
    [InlineData("feedapi: {guid_normalization: nfkc}", "https://example.org/2015/01/07/(%E5%85%A8)")]
    public async Task Ids_are_in_the_form_of_the_chosen_Addressable(string settings, string expected)
    {
        await using var site = await TestSite.StartAsync(content => content
            .WithExactly("_config.yml", "title: T\nplugins: [jekyll-feed]\n" + settings + "\n")
            .WithExactly("_posts/2015-01-07-（全）.md", "---\ntitle: T\n---\nText.\n"));

        Assert.Equal([expected], (await site.XmlAsync("/feed.xml")).Elements(Atom + "entry").Select(IdOf));
    }

    private static string IdOf(XElement element) => element.Element(Atom + "id")!.Value;

    private static string? SummaryOf(XElement entry) => entry.Element(Atom + "summary")?.Value.Trim();

    private static string? ImageOf(XElement entry) => (string?)entry.Element(Media + "thumbnail")?.Attribute("url");

    public sealed class Comparison : IAsyncLifetime
    {
        private const string Settings =
            "title: T\nurl: https://example.org\nplugins: [jekyll-feed]\nfeed: {categories: [News, 海], tags: true, posts_limit: 20}\n";

        private JekyllBuild? build;

        public TestSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            foreach (var (name, frontMatter) in Posts)
                Site.Content.WithExactly("_posts/" + name, $"---\n{frontMatter}\n---\nText of the post.\n\nMore.\n");
            Site.Content.WithExactly("_config.yml", Settings);
            if (File.Exists("/usr/bin/jekyll")) build = await JekyllBuild.OfAsync(Site.Content.Path, "jekyll-feed");
            var form = build is { NormalizesKc: false } ? "nfc" : "nfkc";
            Site.Content.WithExactly("_config.yml", Settings + $"feedapi: {{guid_normalization: {form}}}\n");
            await Site.StartAsync();
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        internal async Task<(XElement Theirs, XElement Ours)> OfAsync(string file)
        {
            if (build is null) Assert.Skip("Install jekyll and ruby-jekyll-feed to compare with them.");
            return (XDocument.Parse(build.Feeds[file]).Root!, await Site.XmlAsync("/" + UriText.EncodePath(file)));
        }
    }
}
