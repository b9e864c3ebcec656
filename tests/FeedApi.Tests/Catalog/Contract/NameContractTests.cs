using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;
using Xunit;

namespace FeedApi.Tests.Catalog.Contract;

/// <summary>Who gets an id, guid or address that several posts ask for, in every store and in whatever order they come.</summary>
public abstract class NameContractTests
{
    private const int Posts = 6;
    private const int Orders = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens an empty store; the test class closes it.</summary>
    private protected abstract CatalogUnderTest Open();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Every_post_is_published_and_its_names_do_not_depend_on_the_order(int seed)
    {
        var random = new Random(seed);
        SourceOutcome.Published[] posts = [.. Enumerable.Range(1, Posts).Select(day => PostOf(day, random))];
        string? first = null;
        for (var order = 0; order < Orders; order++)
        {
            var catalog = Open();
            random.Shuffle(posts);
            await PublishAsync(catalog, posts, random);
            var names = string.Join('\n', await NamesAsync(catalog));
            Assert.Equal(Posts, names.Split('\n').Length);
            first ??= names;
            Assert.Equal(first, names);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    public async Task Names_after_deletions_are_those_of_posts_that_were_never_beside_the_deleted_ones(int seed)
    {
        var random = new Random(seed);
        SourceOutcome.Published[] posts = [.. Enumerable.Range(1, Posts).Select(day => PostOf(day, random))];
        var (kept, gone) = (posts[..(Posts / 2)], posts[(Posts / 2)..]);
        var (before, never) = (Open(), Open());

        await PublishAsync(before, posts, random);
        foreach (var post in gone) await SettleAsync(before, kept, await before.CommitAsync(new SourceOutcome.Deleted(post.Path)));
        await PublishAsync(never, kept, random);

        Assert.Equal(await NamesAsync(never), await NamesAsync(before));
    }

    [Fact]
    public async Task What_a_files_name_gives_comes_before_what_front_matter_asks_for()
    {
        var catalog = Open();
        var thief = Outcomes.Published(1, post => post with { WrittenId = "2024-01-02-post" });
        await PublishAsync(catalog, [thief], new Random(0));
        Assert.Equal(["2024-01-02-post"], await IdsAsync(catalog));

        await PublishAsync(catalog, [Outcomes.Published(2)], new Random(0), [thief]);

        Assert.Equal(
            ["Post 1 2024-01-01-post /articles/2024-01-01-post", "Post 2 2024-01-02-post /articles/2024-01-02-post"],
            (await NamesAsync(catalog)).Select(name => name[..name.IndexOf('|', StringComparison.Ordinal)]));
        var problem = Assert.Single(await catalog.ReadAsync(snapshot => snapshot.ListProblemsAsync(Token)));
        Assert.Equal((ProblemCodes.DuplicateSlug, ProblemSeverity.Warning, thief.Path), (problem.Code, problem.Severity, problem.File));
    }

    [Fact]
    public async Task A_bad_post_whose_id_is_taken_keeps_its_last_good_version()
    {
        var catalog = Open();
        var loser = Outcomes.Published(2, post => post with { WrittenId = "x" });
        await PublishAsync(catalog, [loser], new Random(0));
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { WrittenId = "x" }));

        await catalog.CommitAsync(new SourceOutcome.Rejected(Outcomes.StampOf(loser.Path, "bad"), [Outcomes.ErrorOf(loser.Path)]));

        Assert.Equal(2, (await NamesAsync(catalog)).Count);
    }

    private static SourceOutcome.Published PostOf(int day, Random random)
    {
        string?[] ids = [null, null, "a", "b", "2024-01-01-post", "2024-01-02-post"];
        string?[] guids = [null, null, "urn:x:1", "urn:x:2", "tag:example.org,2024-01-01:2024-01-01-post"];
        string?[] addresses = [null, null, "/p", "/q", "/articles/2024-01-03-post"];
        return Outcomes.Published(day, post => post with
        {
            WrittenId = ids[random.Next(ids.Length)],
            Guid = guids[random.Next(guids.Length)],
            Permalink = addresses[random.Next(addresses.Length)],
            Path = random.Next(2) == 0 ? post.Path : "longer/" + post.Path,
        });
    }

    private static async Task PublishAsync(
        CatalogUnderTest catalog, SourceOutcome.Published[] posts, Random random, SourceOutcome.Published[]? others = null)
    {
        for (var next = 0; next < posts.Length;)
        {
            var size = random.Next(1, 4);
            await SettleAsync(catalog, [.. posts, .. others ?? []], await catalog.CommitAsync([.. posts.Skip(next).Take(size)]));
            next += size;
        }
    }

    // As the publisher does: what is to be read again is read and committed until nothing is.
    private static async Task SettleAsync(CatalogUnderTest catalog, SourceOutcome.Published[] posts, CommittedChanges committed)
    {
        for (var rounds = 0; committed.ReadAgain.Count > 0; rounds++)
        {
            Assert.True(rounds < 50, "The names settle.");
            committed = await catalog.CommitAsync([.. posts.Where(post => committed.ReadAgain.Contains(post.Path))]);
        }
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(CatalogUnderTest catalog) =>
        [.. (await ListAsync(catalog)).Select(article => article.Id)];

    private static async Task<IReadOnlyList<string>> NamesAsync(CatalogUnderTest catalog) =>
        [.. (await ListAsync(catalog))
            .Select(article => $"{article.Title} {article.Id} {article.Path}|{article.Guid}")
            .Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<Article>> ListAsync(CatalogUnderTest catalog) =>
        (await catalog.ReadAsync(snapshot => snapshot.ListAsync(new ArticleQuery(), Token))).Articles;
}
