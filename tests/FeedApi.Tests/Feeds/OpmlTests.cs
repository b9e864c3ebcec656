using System.Xml.Linq;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed class OpmlTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task O1_the_document_has_one_head_and_one_body_with_outlines()
    {
        var opml = await feeds.Site.XmlAsync("/opml.xml");

        Assert.Equal(("opml", "2.0"), (opml.Name.LocalName, (string?)opml.Attribute("version")));
        Assert.Equal(["head", "body"], opml.Elements().Select(each => each.Name.LocalName));
        Assert.Distinct(opml.Element("head")!.Elements().Select(each => each.Name));
        Assert.NotEmpty(opml.Element("body")!.Elements("outline"));
    }

    [Fact]
    public async Task O1_the_title_is_that_of_the_site() =>
        Assert.Equal("Tides & <Times>", (string?)(await feeds.Site.XmlAsync("/opml.xml")).Element("head")!.Element("title"));

    [Fact]
    public async Task O2_every_outline_is_a_subscription_with_text_and_addresses() =>
        Assert.All(await OutlinesAsync(), outline =>
        {
            Assert.Equal("rss", (string?)outline.Attribute("type"));
            Assert.NotEqual("", (string?)outline.Attribute("text") ?? "");
            Assert.Matches("^https://example\\.org/[!-~]*feed\\.rss$", (string?)outline.Attribute("xmlUrl"));
            Assert.Matches("^https://example\\.org/[!-~]*$", (string?)outline.Attribute("htmlUrl"));
        });

    [Fact]
    public async Task O3_the_list_is_flat_with_the_main_feed_first_and_every_category() =>
        Assert.Equal(["Tides & <Times>", "Nothing yet", "News of the day", "海"], (await OutlinesAsync()).Select(each => (string?)each.Attribute("text")));

    [Fact]
    public async Task O4_the_media_type_is_text_x_opml() =>
        Assert.Equal("text/x-opml; charset=utf-8", (await feeds.Site.GetAsync("/opml.xml")).Content.Headers.ContentType!.ToString());

    [Fact]
    public async Task Every_feed_of_the_list_is_there()
    {
        foreach (var outline in await OutlinesAsync())
        {
            using var response = await feeds.Site.GetAsync(((string?)outline.Attribute("xmlUrl"))!["https://example.org".Length..]);
            Assert.True(response.IsSuccessStatusCode, (string?)outline.Attribute("xmlUrl"));
        }
    }

    private async Task<IEnumerable<XElement>> OutlinesAsync() => (await feeds.Site.XmlAsync("/opml.xml")).Element("body")!.Elements("outline");
}
