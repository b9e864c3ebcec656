using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CsCheck;
using FeedApi.Feeds;
using FeedApi.Feeds.Atom;
using FeedApi.Feeds.Json;
using FeedApi.Feeds.Rss;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Rendering;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed class FeedTextTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";

    // Letters, marks, syntax of every format involved, and what XML forbids.
    private static readonly string[] Parts =
    [
        "a", "Z", " ", "0", "&", "<", ">", "\"", "'", "]]>", "<![CDATA[", "&nbsp;", "&#11;", "&lt;b&gt;",
        "<?php", "<!--", "-->", "\\", "\\u000b", "{{", "%", "中", "文", "。", "\u3000", "é", "e\u0301", "😀",
        "👩‍👩‍👧", "𠀀", "\u200b", "\u202e", "\u00a0", "\u2028", "\u0085", "\ufffd", "ع", "ไทย",
    ];

    private static readonly (string Written, string Text)[] RawHtml =
    [
        ("a <!-- hidden --> b", "a  b"),
        ("<?php echo 1; ?>b", "b"),
        ("<![CDATA[ x ]]>b", "b"),
        ("<P>a<B>b", "ab"),
        ("<p>a<b>c", "ac"),
        ("<meta charset=\"gb2312\"><p>中</p>", "中"),
        ("<a href=\u201chttps://example.net/\u201d>x</a>", "x"),
        ("<p>Word<o:p></o:p></p>", "Word"),
        ("</p></div></body></html>a", "a"),
        ("<table><tr><td>a", "a"),
        ("<!DOCTYPE html><html><head><title>t</title></head><body>a</body></html>", "a"),
        ("&nbsp;&hellip;&copy;", "\u00a0…©"),
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Array[1, 12].Select(picks =>
        string.Concat(picks.Select(pick => Parts[pick])));

    [Fact]
    public async Task X6_all_formats_give_a_title_back_as_it_was_written()
    {
        string[] titles =
        [
            "]]>", "a]]>b", "<![CDATA[x]]>", "&nbsp;", "&amp;amp;", "&lt;b&gt;", "<?php echo 1; ?>",
            "<!-- x -->", "A & B", "I <3 x", "\"quoted\" 'twice'", "😀👩‍👩‍👧", "𠀀𪚥", "e\u0301 é",
            "中文。\u3000全角", "\u202eabc", "\\u000b", "%E6%B5%B7", "${x} {{ y }}", "\ufeffx",
        ];

        var (rss, atom, json) = await ShownAsync(titles.Select(title => (Quoted(title), "x")));

        Assert.Equal(titles, rss.Select(item => item.Title));
        Assert.Equal(titles, atom.Select(item => item.Title));
        Assert.Equal(titles, json.Select(item => item.Title));
    }

    [Fact]
    public async Task X1_characters_that_XML_forbids_are_dropped_from_titles()
    {
        (string Escaped, string Shown)[] titles =
        [
            ("a\\u000bb", "ab"), ("a\\u0000b\\uffffc", "abc"), ("a\\x07b", "ab"), ("a\\r\\nb\\tc", "a b c"),
            ("a\\ud800b", "ab"), ("a\\udc00b", "ab"), ("a\\ud83d\\ude00b", "a😀b"),
        ];

        var (rss, _, _) = await ShownAsync(titles.Select(title => ($"\"{title.Escaped}\"", "x")));

        Assert.Equal(titles.Select(title => title.Shown), rss.Select(item => item.Title));
    }

    [Fact]
    public async Task X1_characters_that_XML_forbids_are_dropped_from_bodies()
    {
        (string Written, string Text)[] bodies =
        [
            ("a\u000bb", "ab"), ("a&#11;b", "ab"), ("a&#xFFFF;b", "ab"), ("a&#xD800;b", "a\ufffdb"), ("a\u0001\u001fb", "ab"),
        ];

        var (rss, atom, json) = await ShownAsync(bodies.Select(body => ("T", body.Written)));

        Assert.All([rss, atom, json], items => Assert.Equal(bodies.Select(body => body.Text), items.Select(item => TextOf(item.Html))));
    }

    [Fact]
    public async Task X1_bytes_that_are_no_UTF_8_do_not_take_the_feed_down()
    {
        byte[] post = [.. "---\ntitle: T\n---\na"u8, 0xED, 0xA0, 0x80, 0xFF, .. "b\n"u8];
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-bad.html", post).With("_posts/2024-01-02-good.md", "---\ntitle: Good\n---\nx\n"));

        Assert.Contains("Good", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.NotNull(await site.XmlAsync("/feed.atom"));
    }

    [Fact]
    public async Task X2_the_end_mark_of_CDATA_survives_in_a_body()
    {
        string[] bodies = ["a ]]&gt; b", "<pre><code>]]&gt;]]&gt;</code></pre>", "<a title=\"]]>\" href=\"/x\">y</a>", "]]]]&gt;&gt;"];

        var (rss, _, json) = await ShownAsync(bodies.Select(body => ("T", body)));

        Assert.Equal(json.Select(item => item.Html), rss.Select(item => item.Html));
        Assert.Equal(bodies.Select(TextOf), rss.Select(item => TextOf(item.Html)));
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/opml.xml")]
    public async Task X3_the_document_begins_with_its_declaration_in_UTF_8(string address)
    {
        await using var site = await TestSite.StartSampleAsync();

        var bytes = await site.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>", Encoding.Latin1.GetString(bytes, 0, 60), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task X4_quotes_in_attributes_come_back()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: T\ntags: [\"a \\\"b\\\" <c> & 'd'\"]\n---\nx\n"));

        var category = Assert.Single((await site.XmlAsync("/feed.atom")).Descendants(Atom + "category"));

        Assert.Equal("a \"b\" <c> & 'd'", (string?)category.Attribute("label"));
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    public async Task X5_there_is_no_DTD_and_no_named_entity_outside_CDATA(string address)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.html", "---\ntitle: a&nbsp;b &copy; &mdash;\n---\n<p>a&nbsp;b &copy; &mdash; &hellip;</p>\n"));

        var text = await site.TextAsync(address);

        Assert.DoesNotContain("<!DOCTYPE", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("a\u00a0b © —", XDocument.Parse(text).Descendants().Select(each => each.Value));
    }

    [Fact]
    public async Task X6_all_formats_give_names_of_tags_and_authors_back()
    {
        string[] names =
        [
            "]]>", "<b>x</b>", "A & B", "\"q\"", "😀", "𠀀", "e\u0301", "中\u3000文", "<!--", "&nbsp;c", "C++", "100 %", "عربي", "a\\b\\u000b"
        ];
        var list = string.Join(", ", names.Select(Quoted));
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", $"---\ntitle: T\ntags: [{list}]\nauthors: [{list}]\n---\nx\n"));

        var item = (await site.XmlAsync("/feed.rss")).Descendants("item").Single();
        var entry = (await site.XmlAsync("/feed.atom")).Element(Atom + "entry")!;
        var json = (await site.JsonAsync("/feed.json"))["items"]![0]!;

        Assert.Equal(names, item.Elements("category").Select(each => each.Value));
        Assert.Equal(names, item.Elements(DublinCore + "creator").Select(each => each.Value));
        Assert.Equal(names, entry.Elements(Atom + "category").Select(each => (string?)each.Attribute("label")));
        Assert.Equal(names, entry.Elements(Atom + "author").Select(each => (string?)each.Element(Atom + "name")));
        Assert.Equal(names, json["tags"]!.AsArray().Select(tag => (string?)tag));
        Assert.Equal(names, json["authors"]!.AsArray().Select(author => (string?)author!["name"]));
    }

    [Fact]
    public async Task X6_every_tag_has_a_feed_at_the_address_that_the_item_gives()
    {
        string[] names = ["]]>", "<b>x</b>", "A & B", "😀", "𠀀", "C++", "100 %", "عربي", "..", "c/d", "?x#y", "%2e"];
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", $"---\ntitle: T\ntags: [{string.Join(", ", names.Select(Quoted))}]\n---\nx\n"));
        var pages = (await site.XmlAsync("/feed.rss"))
            .Descendants("category")
            .Select(each => ((string?)each.Attribute("domain"))!["https://example.org".Length..])
            .ToList();

        Assert.Equal(names.Length, pages.Count);
        foreach (var page in pages) Assert.Single((await site.XmlAsync(page + "/feed.rss")).Descendants("item"));
    }

    [Fact]
    public async Task X6_a_summary_is_cut_between_graphemes()
    {
        var (_, _, json) = await ShownAsync([("T", string.Concat(Enumerable.Repeat("👩‍👩‍👧", 60)))]);

        Assert.Matches("^(👩‍👩‍👧)+…$", Assert.Single(json).Summary);
    }

    [Fact]
    public async Task X7_raw_html_bodies_keep_their_text_in_every_format()
    {
        var (rss, atom, json) = await ShownAsync(RawHtml.Select(body => ("T", body.Written)));

        Assert.Equal(RawHtml.Select(body => body.Text), json.Select(item => TextOf(item.Html).Trim('\n', ' ')));
        Assert.Equal(json.Select(item => item.Html), rss.Select(item => item.Html));
        Assert.Equal(json.Select(item => item.Html), atom.Select(item => item.Html));
    }

    [Fact]
    public async Task X7_raw_html_bodies_become_balanced()
    {
        var (_, _, json) = await ShownAsync(RawHtml.Select(body => ("T", body.Written)));

        // None of them has an element without an end tag, so that XML can tell.
        Assert.All(json, item => XElement.Parse($"<div>{item.Html.Replace("&nbsp;", " ", StringComparison.Ordinal)}</div>"));
    }

    [Fact]
    public async Task X6_whatever_titles_and_bodies_hold_all_formats_parse_and_agree() =>
        await Gen.Select(Texts, Texts).Array[40].SampleAsync(AgreesAsync, iter: 3, threads: 1);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void R7_the_culture_of_the_machine_changes_no_byte(string culture)
    {
        var site = Sample.Site;
        var links = new SiteLinks(site);
        IFeedWriter[] writers = [new RssWriter(links), new AtomWriter(site, links), new JsonFeedWriter(site, links)];
        var feed = new FeedDefinition
        {
            Id = "tag:example.org,2005:/feed",
            Query = new ArticleQuery(),
            Title = "TIDES I",
            Description = "d",
            Language = "zh-CN",
            HomePage = "https://example.org/",
            Address = "https://example.org/feed",
            Tags = [],
        };
        var article = Sample.Render("A *body*.") with { Enclosures = [new Enclosure("https://example.org/a.mp3", "audio/mpeg", 1234567)] };
        var expected = writers.Select(writer => Encoding.UTF8.GetString(writer.Write(feed, [article]))).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.Equal(expected, writers.Select(writer => Encoding.UTF8.GetString(writer.Write(feed, [article]))));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static async Task AgreesAsync((string Title, string Body)[] posts)
    {
        var (rss, atom, json) = await ShownAsync(posts.Select(post => (Quoted($".{post.Title}."), $"<p>.{AsHtml(post.Body)}.</p>")));

        Assert.Equal(posts.Select(post => ($".{post.Title}.", $".{post.Body}.")), json.Select(item => (item.Title, TextOf(item.Html))));
        Assert.Equal(json.Select(item => (item.Title, item.Html)), rss.Select(item => (item.Title, item.Html)));
        Assert.Equal(json.Select(item => (item.Title, item.Html)), atom.Select(item => (item.Title, item.Html)));
    }

    // One post for each pair of a title, as YAML, and a body in HTML; shown in the same order.
    private static async Task<(Shown[] Rss, Shown[] Atom, Shown[] Json)> ShownAsync(IEnumerable<(string Title, string Body)> posts)
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            // In a Jekyll site markup in titles is read.
            content.With("_config.yml", "title: T\nfeedapi: {jekyll: false}\n");
            foreach (var (index, (title, body)) in posts.Index())
                content.With($"_posts/2024-01-01-p{index:d3}.html", $"---\ntitle: {title}\n---\n{body}\n");
        });
        return await AllAsync(site);
    }

    private static async Task<(Shown[] Rss, Shown[] Atom, Shown[] Json)> AllAsync(TestSite site)
    {
        const string query = "?limit=100&sort=published";
        var rss = (await site.XmlAsync("/feed.rss" + query)).Descendants("item").Select(item => new Shown(
            (string)item.Element("title")!, (string?)item.Element(Encoded + "encoded") ?? (string)item.Element("description")!, ""));
        var atom = (await site.XmlAsync("/feed.atom" + query)).Elements(Atom + "entry").Select(entry => new Shown(
            (string)entry.Element(Atom + "title")!, (string?)entry.Element(Atom + "content") ?? "", ""));
        var json = (await site.JsonAsync("/feed.json" + query))["items"]!.AsArray().Select(item => new Shown(
            (string)item!["title"]!, (string?)item["content_html"] ?? (string)item["content_text"]!, (string?)item["summary"] ?? ""));
        return ([.. rss], [.. atom], [.. json]);
    }

    private static string TextOf(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!.TextContent;

    private static string AsHtml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // A JSON string is a YAML scalar too, whatever it holds.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private sealed record Shown(string Title, string Html, string Summary);
}
