using System.Globalization;
using System.Xml.Linq;
using FeedApi.Tests.Content.Jekyll;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Aliases;

/// <summary>Feeds of collections beside those that jekyll-feed writes for the same site.</summary>
public sealed class CollectionFeedTests(CollectionFeedTests.Comparison comparison) : IClassFixture<CollectionFeedTests.Comparison>
{
    private const string Settings = """
        title: T
        url: https://example.org
        plugins: [jekyll-feed]
        collections:
          changes: {output: true, permalink: "/:collection/:title/"}
          notes: {output: true}
          empty: {output: true}
          data: {output: false}
        defaults:
          - {scope: {type: changes}, values: {author: Ann}}
          - {scope: {type: posts}, values: {author: Bob}}
        feed:
          categories: [news]
          posts_limit: 20
          collections:
            changes: {categories: [news, big]}
            notes: {path: notes.xml}
            empty: {}

        """;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly (string Path, string FrontMatter)[] Files =
    [
        ("_posts/2015-01-01-a.md", "title: A\ncategory: news"),
        ("_posts/2015-01-02-b.md", "title: B\ncategory: changes-of-posts"),
        ("_changes/v1.0.md", "title: V1\ndate: 2015-02-01\ncategories: [news]"),
        ("_changes/2015-03-01-dated.md", "title: Dated\ntags: [x]"),
        ("_changes/sub/deep.md", "date: 2015-04-01\ncategories: big news"),
        ("_changes/off.md", "published: false\ndate: 2015-05-01"),
        ("_changes/draft.md", "draft: true\ndate: 2015-05-02"),
        ("_changes/own.html", "permalink: /own/place.html\ndate: 2015-05-03"),
        ("_changes/_partial.md", "date: 2015-05-04"),
        ("_changes/中 文.md", "date: 2015-08-01"),
        ("_changes/2015-09-01.md", "date: 2015-09-01"),
        ("_notes/n.md", "date: 2015-06-01\ncategory: news"),
        ("_notes/page.html", "date: 2015-06-02\ntitle: H"),
        ("_data_/x.md", "date: 2015-06-03\ntitle: X"),
    ];

    public static TheoryData<string> Documents =>
        ["feed.xml", "feed/news.xml", "feed/changes.xml", "feed/changes/news.xml", "feed/changes/big.xml", "notes.xml", "feed/empty.xml"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_feed_of_a_collection_is_that_of_jekyll_feed(string file)
    {
        var (theirs, ours) = await comparison.OfAsync(file);

        Assert.Equal(theirs.Element(Atom + "id")!.Value, ours.Element(Atom + "id")!.Value);
        Assert.Equal(EntriesOf(theirs), EntriesOf(ours));
    }

    [Theory]
    [InlineData("feed.xml", "Site")]
    [InlineData("feed/news.xml", "news - Site")]
    public async Task The_title_of_a_feed_of_posts_names_no_collection(string file, string title)
    {
        var (theirs, ours) = await comparison.OfAsync(file);
        var name = (string)(await comparison.Site.JsonAsync("/api/v1/site"))["title"]!;

        Assert.Equal(title.Replace("Site", name, StringComparison.Ordinal), ours.Element(Atom + "title")!.Value, ignoreCase: true);
        if (file == "feed.xml") Assert.Equal(theirs.Element(Atom + "title")!.Value, ours.Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task Documents_are_articles_in_a_category_of_their_collection()
    {
        var ids = await comparison.Site.IdsAsync("?category=notes");

        Assert.Equal(["n", "page"], ids.Order(StringComparer.Ordinal));
        Assert.Contains("Text", await comparison.Site.TextAsync("/notes/n.html"), StringComparison.Ordinal);
        Assert.Contains("Text", await comparison.Site.TextAsync("/own/place.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_are_those_of_the_kind_of_document()
    {
        var change = await comparison.Site.JsonAsync("/api/v1/articles/v1.0");
        var post = await comparison.Site.JsonAsync("/api/v1/articles/2015-01-01-a");

        Assert.Equal("Ann", (string?)change["authors"]![0]!["name"]);
        Assert.Equal("Bob", (string?)post["authors"]![0]!["name"]);
    }

    [Fact]
    public async Task A_document_that_is_saved_is_in_its_feed()
    {
        await using var site = await TestSite.StartAsync(content => content
            .WithExactly("_config.yml", Settings).WithExactly("_posts/2015-01-01-a.md", "---\ntitle: A\n---\nText.\n"));
        site.Content.WithExactly("_changes/undated.md", "---\ntitle: Undated\n---\nText.\n");

        await TestSite.UntilAsync(async () => (await TitlesAsync(site, "/feed/changes.xml")) is ["Undated"], "the document is shown");
        Assert.Equal(["A"], await TitlesAsync(site, "/feed.xml"));
    }

    [Theory]
    [InlineData("feed: {collections: [changes]}\ncollections: {changes: {output: false}}")]
    [InlineData("feed: {collections: [changes]}\ncollections: [changes]")]
    [InlineData("feed: {collections: [posts]}")]
    [InlineData("feed: {collections: changes}\ncollections: {changes: {output: true}}")]
    public async Task Collections_that_are_not_published_have_no_feed(string settings)
    {
        await using var site = await FeedAliasSite.StartAsync(settings);
        site.Content.With("_changes/a.md", "x");

        Assert.Equal((404, "unknown-category"), await FeedAliasSite.ProblemAsync(site, "/feed/changes.xml"));
    }

    private static async Task<string[]> TitlesAsync(TestSite site, string address) =>
        [.. (await site.XmlAsync(address)).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value)];

    private static IEnumerable<string> EntriesOf(XElement feed) => feed.Elements(Atom + "entry").Select(entry => string.Join(
        ' ',
        entry.Element(Atom + "id")!.Value,
        entry.Elements(Atom + "link").First(link => (string?)link.Attribute("rel") == "alternate").Attribute("href")!.Value,
        DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture).ToUnixTimeSeconds(),
        entry.Element(Atom + "title")!.Value));

    public sealed class Comparison : IAsyncLifetime
    {
        private JekyllBuild? build;

        public TestSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            foreach (var (path, frontMatter) in Files) Site.Content.WithExactly(path, $"---\n{frontMatter}\n---\nText.\n");
            Site.Content.WithExactly("_config.yml", Settings);
            if (File.Exists("/usr/bin/jekyll")) build = await JekyllBuild.OfAsync(Site.Content.Path, "jekyll-feed");
            await Site.StartAsync();
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        internal async Task<(XElement Theirs, XElement Ours)> OfAsync(string file)
        {
            if (build is null) Assert.Skip("Install jekyll and ruby-jekyll-feed to compare with them.");
            return (XDocument.Parse(build.Feeds[file]).Root!, await Site.XmlAsync("/" + file));
        }
    }
}
