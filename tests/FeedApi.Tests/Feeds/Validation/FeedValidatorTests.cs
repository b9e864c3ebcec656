using System.Text;
using FeedApi.Feeds.Validation;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Feeds.Validation;

/// <summary>Standards R, A, J, P: what is wrong with a feed is found, and a good feed has nothing wrong.</summary>
public sealed class FeedValidatorTests
{
    private const string Address = "https://example.org/feed";

    private const string Rss = """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0">
        <channel><title>Tides</title><link>https://example.org/</link><description>Notes</description>
        <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed"/>
        <language>zh-CN</language><lastBuildDate>Thu, 04 Oct 2007 23:59:45 +0000</lastBuildDate>
        <item><title>One</title><link>https://example.org/1</link><guid isPermaLink="false">tag:example.org,2007:1</guid>
        <pubDate>Thu, 04 Oct 2007 23:59:45 +0000</pubDate><dc:creator>张三</dc:creator>
        <description>Short</description>
        <content:encoded>&lt;p&gt;&lt;a href="https://example.org/x"&gt;x&lt;/a&gt;&lt;/p&gt;</content:encoded>
        <enclosure url="https://example.org/1.mp3" length="100" type="audio/mpeg"/></item>
        <item><title>Two</title><guid isPermaLink="false">tag:example.org,2007:2</guid></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>tag:example.org,2007:/feed</id><title>Tides</title>
        <updated>2007-10-04T23:59:45Z</updated><link rel="self" type="application/atom+xml" href="https://example.org/feed"/>
        <author><name>张三</name><uri>https://example.org/z</uri></author>
        <entry><id>tag:example.org,2007:1</id><title>One</title><updated>2007-10-04T23:59:45+08:00</updated>
        <link href="https://example.org/1"/><category term="tides"/>
        <content type="html">&lt;p&gt;&lt;img src="https://example.org/x.png"&gt;&lt;/p&gt;</content></entry>
        <entry><id>tag:example.org,2007:2</id><title type="html">&lt;b&gt;Two&lt;/b&gt;</title><updated>2007-10-01T00:00:00Z</updated>
        <summary>Short</summary><link href="https://example.org/2"/></entry></feed>
        """;

