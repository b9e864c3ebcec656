using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Changes;

/// <summary>The changes since a token.</summary>
public sealed class ChangeListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_all_articles_come_page_by_page_and_then_nothing_more()
    {
        await using var site = await TestSite.StartAsync(Fill);
        List<string> ids = [];
        var next = "/api/v1/changes?limit=2";
        JsonNode page;
        do
        {
            page = await site.JsonAsync(LocalOf(next));
            Assert.InRange(page["data"]!.AsArray().Count, 0, 2);
            ids.AddRange(page["data"]!.AsArray().Select(change => (string)change!["id"]!));
            next = (string?)page["page"]!["next"];
        }
        while (next is not null);

        Assert.Equal((await site.IdsAsync()).Order(), ids.Order());
        Assert.Empty((await ChangesAsync(site, page)).Select(change => change));
    }

    [Fact]
    public async Task Additions_edits_and_deletions_are_told_once_each_with_the_latest_content()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var first = await site.JsonAsync("/api/v1/changes");
        site.Content.With("_posts/2024-01-04-four.md", Post("Four", "news"));
        await Exists(site, "2024-01-04-four");
        site.Content.With("_posts/2024-01-01-one.md", Post("One, edited", "news"));
        await Until(site, "2024-01-01-one", "One, edited");
        site.Content.With("_posts/2024-01-04-four.md", Post("Four, edited", "news"));
        await Until(site, "2024-01-04-four", "Four, edited");
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-01-02-two.md"));
        await Gone(site, "2024-01-02-two");

        var changes = await ChangesAsync(site, first, "&content=html");

        Assert.Equal(
            ["upsert 2024-01-01-one One, edited", "upsert 2024-01-04-four Four, edited", "delete 2024-01-02-two "],
            changes.Select(change => $"{change["type"]} {change["id"]} {change["article"]?["title"]}"));
        Assert.Equal(2, changes.Count(change => change["article"]?["content_html"] is not null));
        Assert.Equal(changes.Select(change => (long)change["sequence"]!).Order(), changes.Select(change => (long)change["sequence"]!));
    }

    [Fact]
    public async Task An_article_that_leaves_the_selection_is_a_delete_in_it_also_when_it_is_edited_again_afterwards()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var first = await site.JsonAsync("/api/v1/changes?category=news");
        site.Content.With("_posts/2024-01-01-one.md", Post("One", "sport"));
        await Until(site, "2024-01-01-one", "sport", article => article["categories"]![0]!["slug"]);
        site.Content.With("_posts/2024-01-01-one.md", Post("One, edited", "sport"));
        await Until(site, "2024-01-01-one", "One, edited");
        site.Content.With("_posts/2024-01-03-three.md", Post("Three, edited", "sport"));
        await Until(site, "2024-01-03-three", "Three, edited");

        var changes = await ChangesAsync(site, first, "&category=news");

        // The third article was never in the selection, so nothing is said of it.
        Assert.Equal(["delete 2024-01-01-one"], changes.Select(change => $"{change["type"]} {change["id"]}"));
    }

    [Fact]
    public async Task A_request_that_waits_is_answered_by_the_next_change()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var token = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;

        var waiting = site.JsonAsync($"/api/v1/changes?since={token}&wait=60");
        site.Content.With("_posts/2024-01-05-five.md", Post("Five", "news"));

        Assert.Equal("2024-01-05-five", (string?)(await waiting)["data"]![0]!["id"]);
    }

    [Fact]
    public async Task A_request_that_waits_in_vain_is_answered_with_nothing_and_the_same_token()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var token = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;

        var page = await site.JsonAsync($"/api/v1/changes?since={token}&wait=1");

        Assert.Empty(page["data"]!.AsArray());
        Assert.Equal(token, (string?)page["page"]!["token"]);
    }

    [Fact]
    public async Task Tokens_outlive_a_restart_and_expire_with_the_index()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var token = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;
        await site.StopAsync();
        await site.StartAsync();
        Assert.Empty((await site.JsonAsync($"/api/v1/changes?since={token}"))["data"]!.AsArray());
        await site.StopAsync();
        Directory.Delete(site.Data, recursive: true);
        await site.StartAsync();

        using var response = await site.GetAsync($"/api/v1/changes?since={token}");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("\"token-expired\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=tide", "bad-parameter")]
    [InlineData("since=nonsense", "bad-token")]
    [InlineData("limit=501", "bad-parameter")]
    [InlineData("wait=61", "bad-parameter")]
    [InlineData("category=moon", "bad-parameter")]
    [InlineData("sort=published", "bad-parameter")]
    public async Task What_cannot_be_is_refused(string query, string code)
    {
        await using var site = await TestSite.StartAsync(Fill);

        using var response = await site.GetAsync("/api/v1/changes?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["code"]);
    }

    [Fact]
    public async Task A_token_of_other_filters_is_refused_as_is_any_altered_one()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var token = (string)(await site.JsonAsync("/api/v1/changes?category=news"))["page"]!["token"]!;

        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync($"/api/v1/changes?since={token}")).StatusCode);
        for (var at = 0; at < token.Length; at++)
        {
            var altered = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            using var response = await site.GetAsync($"/api/v1/changes?category=news&since={altered}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Changed_is_the_time_of_the_edit_and_at_first_that_of_the_post()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var before = await site.JsonAsync("/api/v1/articles/2024-01-01-one");
        Assert.Equal((string?)before["published"], (string?)before["changed"]);
        var edited = DateTimeOffset.UtcNow.AddSeconds(-2);

        site.Content.With("_posts/2024-01-01-one.md", Post("One, edited", "news"));
        await Until(site, "2024-01-01-one", "One, edited");

        var after = await site.JsonAsync("/api/v1/articles/2024-01-01-one");
        Assert.Equal((string?)before["updated"], (string?)after["updated"]);
        Assert.True(DateTimeOffset.Parse((string)after["changed"]!, null) >= edited);
        Assert.Equal("2024-01-01-one", (await site.IdsAsync("?sort=-changed"))[0]);
        Assert.Equal(["2024-01-01-one"], await site.IdsAsync($"?updated_since={edited:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }

    [Fact]
    public async Task A_file_that_moves_changes_nothing_that_readers_see()
    {
        await using var site = await TestSite.StartAsync(Fill);
        var before = await site.JsonAsync("/api/v1/articles/2024-01-01-one");
        var token = await site.JsonAsync("/api/v1/changes");
        Directory.CreateDirectory(Path.Combine(site.Content.Path, "_posts/old"));
        File.Move(
            Path.Combine(site.Content.Path, "_posts/2024-01-01-one.md"), Path.Combine(site.Content.Path, "_posts/old/2024-01-01-one.md"));
        await TestSite.UntilAsync(async () => (await ChangesAsync(site, token)).Count > 0, "the move is seen");

        var after = await site.JsonAsync("/api/v1/articles/2024-01-01-one");

        Assert.Equal((string?)before["changed"], (string?)after["changed"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_renamed_while_another_goes_keeps_the_id_of_its_own_throughout(bool whileTheServerIsDown)
    {
        const string text = "---\ntitle: Four\ncategory: news\nid: four\nguid: urn:four\n---\nText.\n";
        await using var site = await TestSite.StartAsync(content =>
        {
            Fill(content);
            content.With("_posts/2024-01-04-four.md", text);
        });
        var token = await site.JsonAsync("/api/v1/changes");
        if (whileTheServerIsDown) await site.StopAsync();
        File.Move(site.Content.Full("_posts/2024-01-04-four.md"), site.Content.Full("_posts/2024-01-04-last.md"));
        File.Delete(site.Content.Full("_posts/2024-01-01-one.md"));
        if (whileTheServerIsDown) await site.StartAsync();
        await Gone(site, "2024-01-01-one");
        await Exists(site, "four");

        // An id that it had for a moment would have left a deletion.
        var changes = await ChangesAsync(site, token);
        Assert.Equal(["delete 2024-01-01-one", "upsert four"], changes.Select(change => $"{change["type"]} {change["id"]}").Order());
    }

    /// <summary>Three posts in two categories.</summary>
    internal static void Fill(ContentFolder content) => content
        .With("_posts/2024-01-01-one.md", Post("One", "news"))
        .With("_posts/2024-01-02-two.md", Post("Two", "news"))
        .With("_posts/2024-01-03-three.md", Post("Three", "sport"));

    /// <summary>A post.</summary>
    internal static string Post(string title, string category) => $"---\ntitle: {title}\ncategory: {category}\n---\nText of {title}.\n";

    private static async Task<IReadOnlyList<JsonNode>> ChangesAsync(TestSite site, JsonNode page, string query = "") =>
    [
        .. (await site.JsonAsync($"/api/v1/changes?since={page["page"]!["token"]}{query}"))["data"]!.AsArray().Select(change => change!),
    ];

    private static string LocalOf(string address) => address.Replace("https://example.org", "", StringComparison.Ordinal);

    private static Task Exists(TestSite site, string id) =>
        TestSite.UntilAsync(async () => (await site.GetAsync($"/api/v1/articles/{id}")).IsSuccessStatusCode, $"{id} is published");

    private static Task Gone(TestSite site, string id) => TestSite.UntilAsync(
        async () => (await site.GetAsync($"/api/v1/articles/{id}")).StatusCode == HttpStatusCode.Gone, $"{id} is deleted");

    private static Task Until(TestSite site, string id, string value, Func<JsonNode, JsonNode?>? member = null) => TestSite.UntilAsync(
        async () => (string?)(member ?? (article => article["title"]))(await site.JsonAsync($"/api/v1/articles/{id}")) == value,
        $"{id} is {value}");
}
