using System.Text;
using CsCheck;
using FeedApi.Catalog.Search;
using FeedApi.Queries.Search;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

/// <summary>A site with posts in two languages to look into.</summary>
public sealed class SearchSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\nurl: https://example.org\n")
        .With("_posts/2024-01-01-one.md", "---\ntitle: 证券时报的头条\ncategory: paper\ntags: [a]\nlang: zh-CN\n---\n金融机构发布GDP增长数据，市场反应平淡。\n")
        .With(
            "_posts/2024-01-02-two.md",
            "---\ntitle: Café in C++\ncategory: code\ntags: [a, b]\n---\nThe naïve reader don't like C#. Market prices rose 10.5%.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 市场\ncategory: paper\ntags: [b]\nlang: zh-CN\n---\n机构金融，发布了Ｇｄｐ数据。𠀀𠀁字。ｶﾅ\n")
        .With(
            "_posts/2024-01-04-four.md",
            "---\ntitle: Markets\ncategory: code\nupdated: 2024-02-01\n---\nA reader of the market. 数\n\n据\n"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class SearchTests(SearchSite search) : IClassFixture<SearchSite>
{
    [Theory]
    [InlineData("市场", "three one")]
    [InlineData("金融机构", "one")]
    [InlineData("机构金融", "three")]
    [InlineData("机构 金融", "three one")]
    [InlineData("时报的头", "one")]
    [InlineData("报 证", "one")]
    [InlineData("字", "three")]
    [InlineData("𠀁字", "three")]
    [InlineData("𠀀", "three")]
    [InlineData("gdp", "three one")]
    [InlineData("GDP增长", "one")]
    [InlineData("布GDP", "one")]
    [InlineData("布了gdp", "three")]
    [InlineData("数据", "three one")]
    [InlineData("カナ", "three")]
    [InlineData("cafe", "two")]
    [InlineData("CAFÉ", "two")]
    [InlineData("naive", "two")]
    [InlineData("c++", "two")]
    [InlineData("c#", "two")]
    [InlineData("don't", "two")]
    [InlineData("10.5", "two")]
    [InlineData("market", "four two")]
    [InlineData("\"the market\"", "four")]
    [InlineData("\"market the\"", "")]
    [InlineData("reader market", "four two")]
    [InlineData("market -cafe", "four")]
    [InlineData("-market", "three one")]
    [InlineData("-\"the market\" reader", "two")]
    [InlineData("-机构金融 金融", "one")]
    [InlineData("\"market", "four two")]
    [InlineData("mark", "")]
    [InlineData("!!!", "")]
    [InlineData("\"", "")]
    [InlineData("market OR cafe", "")]
    [InlineData("market* NEAR(a b) ^x \"", "")]
    [InlineData("tokens:market", "")]
    public async Task A_search_finds_words_phrases_and_ideographs_newest_first(string words, string expected) =>
        Assert.Equal(expected, await FoundAsync($"q={Uri.EscapeDataString(words)}"));

    [Theory]
    [InlineData("q=market&sort=published", "two four")]
    [InlineData("q=market&sort=-updated", "four two")]
    [InlineData("q=市场&tag=a", "one")]
    [InlineData("q=市场&category=paper&tag=-a", "three")]
    [InlineData("q=市场&category=code", "")]
    [InlineData("q=市场&from=2024-01-02", "three")]
    [InlineData("q=市场&to=2024-01-01", "one")]
    [InlineData("q=市场&lang=zh", "three one")]
    [InlineData("q=market&category=code,paper", "four two")]
    [InlineData("q=gdp&updated_since=2024-01-03", "three")]
    public async Task A_search_takes_every_filter_and_order(string query, string expected) =>
        Assert.Equal(expected, await FoundAsync(query));

    [Fact]
    public async Task A_search_has_pages_and_a_total()
    {
        var first = await search.Site.JsonAsync("/api/v1/articles?q=%E5%B8%82%E5%9C%BA&limit=1&include=total");
        var second = await search.Site.JsonAsync(new Uri((string)first["page"]!["next"]!).PathAndQuery);

        Assert.Equal(2, (int)first["page"]!["total"]!);
        Assert.Equal("2024-01-01-one", (string?)second["data"]![0]!["id"]);
        Assert.Null(second["page"]!["next"]);
        Assert.Equal(
            "2024-01-03-three",
            (string?)(await search.Site.JsonAsync(new Uri((string)second["page"]!["prev"]!).PathAndQuery))["data"]![0]!["id"]);
    }

    [Fact]
    public async Task A_search_is_a_feed_that_says_what_it_looks_for()
    {
        var feed = await search.Site.XmlAsync("/feed.rss?q=market+-CAF%C3%89");

        Assert.Equal("Tides: -cafe market", (string?)feed.Element("channel")!.Element("title"));
        Assert.Equal("Markets", (string?)feed.Descendants("item").Single().Element("title"));
        // But for rel=self, which is the address that was asked for.
        Assert.Equal(
            (await search.Site.TextAsync("/feed.rss?q=market+-cafe")).Replace("market+-cafe", "-Cafe++MARKET", StringComparison.Ordinal),
            await search.Site.TextAsync("/feed.rss?q=-Cafe++MARKET"));
    }

    [Theory]
    [InlineData("q=market&sort=relevance", "four two")]
    [InlineData("q=市场&sort=relevance", "three one")]
    [InlineData("q=reader&sort=relevance&limit=1", "four")]
    public async Task The_best_answer_may_come_first(string query, string expected) => Assert.Equal(expected, await FoundAsync(query));

    [Fact]
    public async Task Answers_by_relevance_have_pages()
    {
        var first = await search.Site.JsonAsync("/api/v1/articles?q=%E5%B8%82%E5%9C%BA&limit=1&sort=relevance");
        var second = await search.Site.JsonAsync(new Uri((string)first["page"]!["next"]!).PathAndQuery);

        Assert.Equal(("2024-01-03-three", "2024-01-01-one"), ((string?)first["data"]![0]!["id"], (string?)second["data"]![0]!["id"]));
        Assert.Null(second["page"]!["next"]);
        Assert.Equal(
            "2024-01-03-three",
            (string?)(await search.Site.JsonAsync(new Uri((string)second["page"]!["prev"]!).PathAndQuery))["data"]![0]!["id"]);
    }

    [Fact]
    public async Task Relevance_without_a_search_is_told()
    {
        using var response = await search.Site.GetAsync("/api/v1/articles?sort=relevance");

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_highlight_shows_where_an_article_answers()
    {
        var found = (await search.Site.JsonAsync("/api/v1/articles?q=c%23+cafe+%22prices+rose%22&highlight=1"))["data"]!
            .AsArray()
            .Single()!;

        Assert.Equal("<mark>Café</mark> in C++", (string?)found["highlight"]!["title"]);
        Assert.Equal(
            "The naïve reader don’t like <mark>C#</mark>. Market <mark>prices rose</mark> 10.5%.", (string?)found["highlight"]!["text"]);
        Assert.Null(found["content_text"]);
    }

    [Fact]
    public async Task Facets_count_what_matches()
    {
        var facets = (await search.Site.JsonAsync("/api/v1/articles?q=%E5%B8%82%E5%9C%BA&include=facets&limit=1"))["facets"]!;

        Assert.Equal(2, (int)facets["articles"]!);
        Assert.Equal(["paper 2"], facets["categories"]!.AsArray().Select(each => $"{each!["slug"]} {each["count"]}"));
        Assert.Equal(["a 1", "b 1"], facets["tags"]!.AsArray().Select(each => $"{each!["slug"]} {each["count"]}"));
        Assert.Equal(["2024 2"], facets["years"]!.AsArray().Select(each => $"{each!["year"]} {each["count"]}"));
    }

    [Fact]
    public async Task Facets_count_a_selection_without_a_search_too()
    {
        var list = await search.Site.JsonAsync("/api/v1/articles?tag=b&include=total,facets");

        Assert.Equal((2, 2), ((int)list["page"]!["total"]!, (int)list["facets"]!["articles"]!));
        Assert.Equal(["code 1", "paper 1"], list["facets"]!["categories"]!.AsArray().Select(each => $"{each!["slug"]} {each["count"]}"));
    }

    [Fact]
    public async Task Related_articles_share_words_and_terms()
    {
        var related = (await search.Site.JsonAsync("/api/v1/articles/2024-01-03-three/related"))["data"]!.AsArray();

        Assert.Equal("2024-01-01-one", (string?)related[0]!["id"]);
        Assert.DoesNotContain(related, article => (string?)article!["id"] == "2024-01-03-three");
        using var unknown = await search.Site.GetAsync("/api/v1/articles/nothing/related");
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_told()
    {
        using var response = await search.Site.GetAsync("/api/v1/articles?q=" + new string('a', 201));

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData("tokens : (market)")]
    [InlineData("{tokens} : market")]
    [InlineData("- {tokens}: a")]
    [InlineData("market AND")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("NEAR(market reader, 5)")]
    [InlineData("\"a\" + \"b\"")]
    [InlineData("^market")]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("-")]
    [InlineData("--market")]
    [InlineData("-\"")]
    [InlineData("((((((((((")]
    [InlineData("'; DROP TABLE search; --")]
    [InlineData("!&|<->:*()")]
    [InlineData("%1 % %%")]
    [InlineData("!market")]
    [InlineData("\uD840")]
    [InlineData("\uDC00市场")]
    public async Task Signs_of_a_query_language_are_text(string words)
    {
        using var response = await search.Site.GetAsync(
            $"/api/v1/articles?highlight=1&include=total,facets&q={Uri.EscapeDataString(words)}");

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task No_search_fails_whatever_it_says()
    {
        var random = new Random(49);
        const string Letters = "ab市场\"-+#*^:(){}[]'%!&|<>~\\\0\t\u200B\u0301\uD840\uDC00😀،ﾞé. ";
        for (var i = 0; i < 500; i++)
        {
            var words = new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Letters[random.Next(Letters.Length)])]);
            using var response = await search.Site.GetAsync(
                $"/api/v1/articles?q={Uri.EscapeDataString(words)}{(random.Next(4) == 0 ? "&sort=relevance" : "")}");
            Assert.True((int)response.StatusCode is 200 or 400, words);
        }
    }

    [Fact]
    public void Any_text_is_a_query() => Gen.String.Sample(text => SearchQuery.Parse(text[..Math.Min(text.Length, SearchQuery.MaxChars)]));

    [Fact]
    public void A_phrase_stands_where_plain_reading_finds_it() =>
        Gen.Select(Gen.Char["金融市场数据ab 。"].Array[0, 40], Gen.Char["金融市场数据"].Array[2, 5]).Sample((text, phrase) =>
        {
            var (written, wanted) = (new string(text), new string(phrase));
            var clause = SearchQuery.Parse(wanted).Clauses.Single();
            Assert.Equal(written.Contains(wanted, StringComparison.Ordinal), SearchMatcher.IndexOf(clause, written, out _) >= 0);
            Assert.Equal(
                written.Contains(wanted, StringComparison.Ordinal),
                SearchMatcher.IndexOf(clause with { Ideographs = null }, written, out _) >= 0);
        });

    private async Task<string> FoundAsync(string query)
    {
        var found = new StringBuilder();
        foreach (var article in (await search.Site.JsonAsync("/api/v1/articles?" + query))["data"]!.AsArray())
            found.Append(((string)article!["id"]!)["2024-01-01-".Length..]).Append(' ');
        return found.ToString().TrimEnd();
    }
}