    private const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Tides","home_page_url":"https://example.org/",
        "feed_url":"https://example.org/feed","language":"zh-CN","authors":[{"name":"张三"}],"_tides":{"about":"https://example.org/t"},
        "items":[{"id":"tag:example.org,2007:1","url":"https://example.org/1","content_html":"<p>x</p>","tags":["a","b"],
        "date_published":"2007-10-04T23:59:45Z",
        "attachments":[{"url":"https://example.org/1.mp3","mime_type":"audio/mpeg","size_in_bytes":1}]},
        {"id":"tag:example.org,2007:2","content_text":"y"}]}
        """;

    [Fact]
    public void A_good_feed_has_no_fault()
    {
        Assert.Empty(Check(FeedFormat.Rss, Rss));
        Assert.Empty(Check(FeedFormat.Atom, Atom));
        Assert.Empty(Check(FeedFormat.Json, Json));
    }

    [Theory]
    [InlineData("</rss>", "", "xml")]
    [InlineData("version=\"2.0\"", "version=\"0.91\"", "rss-root")]
    [InlineData("<link>https://example.org/</link>", "", "rss-channel")]
    [InlineData("<title>Tides</title>", "<title>Tides</title><title>Again</title>", "rss-element")]
    [InlineData("<title>Tides</title>", "<title>Tides</title><updated>x</updated>", "rss-element")]
    [InlineData("</channel>", "<ttl>60</ttl></channel>", "rss-order")]
    [InlineData("<title>Two</title>", "", "rss-item")]
    [InlineData("Thu, 04 Oct 2007 23:59:45 +0000</pub", "Fri, 04 Oct 2007 23:59:45 +0000</pub", "rss-date")]
    [InlineData("Thu, 04 Oct 2007 23:59:45 +0000</pub", "Thu, 04 Oct 2007 23:59:45 +08:00</pub", "rss-date")]
    [InlineData("Thu, 04 Oct 2007 23:59:45 +0000</pub", "周四, 04 十月 2007 23:59:45 +0000</pub", "rss-date")]
    [InlineData("<link>https://example.org/1<", "<link>/1<", "link-address")]
    [InlineData("<link>https://example.org/1<", "<link>https://example.org/新闻<", "link-address")]
    [InlineData("isPermaLink=\"false\">tag:example.org,2007:2", ">tag:example.org,2007:2", "rss-guid")]
    [InlineData("tag:example.org,2007:2", "12", "rss-guid")]
    [InlineData("tag:example.org,2007:2", "tag:example.org,2007:1", "rss-guid")]
    [InlineData("<guid isPermaLink=\"false\">tag:example.org,2007:2</guid>", "", "rss-guid")]
    [InlineData("rel=\"self\"", "rel=\"alternate\"", "link-self")]
    [InlineData("href=\"https://example.org/feed\"", "href=\"https://example.org/feed?x\"", "link-self")]
    [InlineData("<dc:creator>张三</dc:creator>", "<author>张三</author>", "rss-contact")]
    [InlineData("<dc:creator>", "<author>a@example.org (张三)</author><dc:creator>", "rss-author")]
    [InlineData("length=\"100\"", "", "rss-enclosure")]
    [InlineData("url=\"https://example.org/1.mp3\"", "url=\"1.mp3\"", "rss-enclosure")]
    [InlineData("zh-CN", "chinese language", "language")]
    [InlineData("&lt;p&gt;", "&lt;script&gt;", "markup-unsafe")]
    [InlineData("href=\"https://example.org/x\"", "onclick=\"x()\"", "markup-unsafe")]
    [InlineData("href=\"https://example.org/x\"", "href=\"javascript:x()\"", "markup-unsafe")]
    [InlineData("href=\"https://example.org/x\"", "href=\"x.html\"", "markup-relative")]
    [InlineData("<language>", "<image><url>https://example.org/i.png</url><title>i</title></image><language>", "rss-image")]
    [InlineData("<language>", "<ttl>soon</ttl><language>", "rss-ttl")]
    [InlineData("<language>", "<skipHours><hour>24</hour></skipHours><language>", "rss-skip")]
    [InlineData("<language>", "<skipDays><day>Monday</day><day>Monday</day></skipDays><language>", "rss-skip")]
    [InlineData("<language>", "<fh:archive/><language>", "history-archive")]
    [InlineData(
        "<language>", "<fh:complete/><atom:link rel=\"prev-archive\" href=\"https://example.org/1\"/><language>", "history-complete")]
    [InlineData("<language>", "<atom:link rel=\"prev-archive\" href=\"https://example.org/feed\"/><language>", "history-loop")]
    public void Each_fault_of_RSS_is_found(string good, string bad, string rule) => AssertFault(FeedFormat.Rss, Rss, good, bad, rule);

    [Theory]
    [InlineData("<feed", "<feeds", "xml")]
    [InlineData("<title>One</title>", "", "atom-element")]
    [InlineData("<id>tag:example.org,2007:/feed</id>", "", "atom-element")]
    [InlineData("<author><name>张三</name><uri>https://example.org/z</uri></author>", "", "atom-author")]
    [InlineData("<name>张三</name>", "", "atom-person")]
    [InlineData("<uri>https://example.org/z</uri>", "<uri>z</uri>", "atom-person")]
    [InlineData("2007-10-04T23:59:45+08:00", "2007-10-04 23:59:45Z", "atom-date")]
    [InlineData("2007-10-04T23:59:45+08:00", "2007-10-04t23:59:45z", "atom-date")]
    [InlineData("2007-10-04T23:59:45+08:00", "2007-13-04T23:59:45Z", "atom-date")]
    [InlineData("2007-10-04T23:59:45+08:00", "2008-10-04T23:59:45+08:00", "atom-updated")]
    [InlineData("tag:example.org,2007:2", "tag:example.org,2007:1", "atom-id")]
    [InlineData("tag:example.org,2007:2", "二", "atom-id")]
    [InlineData("<summary>Short</summary>", "", "atom-content")]
    [InlineData("<link href=\"https://example.org/1\"/>", "<link href=\"1\"/>", "link-address")]
    [InlineData(
        "<link href=\"https://example.org/1\"/>", "<link href=\"https://example.org/1\"/><link href=\"https://example.org/b\"/>",
        "atom-link")]
    [InlineData(
        "<link href=\"https://example.org/1\"/>", "<link rel=\"enclosure\" length=\"big\" href=\"https://example.org/1\"/>",
        "link-length")]
    [InlineData("<category term=\"tides\"/>", "<category label=\"tides\"/>", "atom-category")]
    [InlineData("<summary>Short</summary>", "<summary><b>Short</b></summary>", "atom-text")]
    [InlineData("<summary>Short</summary>", "<summary type=\"xhtml\">Short</summary>", "atom-text")]
    [InlineData("src=\"https://example.org/x.png\"", "src=\"x.png\"", "markup-relative")]
    [InlineData("src=\"https://example.org/x.png\"", "srcset=\"https://example.org/x.png 1x, y.png 2x\"", "markup-relative")]
    [InlineData("rel=\"self\"", "rel=\"related\"", "link-self")]
    [InlineData("xml:lang=\"zh-CN\"", "xml:lang=\"中文\"", "language")]
    public void Each_fault_of_Atom_is_found(string good, string bad, string rule) => AssertFault(FeedFormat.Atom, Atom, good, bad, rule);

    [Theory]
    [InlineData("{\"version\"", "\"version\"", "json")]
    [InlineData("version/1.1", "version/1", "json-version")]
    [InlineData("\"title\":\"Tides\",", "", "json-title")]
    [InlineData("\"home_page_url\":\"https://example.org/\",", "", "link-address")]
    [InlineData("\"feed_url\":\"https://example.org/feed\"", "\"feed_url\":\"https://example.org/other\"", "json-feed-url")]
    [InlineData("\"language\":\"zh-CN\"", "\"next_url\":\"https://example.org/feed\"", "json-next-url")]
    [InlineData("\"language\":\"zh-CN\"", "\"language\":86", "language")]
    [InlineData("\"authors\":", "\"author\":{\"name\":\"x\"},\"authors\":", "json-author")]
    [InlineData("{\"name\":\"张三\"}", "{}", "json-author")]
    [InlineData("{\"name\":\"张三\"}", "\"张三\"", "json-object")]
    [InlineData("\"_tides\"", "\"_tides.x\"", "json-extension")]
    [InlineData("\"items\"", "\"entries\"", "json-items")]
    [InlineData("\"id\":\"tag:example.org,2007:2\"", "\"id\":2", "json-id")]
    [InlineData("\"id\":\"tag:example.org,2007:2\"", "\"id\":\"tag:example.org,2007:1\"", "json-id")]
    [InlineData(",\"content_text\":\"y\"", "", "json-content")]
    [InlineData("<p>x</p>", "<iframe>x</iframe>", "markup-unsafe")]
    [InlineData("2007-10-04T23:59:45Z", "2007-10-04", "json-date")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",\"a\"]", "json-tags")]
    [InlineData("\"size_in_bytes\":1", "\"size_in_bytes\":\"1\"", "json-attachment")]
    [InlineData("\"mime_type\":\"audio/mpeg\",", "", "json-attachment")]
    public void Each_fault_of_JSON_Feed_is_found(string good, string bad, string rule) =>
        AssertFault(FeedFormat.Json, Json, good, bad, rule);

    [Fact]
    public void A_fault_names_its_place()
    {
        Assert.Equal("channel/item[2]", Assert.Single(Check(FeedFormat.Rss, Rss.Replace("<title>Two</title>", ""))).Place);
        Assert.Equal("/items/1/id", Assert.Single(Check(FeedFormat.Json, Json.Replace("\"tag:example.org,2007:2\"", "2"))).Place);
    }

    [Fact]
    public void A_feed_may_not_be_larger_than_validators_take()
    {
        var large = Rss.Replace("<description>Notes", "<description>" + new string('x', FeedValidator.MaxBytes));

        Assert.Equal("feed-size", Assert.Single(Check(FeedFormat.Rss, large)).Rule);
    }

    private static void AssertFault(FeedFormat format, string feed, string good, string bad, string rule)
    {
        Assert.Contains(good, feed, StringComparison.Ordinal);

        Assert.Contains(rule, Check(format, feed.Replace(good, bad)).Select(fault => fault.Rule));
    }

    private static IReadOnlyList<FeedFault> Check(FeedFormat format, string feed) =>
        FeedValidator.Check(format, Encoding.UTF8.GetBytes(feed), Address);
}
