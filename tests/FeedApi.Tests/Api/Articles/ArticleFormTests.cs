using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Microsoft.VisualBasic.FileIO;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

/// <summary>One article as a text, all articles as a table or lines, pages as Markdown, and what lists count and choose.</summary>
public sealed class ArticleFormTests : IAsyncLifetime
{
    private TestSite site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await TestSite.StartAsync(content =>
    {
        content.With("_config.yml", "title: 潮汐\ntimezone: Asia/Shanghai\nlang: zh-CN\n");
        for (var day = 1; day <= 9; day++)
        {
            content.With(
                $"_posts/2024-01-0{day}-post-{day}.md",
                $"---\ntitle: 头发与发展 {day}, \"第\"\ncategory: {(day % 3 == 0 ? "海" : "News")}\ntags: [t{day % 2}]\nauthor: 张三\n---\n"
                    + "头发 [链接](https://example.com/头发) **后面**。\n");
        }

        content.With(
            "_posts/2024-02-01-page.html", "---\ntitle: <b>Page</b>\nid: page.md\nlang: en\n---\n<p>Written in <em>HTML</em>.</p>\n");
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("md", "text/markdown", "# 头发与发展 3, \"第\"\n\n2024-01-03 00:00 +08:00 · 张三 · 海  \n<URL>\n\n头发 [链接]")]
    [InlineData("txt", "text/plain", "头发与发展 3, \"第\"\n2024-01-03 00:00 +08:00 · 张三 · 海\nURL\n\n头发 链接")]
    [InlineData("html", "text/html", "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><title>头发")]
    public async Task An_article_is_to_be_had_as_a_text(string extension, string type, string beginning)
    {
        using var response = await site.GetAsync($"/api/v1/articles/2024-01-03-post-3.{extension}");

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(
            beginning.Replace("URL", "https://example.org/articles/2024-01-03-post-3", StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task An_id_that_ends_like_a_form_is_an_id_first()
    {
        Assert.Equal("page.md", (string?)(await site.JsonAsync("/api/v1/articles/page.md"))["id"]);
        Assert.Contains("<em>HTML</em>", await site.TextAsync("/api/v1/articles/page.md.md"), StringComparison.Ordinal);
        using var none = await site.GetAsync("/api/v1/articles/nothing.txt");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-01-09-post-9.md"));
        await TestSite.UntilAsync(
            async () => (await site.GetAsync("/api/v1/articles/2024-01-09-post-9.md")).StatusCode == HttpStatusCode.Gone, "it is deleted");
    }

    [Fact]
    public async Task Pages_of_articles_and_lists_are_Markdown_for_who_prefers_it_and_pages_for_others()
    {
        foreach (var address in new[] { "/articles/2024-01-03-post-3", "/", "/categories/News" })
        {
            for (var time = 0; time < 2; time++)
            {
                using var page = await site.GetAsync(address, "Accept: text/html,*/*;q=0.8");
                Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
                Assert.Contains("Accept", page.Headers.Vary);
                using var text = await site.GetAsync(address, "Accept: text/markdown, text/html;q=0.5");
                Assert.Equal("text/markdown", text.Content.Headers.ContentType?.MediaType);
                Assert.Contains("Accept", text.Headers.Vary);
                Assert.Contains("头发", await text.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_table_has_a_row_for_every_article_with_every_sign_in_its_place()
    {
        using var response = await site.GetAsync("/api/v1/articles.csv?category=News&content=text");
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        using var parser = new TextFieldParser(await response.Content.ReadAsStreamAsync(Token)) { Delimiters = [","] };
        var columns = parser.ReadFields()!;
        List<string[]> rows = [];
        while (!parser.EndOfData) rows.Add(parser.ReadFields()!);

        Assert.Equal(await site.IdsAsync("?category=News&limit=100"), rows.Select(row => row[Array.IndexOf(columns, "id")]));
        Assert.Equal("头发与发展 8, \"第\"", rows[0][Array.IndexOf(columns, "title")]);
        Assert.Equal("t0", rows[0][Array.IndexOf(columns, "tags")]);
        Assert.Contains("后面", rows[0][Array.IndexOf(columns, "content_text")], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_have_the_articles_of_the_list_more_than_a_page_of_them()
    {
        for (var number = 0; number < 230; number++)
            site.Content.With($"_posts/2023-05-05-many-{number}.md", $"---\ntitle: N {number}\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (long)(await site.JsonAsync("/api/v1/articles?include=total"))["page"]!["total"]! == 240, "all are published");

        var lines = (await site.TextAsync("/api/v1/articles.ndjson?fields=id,title&sort=published")).TrimEnd('\n').Split('\n');

        Assert.Equal(240, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Equal(["id", "title"], JsonNode.Parse(line)!.AsObject().Select(member => member.Key)));
        using var wrong = await site.GetAsync("/api/v1/articles.ndjson?limit=5");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Chinese_is_shown_in_the_script_that_was_asked_for_with_ids_and_links_as_they_are()
    {
        var article = await site.JsonAsync("/api/v1/articles/2024-01-03-post-3?zh=hant");

        Assert.Equal("頭髮與發展 3, \"第\"", (string?)article["title"]);
        Assert.Equal("zh-Hant", (string?)article["language"]);
        Assert.Equal("https://example.org/articles/2024-01-03-post-3", (string?)article["url"]);
        Assert.Contains("https://example.com/%E5%A4%B4%E5%8F%91", (string)article["content_html"]!, StringComparison.Ordinal);
        Assert.Contains("後面", (string)article["content_html"]!, StringComparison.Ordinal);
        var markdown = await site.JsonAsync("/api/v1/articles/2024-01-03-post-3?zh=hant&content=markdown");
        Assert.Contains("](https://example.com/头发)", (string)markdown["content_markdown"]!, StringComparison.Ordinal);
        var feed = await site.JsonAsync("/feed.json?zh=hant&ids=2024-01-03-post-3");
        Assert.Equal((string?)article["title"], (string?)feed["items"]![0]!["title"]);
        Assert.Equal("头发与发展 9, \"第\"", (string?)(await site.JsonAsync("/api/v1/articles?zh=hans&limit=2"))["data"]![1]!["title"]);
        using var wrong = await site.GetAsync("/api/v1/articles?zh=han");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Groups_count_the_selection()
    {
        var byMonth = await site.JsonAsync("/api/v1/articles?group_by=month&limit=1");
        Assert.Equal("""[{"key":"2024-02","count":1},{"key":"2024-01","count":9}]""", byMonth["groups"]!.ToJsonString());
        var byCategory = await site.JsonAsync("/api/v1/articles?group_by=category&to=2024-01-31");
        Assert.Equal(["News 6", "海 3"], byCategory["groups"]!.AsArray().Select(group => $"{group!["name"]} {group["count"]}"));
        var byWeek = await site.JsonAsync("/api/v1/articles?group_by=week&category=海");
        Assert.Equal(["2024-W02 1", "2024-W01 2"], byWeek["groups"]!.AsArray().Select(group => $"{group!["key"]} {group["count"]}"));
        var byDay = await site.JsonAsync("/api/v1/articles?group_by=day&q=头发&from=2024-01-08");
        Assert.Equal(["2024-01-09", "2024-01-08"], byDay["groups"]!.AsArray().Select(group => (string)group!["key"]!));
    }

    [Fact]
    public async Task Random_articles_are_the_same_for_the_same_number_and_of_the_selection()
    {
        var ones = await Task.WhenAll(Enumerable.Range(1, 20).Select(seed => site.IdsAsync($"?random={seed}&limit=3&category=News")));

        Assert.Equal(ones[4], await site.IdsAsync("?random=5&limit=3&category=News"));
        Assert.All(ones, ids => Assert.Equal(3, ids.Distinct().Count()));
        Assert.True(ones.Select(ids => string.Join(' ', ids)).Distinct().Count() > 5, "Other numbers choose others.");
        Assert.Subset((await site.IdsAsync("?category=News&limit=100")).ToHashSet(), ones.SelectMany(ids => ids).ToHashSet());
    }

    [Theory]
    [InlineData("2024-01-03-post-3", "category=海", null, "2024-01-06-post-6")]
    [InlineData("2024-01-06-post-6", "category=海", "2024-01-03-post-3", "2024-01-09-post-9")]
    [InlineData("2024-01-05-post-5", "", "2024-01-04-post-4", "2024-01-06-post-6")]
    [InlineData("2024-01-05-post-5", "tag=t0", "2024-01-04-post-4", "2024-01-06-post-6")]
    [InlineData("page.md", "", "2024-01-09-post-9", null)]
    public async Task Neighbours_are_those_of_the_selection(string id, string filter, string? previous, string? next)
    {
        var article = await site.JsonAsync($"/api/v1/articles/{id}?include=neighbours&{filter}");

        Assert.Equal(previous, (string?)article["previous"]?["id"]);
        Assert.Equal(next, (string?)article["next"]?["id"]);
    }

    [Fact]
    public async Task A_long_selection_is_the_body_of_a_QUERY()
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse("QUERY"), "/api/v1/articles")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("category", "海"), KeyValuePair.Create("limit", "2")]),
        };
        using var response = await site.Client.SendAsync(request, Token);
        using var get = await site.GetAsync("/api/v1/articles?category=海&limit=2");
        using var all = await site.GetAsync("/api/v1/articles");
        using var json = new HttpRequestMessage(HttpMethod.Parse("QUERY"), "/api/v1/articles") { Content = new StringContent("{}") };
        using var refused = await site.Client.SendAsync(json, Token);

        Assert.Equal(await get.Content.ReadAsStringAsync(Token), await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(get.Headers.ETag, response.Headers.ETag);
        Assert.NotEqual(get.Headers.ETag, all.Headers.ETag);
        var location = response.Content.Headers.ContentLocation?.ToString();
        Assert.StartsWith("https://example.org/api/v1/articles?category=", location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }
}
