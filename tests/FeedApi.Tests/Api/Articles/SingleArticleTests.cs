using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

public sealed class SingleArticleTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
        .With("assets/a.mp3", "0123456789")
        .With("_posts/2022-04-19-some-slug.md", """
            ---
            title: 潮 <b>&amp;</b>
            date: 2022-04-19 10:24:35 +0800
            category: News
            tags: [x]
            authors: [{name: Ann, url: "https://ann.example/"}]
            excerpt: In short.
            image: {path: /assets/a.png, alt: An image, width: 3, height: 2}
            enclosure: /assets/a.mp3
            rating: 4
            ---
            一二三 words.

            <https://source.example/1>
            """));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_member_says_what_the_post_says()
    {
        var article = await site.JsonAsync("/api/v1/articles/2022-04-19-some-slug");

        Assert.Equal(
            """
            {"id":"2022-04-19-some-slug","guid":"tag:example.org,2022-04-19:2022-04-19-some-slug",
            "url":"https://example.org/articles/2022-04-19-some-slug",
            "external_url":"https://source.example/1","title":"潮 &",
            "summary":"In short.",
            "content_html":"<p>一二三 words.</p>\n
            <p><a href=\"https://source.example/1\" rel=\"nofollow noopener noreferrer\">https://source.example/1</a></p>",
            "language":"zh-CN","published":"2022-04-19T10:24:35+08:00","updated":"2022-04-19T10:24:35+08:00",
            "changed":"2022-04-19T10:24:35+08:00",
            "authors":[{"slug":"Ann","name":"Ann",
            "url":"https://ann.example/"}],"categories":[{"slug":"News","name":"News"}],"tags":[{"slug":"x","name":"x"}],
            "image":{"url":"https://example.org/assets/a.png","alt":"An image","width":3,"height":2},
            "enclosures":[{"url":"https://example.org/assets/a.mp3","type":"audio/mpeg","length":10}],"word_count":7,
            "reading_minutes":1,"meta":{"rating":4}}
            """.ReplaceLineEndings(""),
            await site.TextAsync("/api/v1/articles/2022-04-19-some-slug"));
        Assert.NotNull(article);
    }

    [Theory]
    [InlineData("none", "content_html")]
    [InlineData("text", "content_html")]
    [InlineData("html", "content_text")]
    public async Task Only_the_body_that_was_asked_for_is_there(string content, string absent) =>
        Assert.Null((await site.JsonAsync("/api/v1/articles/2022-04-19-some-slug?content=" + content))[absent]);

    [Theory]
    [InlineData("/api/v1/articles/nothing", 404, "unknown-article")]
    [InlineData("/api/v1/articles/2022-04-19-SOME-SLUG", 404, "unknown-article")]
    [InlineData("/api/v1/articles/2022-04-19-some-slug?limit=2", 400, "bad-parameter")]
    [InlineData("/api/v1/articles/2022-04-19-some-slug?fields=body", 400, "bad-parameter")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_code(string address, int status, string code)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(
            $"\"code\":\"{code}\"",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
