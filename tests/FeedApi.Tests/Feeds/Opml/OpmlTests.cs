using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Feeds.Opml;

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
        Assert.All(await OutlinesAsync("?flat=1"), outline =>
        {
            Assert.Equal("rss", (string?)outline.Attribute("type"));
            Assert.NotEqual("", (string?)outline.Attribute("text") ?? "");
            Assert.Matches("^https://example\\.org/[!-~]*feed\\.rss$", (string?)outline.Attribute("xmlUrl"));
            Assert.Matches("^https://example\\.org/[!-~]*$", (string?)outline.Attribute("htmlUrl"));
        });

    [Fact]
    public async Task O1_the_head_has_the_date_of_the_newest_article_in_RFC_822()
    {
        var newest = (await feeds.Site.JsonAsync("/api/v1/categories"))["data"]!.AsArray().Max(each => (DateTimeOffset?)each!["newest"]);

        Assert.Equal(newest!.Value.ToString("r"), (string?)(await HeadAsync()).Element("dateModified"));
    }

    [Fact]
    public async Task O1_a_list_without_articles_has_no_date() =>
        Assert.Null((await feeds.Site.XmlAsync("/opml.xml?category=empty")).Element("head")!.Element("dateModified"));

    [Fact]
    public async Task The_head_names_the_owner_when_there_is_one() => Assert.Null((await HeadAsync()).Element("ownerName"));

    [Fact]
    public async Task O3_the_main_feed_stands_first_and_the_categories_in_groups_with_a_text_only()
    {
        var outlines = await OutlinesAsync();

        Assert.Equal(["Tides & <Times>", "E", "H", "N"], outlines.Select(TextOf));
        Assert.All(outlines.Skip(1), group => Assert.Equal(["text"], group.Attributes().Select(each => each.Name.LocalName)));
        Assert.Equal(["Nothing yet", "海", "News of the day"], outlines.Skip(1).Elements().Select(TextOf));
    }

    [Theory]
    [InlineData("flat=1", "Tides & <Times>", "Nothing yet", "News of the day", "海")]
    [InlineData("category=News,%E6%B5%B7&flat=1", "News of the day", "海")]
    [InlineData("category=-news&flat=1", "Nothing yet", "海")]
    [InlineData("top=1", "News of the day")]
    [InlineData("top=2&flat=0", "News of the day", "海")]
    [InlineData("category=empty&active_days=10", "Tides & <Times>")]
    public async Task Parameters_choose_the_categories(string query, params string[] texts) =>
        Assert.Equal(texts, (await OutlinesAsync("?" + query)).Select(TextOf));

    [Theory]
    [InlineData("flt=1", "flt", "flat")]
    [InlineData("flat=yes", "flat", "1")]
    [InlineData("top=0", "top", "1")]
    [InlineData("top=many", "top", "100")]
    [InlineData("top=1&top=2", "top", null)]
    [InlineData("active_days=9999", "active_days", "3650")]
    [InlineData("category=Newz", "category", "News")]
    public async Task A_wrong_parameter_is_a_problem_that_names_it(string query, string parameter, string? nearest)
    {
        using var response = await feeds.Site.GetAsync("/opml.xml?" + query);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (response.StatusCode, (string?)problem["code"]));
        Assert.Equal((parameter, nearest), ((string?)problem["errors"]![0]!["parameter"], (string?)problem["errors"]![0]!["nearest"]));
    }

    [Fact]
    public async Task Groups_are_letters_then_digits_then_the_rest_and_the_site_has_an_owner()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides\nauthor: Ann\n")
            .With("_posts/2024-01-01-one.md", "---\ncategories: [Zoo, éclair, apple, Ant, 3D, _x]\n---\nText.\n"));
        var opml = await site.XmlAsync("/opml.xml");

        Assert.Equal("Ann", (string?)opml.Element("head")!.Element("ownerName"));
        Assert.Equal(
            ["A: Ant, apple", "E: éclair", "Z: Zoo", "0-9: 3D", "Other: _x"],
            opml.Element("body")!
                .Elements()
                .Skip(1)
                .Select(group => $"{TextOf(group)}: {string.Join(", ", group.Elements().Select(TextOf))}"));
    }

    [Fact]
    public async Task A_Chinese_name_is_in_the_group_of_its_pinyin()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides\nlang: zh-CN\n")
            .With("_data/categories.yml", "changjiang: 长江\nnews: 新闻\nyue: 乐\nc36: 36氪\n")
            .With("_posts/2024-01-01-one.md", "---\ncategories: [证券时报, 《财经》, 重庆晨报, 长沙晚报, 吕梁, 数码（试驾）, ニュース, yue]\n---\nText.\n"));

        Assert.Equal(
            ["C: 36氪, 长江, 《财经》, 重庆晨报, 长沙晚报", "L: 吕梁", "S: 数码（试驾）", "X: 新闻", "Y: 乐", "Z: 证券时报", "其他: ニュース"],
            (await site.XmlAsync("/opml.xml")).Element("body")!.Elements().Skip(1)
                .Select(group => $"{TextOf(group)}: {string.Join(", ", group.Elements().Select(TextOf))}"));
    }

    [Fact]
    public async Task Hardly_a_Chinese_name_is_in_the_last_group()
    {
        string[] firsts = ["上", "中", "国", "新", "证", "财", "经", "第", "人", "民", "东", "方", "凤", "腾", "讯", "界", "面", "华", "街", "日"];
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_config.yml", "title: Tides\nlang: zh-CN\n");
            foreach (var (number, first) in firsts.Index())
            {
                var names = string.Join(", ", firsts.Select(second => $"{first}{second}报"));
                content.With($"_posts/2024-01-{number + 1:00}-one.md", $"---\ncategories: [{names}]\n---\nText.\n");
            }
        });

        var groups = (await site.XmlAsync("/opml.xml")).Element("body")!.Elements().Skip(1).Select(TextOf).ToArray();

        Assert.DoesNotContain("其他", groups);
        Assert.True(groups.Length >= 10);
    }

    [Fact]
    public async Task Which_categories_are_active_changes_at_midnight_of_the_site()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 1, 5, 15, 59, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides\ntimezone: Asia/Shanghai\n")
            .With("_posts/2024-01-04-one.md", "---\ncategory: sea\n---\nText.\n"), time);

        Assert.Equal(["Tides", "sea"], (await site.XmlAsync("/opml.xml?active_days=1&flat=1")).Element("body")!.Elements().Select(TextOf));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["Tides"], (await site.XmlAsync("/opml.xml?active_days=1&flat=1")).Element("body")!.Elements().Select(TextOf));
    }

    [Fact]
    public async Task O4_the_media_type_is_text_x_opml() =>
        Assert.Equal("text/x-opml; charset=utf-8", (await feeds.Site.GetAsync("/opml.xml")).Content.Headers.ContentType!.ToString());

    [Fact]
    public async Task Every_feed_of_the_list_is_there()
    {
        foreach (var outline in await OutlinesAsync("?flat=1"))
        {
            using var response = await feeds.Site.GetAsync(((string?)outline.Attribute("xmlUrl"))!["https://example.org".Length..]);
            Assert.True(response.IsSuccessStatusCode, (string?)outline.Attribute("xmlUrl"));
        }
    }

    private async Task<XElement> HeadAsync() => (await feeds.Site.XmlAsync("/opml.xml")).Element("head")!;

    private async Task<List<XElement>> OutlinesAsync(string query = "") =>
        [.. (await feeds.Site.XmlAsync("/opml.xml" + query)).Element("body")!.Elements("outline")];

    private static string? TextOf(XElement outline) => (string?)outline.Attribute("text");
}
