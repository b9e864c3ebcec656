using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed class FeedAddressTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string FeedParser =
        "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1";

    private const string Chrome =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
            + "application/signed-exchange;v=b3;q=0.7";

    private const string Java = "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2";

    private const string Firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static TheoryData<string, string> EveryFeed()
    {
        var data = new TheoryData<string, string>();
        foreach (var (path, title) in new[]
        {
            ("/feed", "Tides & <Times>"), ("/categories/News/feed", "News of the day - Tides & <Times>"),
            ("/categories/%E6%B5%B7/feed", "海 - Tides & <Times>"),
            ("/tags/b/feed", "b - Tides & <Times>"), ("/authors/ann/feed", "Ann - Tides & <Times>"),
        })
        {
            foreach (var format in FeedSite.Formats) data.Add($"{path}.{format}", title);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryFeed))]
    public async Task Every_term_has_a_feed_in_every_format(string address, string title) =>
        Assert.Equal(title, await feeds.TitleAsync(address));

    [Theory]
    [InlineData("/categories/News/feed.json", "A & B, a <b> c, I <3 x", "One")]
    [InlineData("/tags/a/feed.json", "One")]
    [InlineData("/authors/ann/feed.json", "三", "One")]
    public async Task A_feed_of_a_term_holds_its_articles_newest_first(string address, params string[] titles) =>
        Assert.Equal(titles, await TitlesAsync(address));

    [Theory]
    [InlineData("application/rss+xml", "rss")]
    [InlineData("application/atom+xml", "atom")]
    [InlineData("application/feed+json", "json")]
    [InlineData("application/json", "json")]
    [InlineData("application/xml", "rss")]
    [InlineData("text/xml", "rss")]
    [InlineData("*/*", "rss")]
    [InlineData("application/*", "rss")]
    [InlineData(FeedParser, "rss")]
    [InlineData(Chrome, "page")]
    [InlineData(Firefox, "page")]
    [InlineData("text/html", "page")]
    [InlineData("text/html, */*;q=0.1", "page")]
    [InlineData("text/html, */*", "rss")]
    [InlineData("text/html;q=0", "rss")]
    [InlineData("text/html, application/rss+xml", "rss")]
    [InlineData("application/atom+xml, text/html;q=0.9", "atom")]
    [InlineData(Java, "rss")]
    [InlineData("image/png", "rss")]
    [InlineData("garbage", "rss")]
    [InlineData("garbage, application/atom+xml", "atom")]
    [InlineData("application/atom+xml;q=0.5, application/feed+json;q=0.6", "json")]
    [InlineData("application/rss+xml;q=0.1, */*", "atom")]
    [InlineData("application/rss+xml;q=0, application/*", "atom")]
    [InlineData("application/rss+xml;q=0, application/atom+xml;q=0, */*", "json")]
    [InlineData("application/atom+xml;type=feed;charset=utf-8", "atom")]
    [InlineData("APPLICATION/ATOM+XML", "atom")]
    [InlineData("application/rss+xml;q=0.1;x=y, application/atom+xml;x=y;q=0.2", "atom")]
    [InlineData("text/xml;q=0.2, application/xml;q=0.9, application/atom+xml;q=0.5", "rss")]
    [InlineData("application/rss+xml;q=0, application/atom+xml;q=0, application/feed+json;q=0", "rss")]
    public async Task H12_Accept_chooses_the_format(string accept, string format)
    {
        using var response = await feeds.Site.GetAsync("/feed", "Accept: " + accept);

        Assert.Equal(format, FormatOf(response));
    }

    [Fact]
    public async Task H12_without_Accept_the_format_is_RSS() => Assert.Equal("rss", FormatOf(await feeds.Site.GetAsync("/feed")));

    [Theory]
    [InlineData("/feed", "https://example.org/feed.atom")]
    [InlineData("/categories/News/feed", "https://example.org/categories/News/feed.atom")]
    [InlineData("/tags/b/feed?limit=5&utm_source=x", "https://example.org/tags/b/feed.atom?limit=5")]
    public async Task H11_a_negotiated_answer_names_the_address_of_its_format(string address, string location)
    {
        using var response = await feeds.Site.GetAsync(address, "Accept: application/atom+xml");

        Assert.Equal(location, response.Content.Headers.ContentLocation!.ToString());
        Assert.Contains($"href=\"{location}\"", await BodyAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task H10_only_a_negotiated_answer_varies_by_Accept()
    {
        Assert.Contains("Accept", (await feeds.Site.GetAsync("/feed")).Headers.Vary);
        Assert.DoesNotContain("Accept", (await feeds.Site.GetAsync("/feed.rss")).Headers.Vary);
    }

    [Fact]
    public async Task H11_a_negotiated_answer_has_the_bytes_of_its_format()
    {
        using var response = await feeds.Site.GetAsync("/feed", "Accept: application/feed+json");

        Assert.Equal(await feeds.Site.TextAsync("/feed.json"), await BodyAsync(response));
    }

    [Fact]
    public async Task H3_the_tag_of_one_format_does_not_match_another()
    {
        using var rss = await feeds.Site.GetAsync("/feed", "Accept: application/rss+xml");
        using var atom = await feeds.Site.GetAsync("/feed", "Accept: application/atom+xml", "If-None-Match: " + rss.Headers.ETag);

        Assert.Equal((HttpStatusCode.OK, "atom"), (atom.StatusCode, FormatOf(atom)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(100, 4)]
    public async Task Limit_says_how_many_articles_a_feed_has(int limit, int expected) =>
        Assert.Equal(expected, (await TitlesAsync($"/feed.json?limit={limit}")).Length);

    [Theory]
    [InlineData("limit=0", "limit", "1")]
    [InlineData("limit=101", "limit", "100")]
    [InlineData("limit=-5", "limit", "1")]
    [InlineData("limit=ten", "limit", "20")]
    [InlineData("limit=", "limit", "20")]
    [InlineData("limit=5&limit=6", "limit", null)]
    [InlineData("content=summery", "content", "summary")]
    [InlineData("content=full&content=full", "content", "full")]
    [InlineData("sort=newest", "sort", null)]
    [InlineData("from=yesterday", "from", null)]
    [InlineData("from=2024-02-01&to=2024-01-01", "to", null)]
    [InlineData("lang=!", "lang", null)]
    [InlineData("category=New", "category", "News")]
    [InlineData("tag=", "tag", null)]
    public async Task A_wrong_value_is_a_problem_that_names_its_parameter(string query, string parameter, string? nearest)
    {
        var (status, problem) = await ProblemAsync("/feed.rss?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (status, (string?)problem["code"]));
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(parameter, (string?)error["parameter"]);
        if (nearest is not null) Assert.Equal(nearest, (string?)error["nearest"]);
    }

    [Theory]
    [MemberData(nameof(FormatData))]
    public async Task A_feed_of_summaries_holds_no_body(string format)
    {
        var text = await feeds.Site.TextAsync($"/feed.{format}?content=summary");

        Assert.DoesNotContain("second paragraph", text, StringComparison.Ordinal);
        Assert.Contains("First post with a link", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> FormatData() => [.. FeedSite.Formats];

    [Theory]
    [InlineData("/categories/nothing/feed.rss", "unknown-category")]
    [InlineData("/categories/nothing/feed", "unknown-category")]
    [InlineData("/tags/nothing/feed.atom", "unknown-tag")]
    [InlineData("/authors/nothing/feed.json", "unknown-author")]
    public async Task An_unknown_term_is_a_problem_with_its_own_code(string address, string code)
    {
        var (status, problem) = await ProblemAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, code), (status, (string?)problem["code"]));
    }

    [Theory]
    [MemberData(nameof(FormatData))]
    public async Task A_known_category_without_posts_has_an_empty_feed(string format)
    {
        var text = await feeds.Site.TextAsync($"/categories/Empty/feed.{format}");

        Assert.Equal("Nothing yet - Tides & <Times>", await feeds.TitleAsync($"/categories/Empty/feed.{format}"));
        Assert.All(["<item>", "<entry>", "date_published"], mark => Assert.DoesNotContain(mark, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/categories/NEWS/feed.rss", "https://example.org/categories/News/feed.rss")]
    [InlineData("/categories/news/feed", "https://example.org/categories/News/feed")]
    [InlineData("/categories/n%20ews/feed.json?limit=5", "https://example.org/categories/News/feed.json?limit=5")]
    [InlineData("/tags/B/feed.atom", "https://example.org/tags/b/feed.atom")]
    [InlineData("/authors/%EF%BC%A1nn/feed.rss", "https://example.org/authors/ann/feed.rss")]
    public async Task Another_spelling_redirects_to_the_canonical_one(string address, string target)
    {
        using var response = await feeds.Site.GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, target), (response.StatusCode, response.Headers.Location!.AbsoluteUri));
    }

    [Theory]
    [InlineData("category=news", "Tides & <Times>: News of the day")]
    [InlineData("category=-news&tag=b", "Tides & <Times>: not News of the day; b")]
    [InlineData("tag=a,b&author=ann", "Tides & <Times>: a, b; Ann")]
    [InlineData("from=2024-01-02&to=2024-01-03", "Tides & <Times>: from 2024-01-02; to 2024-01-03")]
    [InlineData("lang=en", "Tides & <Times>: en")]
    [InlineData("limit=5&sort=published", "Tides & <Times>")]
    public async Task A_filtered_feed_says_in_its_title_what_is_selected(string query, string title)
    {
        foreach (var format in FeedSite.Formats) Assert.Equal(title, await feeds.TitleAsync($"/feed.{format}?{query}"));
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData("", "utm_source=reader&_=123")]
    [InlineData("", "fields=id&include=total")]
    [InlineData("limit=2&tag=b", "_=1&limit=2&%5F=2&tag=b&")]
    public async Task F2_parameters_that_feeds_do_not_know_change_nothing(string one, string other)
    {
        foreach (var format in FeedSite.Formats)
        {
            using var first = await feeds.Site.GetAsync($"/feed.{format}?{one}");
            using var second = await feeds.Site.GetAsync($"/feed.{format}?{other}");

            Assert.Equal(await BodyAsync(first), await BodyAsync(second));
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("category=News&tag=b", "tag=b&category=News")]
    [InlineData("category=News", "category=news")]
    [InlineData("tag=a,b", "tag=b,%61,a")]
    [InlineData("", "limit=20&sort=-published&content=full")]
    [InlineData("from=2024-01-01", "from=2023-12-31T16:00:00Z")]
    [InlineData("from=2024-01-01T00:00:00%2B08:00", "from=2024-01-01T00:00:00+08:00")]
    [InlineData("lang=en", "lang=EN")]
    [InlineData("q=First+post", "q=post%20first&LIMIT=20")]
    [InlineData("category=%E6%B5%B7&limit=7", "limit=07&category=海")]
    public async Task Equal_queries_written_differently_are_one_feed_and_self_is_the_address_that_was_asked_for(string one, string other)
    {
        foreach (var format in FeedSite.Formats)
        {
            var addresses = new[] { one, other }.Select(query => $"/feed.{format}{(query.Length == 0 ? "" : "?" + query)}").ToArray();
            var texts = await Task.WhenAll(addresses.Select(feeds.Site.TextAsync));

            foreach (var (address, text) in addresses.Zip(texts))
                Assert.Equal(Normal("https://example.org" + address), Normal(SelfOf(text)));
            Assert.Equal(IdsOf(texts[0]), IdsOf(texts[1]));
        }
    }

    [Fact]
    public async Task H12_a_negotiated_feed_and_its_Link_field_repeat_the_query_as_asked()
    {
        using var response = await feeds.Site.GetAsync("/feed?tag=b&utm=1&category=news", "Accept: application/atom+xml");

        Assert.Equal("https://example.org/feed.atom?tag=b&category=news", response.Content.Headers.ContentLocation!.ToString());
        Assert.Contains(
            "<https://example.org/feed.atom?tag=b&category=news>; rel=\"self\"", response.Headers.GetValues("Link").Single(),
            StringComparison.Ordinal);
        Assert.Contains(
            "rel=\"canonical\" href=\"https://example.org/feed?category=News&amp;tag=b\"",
            await BodyAsync(await feeds.Site.GetAsync("/feed?tag=b&category=news", "Accept: text/html")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Link_field_names_the_other_formats_and_the_page()
    {
        using var response = await feeds.Site.GetAsync("/tags/b/feed.rss?limit=5");

        Assert.Equal(
            "<https://example.org/tags/b/feed.rss?limit=5>; rel=\"self\"; type=\"application/rss+xml\", " +
            "<https://example.org/tags/b/feed.atom?limit=5>; rel=\"alternate\"; type=\"application/atom+xml\", " +
            "<https://example.org/tags/b/feed.json?limit=5>; rel=\"alternate\"; type=\"application/feed+json\", " +
            "<https://example.org/tags/b>; rel=\"alternate\"; type=\"text/html\"",
            string.Join(", ", response.Headers.GetValues("Link")));
    }

    private async Task<string[]> TitlesAsync(string address) =>
        [.. (await feeds.Site.JsonAsync(address))["items"]!.AsArray().Select(item => (string)item!["title"]!)];

    private async Task<(HttpStatusCode Status, JsonNode Problem)> ProblemAsync(string address)
    {
        using var response = await feeds.Site.GetAsync(address);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return (response.StatusCode, JsonNode.Parse(await BodyAsync(response))!);
    }

    private static string Normal(string address) => new Uri(address).AbsoluteUri;

    private static string SelfOf(string feed) => feed.StartsWith('{')
        ? (string)JsonNode.Parse(feed)!["feed_url"]!
        : (string)XDocument.Parse(feed).Descendants(FeedSite.Atom + "link").First(link => (string?)link.Attribute("rel") == "self")
            .Attribute("href")!;

    private static string[] IdsOf(string feed) => feed.StartsWith('{')
        ? [.. JsonNode.Parse(feed)!["items"]!.AsArray().Select(item => (string)item!["id"]!)]
        : [.. XDocument.Parse(feed).Descendants().Where(element => element.Name.LocalName is "guid" or "id").Select(id => id.Value)];

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string FormatOf(HttpResponseMessage response) => response.Content.Headers.ContentType!.MediaType switch
    {
        "application/rss+xml" => "rss",
        "application/atom+xml" => "atom",
        "application/feed+json" => "json",
        "text/html" => "page",
        var other => other ?? "",
    };
}
