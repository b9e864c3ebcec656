using System.Net;
using System.Text;
using FeedApi.Api.Changes;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Http.Hosting;
using FeedApi.Model;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FeedApi.Tests.Api.Changes;

/// <summary>Changes as they happen, as server-sent events.</summary>
public sealed class EventStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_change_is_an_event_that_tells_of_what_can_be_read()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        await using var events = await EventReader.OpenAsync(site, "?content=text", null, Token);
        var (begin, state) = (await events.NextAsync(withHeartbeats: true))!.Value;
        Assert.Equal("heartbeat", begin);
        Assert.NotNull(state["generation"]);

        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four", "news"));
        await Expect("article.published", "Four");
        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four, edited", "news"));
        await Expect("article.updated", "Four, edited");
        site.Content.With(
            "_posts/2024-01-04-four.md",
            "---\ntitle: Four, corrected\ncategory: news\ncorrection: {text: It was not five, date: 2024-02-01}\n---\nText.\n");
        await Expect("article.corrected", "Four, corrected");
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-01-04-four.md"));
        var (type, data) = (await events.NextAsync())!.Value;
        Assert.Equal("article.deleted", type);
        Assert.Equal("2024-01-04-four", (string?)data["id"]);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-04-four")).StatusCode);

        async Task Expect(string expected, string title)
        {
            var (name, change) = (await events.NextAsync())!.Value;
            Assert.Equal((expected, title), (name, (string?)change["article"]!["title"]));
            Assert.NotNull(change["article"]!["content_text"]);
            Assert.Equal(title, (string?)(await site.JsonAsync($"/api/v1/articles/{change["id"]}"))["title"]);
            Assert.Equal((string?)change["id"], (await site.IdsAsync("?sort=-changed&limit=1"))[0]);
        }
    }

    [Fact]
    public async Task Who_comes_back_with_the_last_id_has_missed_nothing()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        string? last;
        await using (var events = await EventReader.OpenAsync(site, "", null, Token))
        {
            await events.NextAsync(withHeartbeats: true);
            last = events.LastId;
        }

        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four", "news"));
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-01-02-two.md"));
        await TestSite.UntilAsync(
            async () => (await site.JsonAsync($"/api/v1/changes?since={last}"))["data"]!.AsArray().Count == 2, "both are seen");

        await using var again = await EventReader.OpenAsync(site, "", last, Token);
        List<string> told = [];
        while (told.Count < 2)
        {
            var (type, data) = (await again.NextAsync())!.Value;
            told.Add($"{type} {data["id"]}");
        }

        Assert.Equal(["article.deleted 2024-01-02-two", "article.published 2024-01-04-four"], told.Order());
    }

    [Fact]
    public async Task A_publication_is_told_as_one_also_when_the_client_has_read_later_changes_of_others()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        var begin = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;
        await Save("_posts/2024-01-04-four.md", "Four");
        await Save("_posts/2024-01-02-two.md", "Two, edited");
        await Save("_posts/2024-01-04-four.md", "Four, edited");
        string? last;
        await using (var events = await EventReader.OpenAsync(site, "", begin, Token))
        {
            Assert.Equal("article.updated", (await events.NextAsync())!.Value.Type);
            last = events.LastId;
        }

        await using var again = await EventReader.OpenAsync(site, "", last, Token);
        var (type, data) = (await again.NextAsync())!.Value;

        Assert.Equal(("article.published", "2024-01-04-four"), (type, (string?)data["id"]));

        Task Save(string path, string title)
        {
            site.Content.With(path, ChangeListTests.Post(title, "news"));
            return TestSite.UntilAsync(
                async () => (await site.TextAsync("/api/v1/changes")).Contains($"\"title\":\"{title}\"", StringComparison.Ordinal), title);
        }
    }

    [Fact]
    public async Task A_publication_is_told_as_one_also_when_an_update_of_the_article_is_about_to_be_announced()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        var begin = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;
        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four", "news"));
        var published = await UntilAnnounced("Four");
        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four, edited", "news"));
        var updated = await UntilAnnounced("Four, edited");
        var parts = site.Part<CurrentGeneration>();
        var selections = parts.Value.Get<ChangeSelectionParser>();
        var (selection, _) = await selections.ParseAsync(QueryCollection.Empty, [], begin, Token);
        var signal = new CommitSignal();
        var chunks = new EventChunks(
            parts.Value.Get<IArticleReader>(), parts.Value.Get<ChangeContracts>(), selections, signal, TimeProvider.System);

        signal.OnCommitted(published);
        var chunk = chunks.AfterAsync(selection!, selection!.Since!, Token);
        signal.OnCommitted(updated);

        Assert.Contains("event: article.published", Encoding.UTF8.GetString((await chunk)!.Bytes), StringComparison.Ordinal);

        async Task<CommittedChanges> UntilAnnounced(string title)
        {
            await TestSite.UntilAsync(
                async () => (await site.TextAsync("/api/v1/changes")).Contains($"\"title\":\"{title}\"", StringComparison.Ordinal), title);
            var page = await site.JsonAsync($"/api/v1/changes?since={begin}");
            var change = new Change(
                (long)page["data"]![0]!["sequence"]!, ChangeKind.Upsert, "2024-01-04-four", "", "", [], DateTimeOffset.UnixEpoch);
            return new CommittedChanges((long)page["page"]!["revision"]!, [change], RenamedTerms: false, [], []);
        }
    }

    [Fact]
    public async Task A_selection_gets_its_own_events_and_a_deletion_when_an_article_leaves_it()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        await using var events = await EventReader.OpenAsync(site, "?category=news&fields=id", null, Token);
        await events.NextAsync(withHeartbeats: true);

        site.Content.With("_posts/2024-01-05-five.md", ChangeListTests.Post("Five", "sport"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains("2024-01-05-five"), "it is published");
        site.Content.With("_posts/2024-01-01-one.md", ChangeListTests.Post("One", "sport"));

        var (type, data) = (await events.NextAsync())!.Value;
        Assert.Equal(("article.deleted", "2024-01-01-one"), (type, (string?)data["id"]));
    }

    [Fact]
    public async Task A_search_gets_what_begins_and_ceases_to_match()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        await using var events = await EventReader.OpenAsync(site, "?q=%22red+tide%22&category=news&fields=id", null, Token);
        await events.NextAsync(withHeartbeats: true);

        site.Content.With("_posts/2024-01-05-five.md", ChangeListTests.Post("A red tide", "news"));
        await Expect("article.published");
        site.Content.With("_posts/2024-01-05-five.md", ChangeListTests.Post("A tide that is red", "news"));
        await Expect("article.deleted");
        site.Content.With("_posts/2024-01-05-five.md", ChangeListTests.Post("The red tide, again", "news"));
        await Expect("article.updated");

        async Task Expect(string expected)
        {
            var (type, data) = (await events.NextAsync())!.Value;
            Assert.Equal((expected, "2024-01-05-five"), (type, (string?)data["id"]));
        }
    }

    [Fact]
    public async Task After_a_new_generation_of_the_index_the_client_is_told_to_read_everything_again()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        string? last;
        await using (var events = await EventReader.OpenAsync(site, "", null, Token))
        {
            await events.NextAsync(withHeartbeats: true);
            last = events.LastId;
        }

        await site.StopAsync();
        Directory.Delete(site.Data, recursive: true);
        await site.StartAsync();

        await using var again = await EventReader.OpenAsync(site, "", last, Token);
        var (type, data) = (await again.NextAsync())!.Value;
        Assert.Equal("resync", type);
        Assert.Equal("https://example.org/api/v1/changes", (string?)data["changes"]);
        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four", "news"));
        Assert.Equal("article.published", (await again.NextAsync())!.Value.Type);
    }

    [Fact]
    public async Task A_stop_of_the_server_ends_the_streams()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        await using var events = await EventReader.OpenAsync(site, "", null, Token);
        await events.NextAsync(withHeartbeats: true);

        var stopping = site.StopAsync();

        Assert.Null(await events.NextAsync());
        await stopping;
    }

    [Fact]
    public async Task Streams_beyond_the_limit_are_refused_until_one_ends()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Events:MaxStreams", "1"] };
        ChangeListTests.Fill(site.Content);
        await site.StartAsync();
        await using (await EventReader.OpenAsync(site, "", null, Token))
        {
            using var refused = await site.GetAsync("/api/v1/events");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        await TestSite.UntilAsync(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
                using var response = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                return response.IsSuccessStatusCode;
            },
            "there is room again");
    }

    [Fact]
    public async Task A_read_with_the_revision_of_an_event_waits_for_it_or_says_that_it_is_behind()
    {
        await using var site = await TestSite.StartAsync(ChangeListTests.Fill);
        var revision = (long)(await site.JsonAsync("/api/v1/changes"))["page"]!["revision"]!;

        Assert.Equal(3, (await site.IdsAsync($"?min-revision={revision}")).Length);
        var waiting = site.IdsAsync($"?min-revision={revision + 1}");
        site.Content.With("_posts/2024-01-04-four.md", ChangeListTests.Post("Four", "news"));
        Assert.Equal(4, (await waiting).Length);
        using var never = await site.GetAsync($"/api/v1/articles?min-revision={revision + 1_000}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, never.StatusCode);
    }
}
