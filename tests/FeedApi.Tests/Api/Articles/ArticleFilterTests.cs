using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

/// <summary>Filters by front matter, parts, ids and addresses.</summary>
public sealed class ArticleFilterTests
{
    private const string Config = """
        title: Codes
        timezone: Asia/Shanghai
        feedapi:
          fields: {code: text, price: number, listed: date, hot: boolean}
        """;

    [Theory]
    [InlineData("meta.code=600519", "a")]
    [InlineData("meta.code=600519,AAPL", "a,b")]
    [InlineData("meta.code=aapl", "b")]
    [InlineData("meta.code=-600519", "b,c,d")]
    [InlineData("meta.code=000001", "c")]
    [InlineData("meta.code=600519&meta.price=10..20", "a")]
    [InlineData("meta.price=10..20", "a,b")]
    [InlineData("meta.price=20..", "b,c")]
    [InlineData("meta.price=..10.5", "a,d")]
    [InlineData("meta.price=-3", "d")]
    [InlineData("meta.price=10.5,20", "a,b")]
    [InlineData("meta.listed=2024-05-01", "a")]
    [InlineData("meta.listed=2024-05-01..2024-06-30", "a,b")]
    [InlineData("meta.listed=..2024-05-01", "a")]
    [InlineData("meta.hot=true", "a")]
    [InlineData("meta.hot=false", "b")]
    [InlineData("has=image", "b")]
    [InlineData("has=enclosure", "c")]
    [InlineData("has=image,enclosure", "")]
    [InlineData("has=-image,-enclosure,-ai", "a")]
    [InlineData("has=ai", "d")]
    [InlineData("ids=2024-01-03-c,2024-01-01-a,2024-01-09-none", "a,c")]
    [InlineData("url=https://example.org/articles/2024-01-02-b&url=/articles/2024-01-01-a", "a,b")]
    [InlineData("url=https://example.org/articles/2024-01-02-b%3Fx=1%23y&has=image", "b")]
    [InlineData("q=word&meta.price=10..20", "a,b")]
    public async Task Selects_what_it_says_in_the_list_and_in_feeds(string query, string expected)
    {
        await using var site = await StartAsync();
        string[] ids = [.. expected.Split(',', StringSplitOptions.RemoveEmptyEntries)];

        Assert.Equal(ids, (await site.IdsAsync("?" + query)).Select(id => id[^1..]).Order());
        var feed = await site.JsonAsync("/feed.json?" + query);
        Assert.Equal(ids, feed["items"]!.AsArray().Select(item => ((string)item!["id"]!)[^1..]).Order());
    }

    [Theory]
    [InlineData("meta.cod=1", "meta.code")]
    [InlineData("meta.price=dear", null)]
    [InlineData("meta.price=20..10", null)]
    [InlineData("meta.hot=yes", null)]
    [InlineData("meta.listed=soon", null)]
    [InlineData("has=picture", null)]
    [InlineData("has=imag", "image")]
    [InlineData("ids=", null)]
    [InlineData("url=https://elsewhere.example/x", null)]
    public async Task What_cannot_be_is_refused_with_the_nearest(string query, string? nearest)
    {
        await using var site = await StartAsync();

        using var response = await site.GetAsync("/api/v1/articles?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(query.Split('=')[0], (string?)problem["errors"]![0]!["parameter"]);
        Assert.Equal(nearest, (string?)problem["errors"]![0]!["nearest"]);
    }

    [Fact]
    public async Task Pages_of_a_filter_by_front_matter_follow_each_other()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_config.yml", Config);
            for (var day = 1; day <= 9; day++) content.With($"_posts/2024-01-0{day}-x.md", $"---\ntitle: x\ncode: {day % 2}\n---\nx\n");
        });
        List<string> ids = [];
        for (var next = "/api/v1/articles?meta.code=1&limit=2"; next is not null;)
        {
            var page = await site.JsonAsync(next.Replace("https://example.org", "", StringComparison.Ordinal));
            ids.AddRange(page["data"]!.AsArray().Select(article => (string)article!["id"]!));
            next = (string?)page["page"]!["next"];
        }

        Assert.Equal(["2024-01-09-x", "2024-01-07-x", "2024-01-05-x", "2024-01-03-x", "2024-01-01-x"], ids);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With("_config.yml", Config)
        .With("_posts/2024-01-01-a.md", Post("code: ['600519', x]\nprice: 10.5\nlisted: 2024-05-01 23:30\nhot: true"))
        .With("_posts/2024-01-02-b.md", Post("code: AAPL\nprice: 20\nlisted: 2024-06-30\nhot: false\nimage: b.png"))
        .With("_posts/2024-01-03-c.md", Post("code: 000001\nprice: 30\nenclosure: {url: /c.mp3, type: audio/mpeg, length: 5}"))
        .With("_posts/2024-01-04-d.md", Post("price: -3\nai: generated"))
        .With("c.mp3", "12345")
        .With("b.png", "x"));

    private static string Post(string fields) => $"---\ntitle: T\n{fields}\n---\nword\n";
}
