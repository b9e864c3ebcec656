using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Xunit;

namespace FeedApi.Tests.Feeds.Atom;

public sealed class AtomTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/categories/Empty/feed.atom")]
    public async Task A1_feed_and_entries_have_one_id_title_and_updated_each(string address)
    {
        var feed = await feeds.Site.XmlAsync(address);

        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var parent in feed.Elements(Atom + "entry").Append(feed))
        {
            Assert.All(["id", "title", "updated"], name => Assert.NotEmpty(Assert.Single(parent.Elements(Atom + name)).Value));
        }
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/categories/Empty/feed.atom")]
    public async Task A2_the_feed_has_an_author_for_entries_that_name_none(string address) =>
        Assert.Equal(
            "Tides & <Times>",
            (string?)Assert.Single((await feeds.Site.XmlAsync(address)).Elements(Atom + "author")).Element(Atom + "name"));

    [Fact]
    public async Task A3_every_entry_has_one_alternate_link()
    {
        var entries = (await feeds.Site.XmlAsync("/feed.atom")).Elements(Atom + "entry");

        Assert.All(entries, entry => Assert.Equal("text/html", (string?)Assert.Single(LinksOf(entry, "alternate")).Attribute("type")));
    }

    [Fact]
    public async Task A3_alternates_of_the_feed_differ_in_type()
    {
        var types = LinksOf(await feeds.Site.XmlAsync("/feed.atom"), "alternate").Select(link => (string?)link.Attribute("type"));

        Assert.Equal(["application/feed+json", "application/rss+xml", "text/html"], types.Order());
    }

    [Theory]
    [InlineData("/feed.atom", "https://example.org/feed.atom")]
    [InlineData("/authors/ann/feed.atom?content=summary", "https://example.org/authors/ann/feed.atom?content=summary")]
    public async Task A4_self_is_the_exact_public_address(string address, string self)
    {
        var link = Assert.Single(LinksOf(await feeds.Site.XmlAsync(address), "self"));

        Assert.Equal(self, (string?)link.Attribute("href"));
        Assert.Equal("application/atom+xml", (string?)link.Attribute("type"));
    }

    [Fact]
    public async Task A5_dates_are_RFC_3339()
    {
        var feed = await feeds.Site.XmlAsync("/feed.atom");
        var dates = feed.Descendants(Atom + "updated").Concat(feed.Descendants(Atom + "published")).Select(each => each.Value);

        Assert.All(dates, date => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", date));
    }

    [Fact]
    public async Task A6_ids_are_ASCII_URIs_with_a_lower_case_authority()
    {
        var feed = await feeds.Site.XmlAsync("/categories/%E6%B5%B7/feed.atom");

        Assert.All(feed.Descendants(Atom + "id"), id => Assert.Matches("^tag:example\\.org,[0-9-]+:[!-~]+$", id.Value));
    }

    [Fact]
    public async Task A6_the_id_of_a_feed_is_the_same_at_every_length()
    {
        var ids = new List<string?>();
        foreach (var query in new[] { "", "?limit=2", "?content=summary", "?sort=published" })
            ids.Add((string?)(await feeds.Site.XmlAsync("/categories/News/feed.atom" + query)).Element(Atom + "id"));

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task A6_feeds_of_different_articles_have_different_ids()
    {
        var ids = new List<string?>();
        foreach (var address in new[]
        {
            "/feed.atom", "/feed.atom?tag=b", "/tags/b/feed.atom", "/categories/News/feed.atom", "/authors/ann/feed.atom"
        })
        {
            ids.Add((string?)(await feeds.Site.XmlAsync(address)).Element(Atom + "id"));
        }

        Assert.Distinct(ids);
    }

    [Fact]
    public async Task A7_html_is_escaped_text_without_child_elements()
    {
        var content = (await feeds.EntryAsync("One")).Element(Atom + "content")!;

        Assert.Equal("html", (string?)content.Attribute("type"));
        Assert.Empty(content.Elements());
        Assert.StartsWith("<p>", content.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A8_html_is_valid_inside_a_div()
    {
        var html = (await feeds.EntryAsync("One")).Element(Atom + "content")!.Value;

        var div = new HtmlParser().ParseDocument($"<div id=\"d\">{html}</div>").GetElementById("d")!;

        Assert.Equal(html.Replace("&gt;", ">", StringComparison.Ordinal), div.InnerHtml.Replace("&gt;", ">", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/feed.atom?content=summary")]
    public async Task A9_every_entry_has_a_summary_or_content(string address) =>
        Assert.All((await feeds.Site.XmlAsync(address)).Elements(Atom + "entry"), entry =>
            Assert.NotEqual("", (string?)entry.Element(Atom + "summary") ?? (string?)entry.Element(Atom + "content") ?? ""));

    [Fact]
    public async Task A10_the_feed_was_updated_with_its_last_entry_and_not_when_it_was_rendered()
    {
        var feed = await feeds.Site.XmlAsync("/feed.atom");

        Assert.Equal(
            DateTimeOffset.Parse("2024-01-09T08:00:00+08:00", CultureInfo.InvariantCulture),
            (DateTimeOffset)feed.Element(Atom + "updated")!);
        Assert.Equal(feed.Elements(Atom + "entry").Max(UpdatedOf), UpdatedOf(feed));
    }

    [Fact]
    public async Task A10_an_entry_tells_first_publication_from_last_change()
    {
        var entry = await feeds.EntryAsync("One");

        Assert.Equal("2024-01-01T00:00:00+08:00", (string?)entry.Element(Atom + "published"));
        Assert.Equal("2024-01-09T08:00:00+08:00", (string?)entry.Element(Atom + "updated"));
    }

    [Fact]
    public async Task A11_every_id_stands_once() =>
        Assert.Distinct((await feeds.Site.XmlAsync("/feed.atom")).Descendants(Atom + "id").Select(each => each.Value));

    [Fact]
    public async Task A12_a_person_has_one_name_and_at_most_one_uri_and_email()
    {
        var person = Assert.Single((await feeds.EntryAsync("One")).Elements(Atom + "author"));

        Assert.Equal("Ann", Assert.Single(person.Elements(Atom + "name")).Value);
        Assert.Equal("https://ann.example/", Assert.Single(person.Elements(Atom + "uri")).Value);
        Assert.Equal("ann@example.org", Assert.Single(person.Elements(Atom + "email")).Value);
    }

    [Fact]
    public async Task A13_categories_have_term_scheme_and_label()
    {
        var categories = (await feeds.EntryAsync("One")).Elements(Atom + "category")
            .Select(each => ((string?)each.Attribute("term"), (string?)each.Attribute("scheme"), (string?)each.Attribute("label")));

        Assert.Equal(
            [
                ("News", "https://example.org/categories/", "News of the day"),
                ("a", "https://example.org/tags/", "a"),
                ("b", "https://example.org/tags/", "b"),
            ],
            categories);
    }

    [Fact]
    public async Task A14_every_enclosure_is_a_link_with_type()
    {
        var enclosures = LinksOf(await feeds.EntryAsync("One"), "enclosure")
            .Select(each => ((string?)each.Attribute("href"), (string?)each.Attribute("type"), (string?)each.Attribute("length")));

        Assert.Equal(
            [("https://example.org/one.mp3", "audio/mpeg", "1234"), ("https://example.net/one.mp4", "video/mp4", null)], enclosures);
    }

    [Fact]
    public async Task A15_an_entry_in_another_language_says_so()
    {
        Assert.Equal("zh-CN", (string?)(await feeds.Site.XmlAsync("/feed.atom")).Attribute(XNamespace.Xml + "lang"));
        Assert.Equal("en", (string?)(await feeds.EntryAsync("Four")).Attribute(XNamespace.Xml + "lang"));
        Assert.Null((await feeds.EntryAsync("One")).Attribute(XNamespace.Xml + "lang"));
    }

    [Fact]
    public async Task A16_the_generator_has_text_address_and_version()
    {
        var generator = (await feeds.Site.XmlAsync("/feed.atom")).Element(Atom + "generator")!;

        Assert.Equal("FeedApi", generator.Value);
        Assert.Equal("https://example.org/docs", (string?)generator.Attribute("uri"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string?)generator.Attribute("version"));
    }

    [Fact]
    public async Task A17_the_media_type_is_application_atom_xml() =>
        Assert.Equal(
            "application/atom+xml; charset=utf-8", (await feeds.Site.GetAsync("/feed.atom")).Content.Headers.ContentType!.ToString());

    [Theory]
    [InlineData("/feed.atom", "xmlns", "fh", "media")]
    [InlineData("/feed.atom?lang=en", "xmlns", "fh")]
    public async Task M6_only_namespaces_in_use_are_declared(string address, params string[] names)
    {
        var declared = (await feeds.Site.XmlAsync(address)).DescendantsAndSelf().Attributes().Where(each => each.IsNamespaceDeclaration);

        Assert.Equal(names.Order(), declared.Select(each => each.Name.LocalName).Order());
    }

    private static IEnumerable<XElement> LinksOf(XElement parent, string relation) =>
        parent.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation);

    private static DateTimeOffset UpdatedOf(XElement parent) => (DateTimeOffset)parent.Element(Atom + "updated")!;
}
