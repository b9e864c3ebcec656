using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

public sealed class ArticleListTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartAsync(content =>
    {
        content.With("_config.yml", "title: Tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n");
        content.With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategory: News\ntags: [x, y]\nauthor: Ann\n---\n# H\n\nText *a*.\n");
        content.With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategory: News\ntags: [x]\nauthor: Bob\nlang: en\n---\nText b.\n");
        content.With("_posts/2024-01-03-c.md", "---\ntitle: C\ncategory: 海\ntags: [y]\nauthor: Ann\nupdated: 2024-02-01\n---\nText c.\n");
        content.With(
            "_posts/2024-01-04-d.html", "---\ntitle: D\ncategories: [海, News]\ntags: [x, y]\nstation: {depth: 12}\n---\n<p>Text d.</p>\n");
        content.With("_posts/2024-01-05-e.md", "---\ntitle: E\ndate: 2024-01-05 23:30:00 +0800\n---\nText e.\n");
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("", "e d c b a")]
    [InlineData("?category=News", "d b a")]
    [InlineData("?category=news", "d b a")]
    [InlineData("?category=News,海", "d c b a")]
    [InlineData("?category=News&category=海", "d")]
    [InlineData("?category=-News", "e c")]
    [InlineData("?category=海,-News", "c")]
    [InlineData("?tag=x&tag=y", "d a")]
    [InlineData("?tag=x&category=-海", "b a")]
    [InlineData("?author=ann&category=News", "a")]
    [InlineData("?from=2024-01-03", "e d c")]
    [InlineData("?to=2024-01-03", "c b a")]
    [InlineData("?from=2024-01-02&to=2024-01-03", "c b")]
    [InlineData("?to=9999-12-31", "e d c b a")]
    [InlineData("?from=2024-01-05T15:30:00Z", "e")]
    [InlineData("?from=2024-01-05T23:30:01%2B08:00", "")]
    [InlineData("?from=2024-01-05T23:30:00+08:00", "e")]
    [InlineData("?updated_since=2024-01-31", "c")]
    [InlineData("?lang=en", "b")]
    [InlineData("?lang=zh", "e d c a")]
    [InlineData("?lang=ZH-cn&category=News", "d a")]
    [InlineData("?sort=published", "a b c d e")]
    [InlineData("?sort=-updated", "c e d b a")]
    [InlineData("?sort=-updated&tag=y", "c d a")]
    [InlineData("?sort=published&category=News&limit=2", "a b")]
    public async Task Filters_and_orders_select(string query, string letters) =>
        Assert.Equal(letters.Split(' ', StringSplitOptions.RemoveEmptyEntries), (await site.IdsAsync(query)).Select(id => id[^1..]));

    [Theory]
    [InlineData("?limt=2", "limt", "limit")]
    [InlineData("?Limit=2", "Limit", "limit")]
    [InlineData("?query=x", "query", null)]
    [InlineData("?category=Newz", "category", "News")]
    [InlineData("?category=", "category", null)]
    [InlineData("?author=Nobody", "author", null)]
    [InlineData("?limit=0", "limit", "1")]
    [InlineData("?limit=-1", "limit", "1")]
    [InlineData("?limit=101", "limit", "100")]
    [InlineData("?limit=1000000000", "limit", "100")]
    [InlineData("?limit=ten", "limit", "20")]
    [InlineData("?limit=1&limit=2", "limit", null)]
    [InlineData("?from=yesterday", "from", null)]
    [InlineData("?to=2024-02-30", "to", null)]
    [InlineData("?from=2024-01-03&to=2024-01-01", "to", null)]
    [InlineData("?updated_since=x", "updated_since", null)]
    [InlineData("?lang=12", "lang", null)]
    [InlineData("?sort=title", "sort", null)]
    [InlineData("?sort=publishd", "sort", "published")]
    [InlineData("?content=htm", "content", "html")]
    [InlineData("?fields=id,titel", "fields", "title")]
    [InlineData("?include=totals", "include", "total")]
    [InlineData("?cursor=abc", "cursor", null)]
    public async Task A_wrong_parameter_is_a_400_that_names_it_and_the_nearest_right_one(string query, string parameter, string? nearest)
    {
        using var response = await site.GetAsync("/api/v1/articles" + query);

        Assert.Equal((400, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var fault = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal((parameter, nearest), ((string)fault["parameter"]!, (string?)fault["nearest"]));
        Assert.Contains(parameter, (string)problem["detail"]!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Bodies_are_left_out_of_lists_unless_they_are_asked_for()
    {
        Assert.Null((await FirstAsync("?category=News&sort=published"))["content_html"]);
        Assert.Equal(
            "<h1 id=\"c-h\">H</h1>\n<p>Text <em>a</em>.</p>", (string)(await FirstAsync("?sort=published&content=html"))["content_html"]!);
        Assert.Equal("H\nText a.", (string)(await FirstAsync("?sort=published&content=text"))["content_text"]!);
        Assert.Equal("# H\n\nText *a*.\n", (string)(await FirstAsync("?sort=published&content=markdown"))["content_markdown"]!);
    }

    [Fact]
    public async Task Fields_keep_only_what_is_named() => Assert.Equal(
        ["id", "title"], (await FirstAsync("?fields=title,id")).AsObject().Select(member => member.Key));

    [Fact]
    public async Task Unknown_front_matter_reaches_the_reader_as_meta() =>
        Assert.Equal(12, (int)(await FirstAsync("?tag=x"))["meta"]!["station"]!["depth"]!);

    [Fact]
    public async Task The_total_is_given_when_asked_for()
    {
        Assert.Null((await site.JsonAsync("/api/v1/articles?limit=1"))["page"]!["total"]);
        Assert.Equal(5, (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total"))["page"]!["total"]!);
        Assert.Equal(2, (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total&tag=x&tag=y"))["page"]!["total"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=published")]
    [InlineData("&sort=-updated")]
    [InlineData("&category=News,海")]
    [InlineData("&category=News")]
    public async Task Pages_lead_forward_and_back_over_each_article_once(string query)
    {
        var all = await site.IdsAsync("?limit=100" + query);
        List<string> forward = [], backward = [];
        var address = "/api/v1/articles?limit=2" + query;
        JsonNode page;
        for (; ; address = PathOf((string)page["page"]!["next"]!))
        {
            page = await site.JsonAsync(address);
            forward.AddRange(IdsOf(page));
            if (page["page"]!["next"] is null) break;
        }

        for (var ids = IdsOf(page); ; ids = IdsOf(page))
        {
            backward.InsertRange(0, ids);
            if (page["page"]!["prev"] is null) break;
            page = await site.JsonAsync(PathOf((string)page["page"]!["prev"]!));
        }

        Assert.Equal(all, forward);
        Assert.Equal(all, backward);
    }

    [Fact]
    public async Task The_first_and_the_last_page_say_so_with_null_and_the_link_field_says_the_same()
    {
        using var first = await site.GetAsync("/api/v1/articles?limit=3");
        var page = JsonNode.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["page"]!.AsObject();
        Assert.True(page.ContainsKey("prev") && page["prev"] is null);
        Assert.StartsWith($"<{page["next"]}>; rel=\"next\", ", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);

        using var last = await site.GetAsync(PathOf((string)page["next"]!));
        page = JsonNode.Parse(await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["page"]!.AsObject();
        Assert.True(page.ContainsKey("next") && page["next"] is null);
        Assert.StartsWith($"<{page["prev"]}>; rel=\"prev\", ", last.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_selection_is_refused()
    {
        var next = (string)(await site.JsonAsync("/api/v1/articles?limit=1"))["page"]!["next"]!;
        using var response = await site.GetAsync(PathOf(next) + "&category=News");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(
            "bad-cursor", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_is_written_as_itself() =>
        Assert.Contains("海", await site.TextAsync("/api/v1/articles"), StringComparison.Ordinal);

    private async Task<JsonNode> FirstAsync(string query) => (await site.JsonAsync("/api/v1/articles" + query))["data"]![0]!;

    private static string[] IdsOf(JsonNode page) => [.. page["data"]!.AsArray().Select(article => (string)article!["id"]!)];

    private static string PathOf(string address) => new Uri(address).PathAndQuery;
}
