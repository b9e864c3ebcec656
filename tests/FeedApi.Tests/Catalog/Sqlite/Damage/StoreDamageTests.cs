using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Tests.Catalog.Contract;
using FeedApi.Tests.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Damage;

public sealed class StoreDamageTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-damage-");
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private SqliteArticleStore store;

    public StoreDamageTests() => store = Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string IndexPath => Path.Combine(folder.FullName, IndexFiles.NameOf(SqliteSchema.Version));

    [Fact]
    public async Task A_list_goes_on_behind_an_article_that_cannot_be_read()
    {
        await PublishAsync(1, 2, 3, 4);
        SpoilBodies("2024-01-03-post");

        var page = await store.ReadAsync(
            snapshot => snapshot.ListAsync(new ArticleQuery { Limit = 2, Bodies = ArticleBodies.Html }, Token), Token);

        Assert.Equal(["2024-01-04-post"], page.Articles.Select(article => article.Id));
        Assert.NotNull(page.Next);
        await Assert.ThrowsAsync<IndexDamageException>(async () => await FindAsync("2024-01-03-post", ArticleBodies.Html));
        Assert.NotNull(await FindAsync("2024-01-03-post", ArticleBodies.None));
        Assert.True(store.Damage.Unreadable.TryRead(out var source));
        Assert.Equal("_posts/2024-01-03-post.md", source);

        await PublishAsync(3);

        Assert.Equal("<p>Text of the day.</p>", (await FindAsync("2024-01-03-post", ArticleBodies.Html))?.Html.Trim());
        Assert.Null(store.Damage.Fault);
    }

    [Fact]
    public async Task A_lost_page_that_nobody_reads_is_found_in_the_background()
    {
        await PublishAsync(1, 2, 3);
        await ReopenAsync();
        IndexBytes.LosePageWith(IndexPath, "_posts/2024-01-02-post.md");
        using var check = new SqliteIndexCheck(store, time, NullLogger<SqliteIndexCheck>.Instance);
        await check.StartAsync(Token);

        while (store.Damage.Fault is null)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, Token);
        }

        await check.StopAsync(Token);
        await store.Damage.WaitForRebuildAsync(Token);
    }

    [Fact]
    public async Task An_index_with_far_fewer_articles_is_served_only_when_it_is_made_so_twice()
    {
        await PublishAsync(1, 2, 3, 4);
        await store.CompleteScanAsync("one", Token);
        await store.BeginRebuildAsync(Token);
        await PublishAsync(1);

        Assert.Null(await store.CompleteScanAsync("one", Token));
        Assert.Equal(4, await CountAsync());
        Assert.NotNull(await store.CompleteScanAsync("one", Token));
        Assert.Equal(1, await CountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private SqliteArticleStore Open() => SqliteArticleStore.Open(
        folder.FullName,
        SqliteSchema.VersionsWith(rendering: 1),
        Sample.Site,
        time,
        NullLogger<SqliteArticleStore>.Instance,
        new SearchOptions());

    private async Task ReopenAsync()
    {
        await store.DisposeAsync();
        store = Open();
    }

    private async Task PublishAsync(params int[] days)
    {
        await using var changes = await store.BeginAsync(Token);
        foreach (var day in days) await changes.AddAsync(Outcomes.Published(day), Token);
        await changes.CommitAsync(Token);
    }

    private ValueTask<Article?> FindAsync(string id, ArticleBodies bodies) =>
        store.ReadAsync(snapshot => snapshot.FindAsync(id, bodies, Token), Token);

    private async Task<long> CountAsync() =>
        (await store.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State), Token)).ArticleCount;

    // In an intact page, as memory that fails may do it.
    private void SpoilBodies(string id)
    {
        using var session = SqliteSession.Open(IndexPath, isReader: false);
        session.Run(
            "UPDATE bodies SET packed = substr(packed, 1, 9) || x'ff' || substr(packed, 11) "
                + "WHERE article = (SELECT article FROM articles WHERE id = $1)",
            id);
    }
}
