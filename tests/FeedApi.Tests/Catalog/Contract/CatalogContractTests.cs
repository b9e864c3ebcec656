using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Queries.Search;
using Xunit;

namespace FeedApi.Tests.Catalog.Contract;

/// <summary>What every store must do. A store's own tests derive from this and say how to open one.</summary>
public abstract class CatalogContractTests : IAsyncLifetime
{
    private CatalogUnderTest catalog = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        catalog = Open();
        return ValueTask.CompletedTask;
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens an empty store.</summary>
    private protected abstract CatalogUnderTest Open();

    [Fact]
    public async Task An_empty_catalog_has_no_articles_and_no_fingerprint()
    {
        var state = await catalog.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State));

        Assert.Equal((0, 0, 0, null), (state.Revision, state.Sequence, state.ArticleCount, state.Fingerprint));
        Assert.Null(await catalog.Sources.ReadFingerprintAsync(Token));
        Assert.Empty(await IdsAsync(new ArticleQuery()));
    }

    [Fact]
    public async Task A_published_post_is_found_by_id_and_path()
    {
        var committed = await catalog.CommitAsync(Outcomes.Published(1));

        var change = Assert.Single(committed.Changes);
        Assert.Equal((ChangeKind.Upsert, "2024-01-01-post"), (change.Kind, change.Id));
        var article = await catalog.ReadAsync(snapshot => snapshot.FindAsync("2024-01-01-post", ArticleBodies.Html, Token));
        Assert.Equal("<p>Text of the day.</p>", article?.Html.Trim());
        var same = await catalog.ReadAsync(snapshot => snapshot.FindByPathAsync(article!.Path, ArticleBodies.None, Token));
        Assert.Equal((article!.Guid, ""), (same?.Guid, same?.Html));
        Assert.Null(await catalog.ReadAsync(snapshot => snapshot.FindAsync("2024-01-01-POST", ArticleBodies.None, Token)));
    }

    [Fact]
    public async Task An_outline_of_a_post_that_has_changed_replaces_the_former_one()
    {
        var later = Outcomes.Published(1, post => post with { Title = "Later", Published = post.Published.AddHours(1) });
        await catalog.CommitAsync(OutlineOf(Outcomes.Published(1)));

        await catalog.CommitAsync(OutlineOf(later));
        await catalog.CommitAsync(later with { CompletesOutline = true, RenderedHash = later.Stamp.Hash });

        var article = await catalog.ReadAsync(snapshot => snapshot.FindAsync("2024-01-01-post", ArticleBodies.Html, Token));
        Assert.Equal(("Later", later.Article.Published), (article?.Title, article?.Published));

        static SourceOutcome.Published OutlineOf(SourceOutcome.Published post) =>
            post with { Indexed = IndexedArticle.OutlineOf(post.Article), RenderedHash = post.Stamp.Hash };
    }

    [Fact]
    public async Task A_snapshot_stays_at_its_revision()
    {
        await catalog.CommitAsync(Outcomes.Published(1));
        await using var before = await catalog.Reader.OpenSnapshotAsync(Token);

        await catalog.CommitAsync(Outcomes.Published(2), new SourceOutcome.Deleted("_posts/2024-01-01-post.md"));

        Assert.Equal(1, before.State.ArticleCount);
        Assert.Equal(["2024-01-01-post"], (await before.ListAsync(new ArticleQuery(), Token)).Articles.Select(article => article.Id));
        Assert.Null(await before.FindTombstoneAsync("2024-01-01-post", Token));
        Assert.Equal(["2024-01-02-post"], await IdsAsync(new ArticleQuery()));
        var after = await catalog.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State));
        Assert.Equal(before.State.Revision + 1, after.Revision);
    }

    [Fact]
    public async Task A_change_set_that_is_not_committed_leaves_everything_as_it_was()
    {
        await using (var changes = await catalog.Writer.BeginAsync(Token)) await changes.AddAsync(Outcomes.Published(1), Token);

        Assert.Empty(await IdsAsync(new ArticleQuery()));
        Assert.Equal(0, await catalog.Sources.CountSourcesAsync(Token));
    }

    [Fact]
    public async Task A_second_change_set_begins_when_the_first_has_ended()
    {
        var first = await catalog.Writer.BeginAsync(Token);
        var second = catalog.Writer.BeginAsync(Token).AsTask();
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_deleted_post_leaves_a_tombstone()
    {
        await catalog.CommitAsync(Outcomes.Published(1));
        var path = (await catalog.ReadAsync(snapshot => snapshot.FindAsync("2024-01-01-post", ArticleBodies.None, Token)))!.Path;

        await catalog.CommitAsync(new SourceOutcome.Deleted("_posts/2024-01-01-post.md"));

        Assert.Equal(ChangeKind.Delete, (await catalog.ReadAsync(snapshot => snapshot.FindTombstoneAsync("2024-01-01-post", Token)))?.Kind);
        Assert.NotNull(await catalog.ReadAsync(snapshot => snapshot.FindTombstoneByPathAsync(path, Token)));
        Assert.Single(await catalog.ReadAsync(snapshot => snapshot.ListTombstonesAsync(null, DateTimeOffset.UnixEpoch, 10, Token)));
        Assert.Equal(0, await catalog.Sources.CountSourcesAsync(Token));
    }

    [Fact]
    public async Task The_change_log_rises_and_keeps_the_latest_of_each_article()
    {
        await catalog.CommitAsync(Outcomes.Published(1), Outcomes.Published(2));
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Title = "Another title" }));

        var changes = await catalog.ReadAsync(snapshot => snapshot.ListChangesAsync(0, 10, Token));

        Assert.Equal(["2024-01-02-post", "2024-01-01-post"], changes.Select(change => change.Id));
        Assert.True(changes[0].Sequence < changes[1].Sequence);
        Assert.Single(await catalog.ReadAsync(snapshot => snapshot.ListChangesAsync(changes[0].Sequence, 10, Token)));
    }

    [Fact]
    public async Task A_post_that_turns_bad_keeps_its_last_good_version()
    {
        await catalog.CommitAsync(Outcomes.Published(1));
        const string path = "_posts/2024-01-01-post.md";

        var committed = await catalog.CommitAsync(new SourceOutcome.Rejected(Outcomes.StampOf(path, "bad"), [Outcomes.ErrorOf(path)]));

        Assert.Empty(committed.Changes);
        Assert.Equal(["2024-01-01-post"], await IdsAsync(new ArticleQuery()));
        Assert.Equal(
            ProblemCodes.FrontMatterUnclosed, Assert.Single(await catalog.ReadAsync(snapshot => snapshot.ListProblemsAsync(Token))).Code);
    }

    [Fact]
    public async Task A_file_that_was_only_touched_gets_its_new_stamp_and_no_revision()
    {
        await catalog.CommitAsync(Outcomes.Published(1));
        var stamp = new SourceStamp(new PostFile("_posts/2024-01-01-post.md", 6, 77), "Post 1");

        var committed = await catalog.CommitAsync(new SourceOutcome.Unchanged(stamp));

        Assert.Empty(committed.Changes);
        Assert.Equal(77, (await catalog.Sources.FindSourceAsync(stamp.File.Path, Token))?.Stamp.File.ModifiedTicks);
        Assert.Equal(1, (await catalog.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State))).Revision);
    }

    [Fact]
    public async Task Hidden_posts_are_listed_by_the_instant_at_which_they_are_due()
    {
        var (late, early) = (DateTimeOffset.UnixEpoch.AddDays(2), DateTimeOffset.UnixEpoch.AddDays(1));

        await catalog.CommitAsync(
            new SourceOutcome.Hidden(Outcomes.StampOf("_posts/a.md", "a"), late, []),
            new SourceOutcome.Hidden(Outcomes.StampOf("_posts/b.md", "b"), early, []),
            new SourceOutcome.Hidden(Outcomes.StampOf("_drafts/c.md", "c"), null, []));

        var due = await catalog.Sources.ListScheduledAsync(10, Token);
        Assert.Equal(["_posts/b.md", "_posts/a.md"], due.Select(source => source.Stamp.File.Path));
        Assert.Equal([early, late], due.Select(source => source.DueAt!.Value));
    }

    [Fact]
    public async Task Sources_are_listed_by_path_and_found_below_folders()
    {
        await catalog.CommitAsync(Outcomes.Published(2), Outcomes.Published(1));
        List<string> paths = [];
        await foreach (var source in catalog.Sources.ListSourcesAsync(Token)) paths.Add(source.Stamp.File.Path);

        Assert.Equal(["_posts/2024-01-01-post.md", "_posts/2024-01-02-post.md"], paths);
        Assert.True(await catalog.Sources.HasSourcesBelowAsync("_posts", Token));
        Assert.False(await catalog.Sources.HasSourcesBelowAsync("_post", Token));
        Assert.Null(await catalog.Sources.FindSourceAsync("_posts/none.md", Token));
    }

    [Fact]
    public async Task A_complete_scan_is_noted_once_for_each_fingerprint()
    {
        Assert.NotNull(await catalog.Writer.CompleteScanAsync("one", Token));
        Assert.Null(await catalog.Writer.CompleteScanAsync("one", Token));
        Assert.Equal("one", await catalog.Sources.ReadFingerprintAsync(Token));
        Assert.NotNull(await catalog.Writer.CompleteScanAsync("two", Token));
    }

    [Theory]
    [InlineData(nameof(ArticleSort.NewestFirst))]
    [InlineData(nameof(ArticleSort.OldestFirst))]
    [InlineData(nameof(ArticleSort.RecentlyUpdatedFirst))]
    public async Task Pages_give_every_article_once_in_both_directions(string sort)
    {
        await catalog.CommitAsync([.. Enumerable.Range(1, 7).Select(day => Outcomes.Published(day))]);
        var query = new ArticleQuery { Sort = Enum.Parse<ArticleSort>(sort), Limit = 3 };
        List<string> forward = [], backward = [];
        ArticlePage page;
        for (CursorPosition? at = null; ; at = page.Next)
        {
            page = await catalog.ReadAsync(snapshot => snapshot.ListAsync(query with { Position = at }, Token));
            forward.AddRange(page.Articles.Select(article => article.Id));
            if (page.Next is null) break;
        }

        while (page.Previous is { } previous)
        {
            page = await catalog.ReadAsync(snapshot => snapshot.ListAsync(query with { Position = previous }, Token));
            backward.InsertRange(0, page.Articles.Select(article => article.Id));
        }

        Assert.Equal(7, forward.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(forward[..6], backward);
    }

    [Fact]
    public async Task Terms_are_counted_and_select_their_articles()
    {
        await catalog.CommitAsync(
            Outcomes.Published(1, post => post with { Categories = ["Tide Tables"], Language = "zh-CN" }),
            Outcomes.Published(2, post => post with { Categories = ["tide-tables"], Tags = ["moon"] }),
            Outcomes.Published(3));

        var term = await catalog.ReadAsync(snapshot => snapshot.FindTermAsync(TermKind.Category, "TIDE tables", Token));
        Assert.Equal(2, term?.Count);
        Assert.Equal(["2024-01-02-post", "2024-01-01-post"], await IdsAsync(Of(TermKind.Category, term!.Slug)));
        Assert.Equal(["2024-01-03-post"], await IdsAsync(Of(TermKind.Category, term.Slug, isExcluded: true)));
        Assert.Equal(["2024-01-01-post"], await IdsAsync(new ArticleQuery { Language = "zh" }));
        Assert.Equal(["moon"], (await catalog.ReadAsync(snapshot => snapshot.ListTermsAsync(TermKind.Tag, Token))).Select(tag => tag.Slug));
        Assert.Null(await catalog.ReadAsync(snapshot => snapshot.FindTermAsync(TermKind.Tag, "sun", Token)));
    }

    [Theory]
    [InlineData("posts", false, "2024-01-03-post 2024-01-01-post")]
    [InlineData("posts/*", false, "2024-01-03-post 2024-01-02-post 2024-01-01-post")]
    [InlineData("posts", true, "2024-01-05-post 2024-01-04-post 2024-01-02-post")]
    [InlineData("posts/*", true, "2024-01-05-post 2024-01-04-post")]
    public async Task Sections_select_their_articles(string section, bool isExcluded, string expected)
    {
        await catalog.CommitAsync(In(1, "posts"), In(2, "posts/deep"), In(3, "posts"), In(4, "posts-of-others"), In(5, null));

        var query = new ArticleQuery { Sections = [new SectionFilter([section], isExcluded)] };

        Assert.Equal(expected, string.Join(' ', await IdsAsync(query)));
        Assert.Equal(expected, string.Join(' ', await IdsAsync(query with { Search = SearchQuery.Parse("text") })));
        Assert.Equal(
            ["posts", "posts-of-others", "posts/deep"],
            await catalog.ReadAsync(snapshot => snapshot.ListSectionsAsync(Token)));
    }

    [Fact]
    public async Task A_language_is_selected_without_others_that_it_includes()
    {
        await catalog.CommitAsync(
            Outcomes.Published(1, post => post with { Language = "zh" }),
            Outcomes.Published(2, post => post with { Language = "zh-TW" }),
            Outcomes.Published(3, post => post with { Language = "en" }));

        Assert.Equal(["2024-01-01-post"], await IdsAsync(new ArticleQuery { Language = "zh", ExcludedLanguages = ["zh-tw"] }));
        Assert.Equal(["2024-01-03-post"], await IdsAsync(new ArticleQuery { ExcludedLanguages = ["zh"] }));
    }

    [Fact]
    public async Task Articles_with_one_translation_key_are_translations()
    {
        await catalog.CommitAsync(
            Outcomes.Published(1, post => post with { Language = "fr", TranslationKey = "k" }),
            Outcomes.Published(2, post => post with { Language = "de", TranslationKey = "k" }),
            Outcomes.Published(3, post => post with { TranslationKey = "K" }),
            Outcomes.Published(4));

        var found = await catalog.ReadAsync(snapshot => snapshot.ListTranslationsAsync(["k", "K", "none"], Token));

        Assert.Equal(["2024-01-02-post", "2024-01-01-post"], found.Select(each => each.Id));
        await catalog.CommitAsync(new SourceOutcome.Deleted("_posts/2024-01-02-post.md"));
        Assert.Empty(await catalog.ReadAsync(snapshot => snapshot.ListTranslationsAsync(["k"], Token)));
    }

    [Theory]
    [InlineData("潮汐", "2024-01-01-post")]
    [InlineData("\"spring tide\"", "2024-01-02-post")]
    [InlineData("tide -spring", "2024-01-03-post")]
    public async Task A_search_finds_words_phrases_and_exclusions(string words, string expected)
    {
        await catalog.CommitAsync(
            Outcomes.Published(1, post => post with { Body = "潮汐表" }),
            Outcomes.Published(2, post => post with { Body = "A spring tide." }),
            Outcomes.Published(3, post => post with { Body = "A neap tide." }));

        Assert.Equal([expected], await IdsAsync(new ArticleQuery { Search = SearchQuery.Parse(words) }));
    }

    [Fact]
    public async Task Old_addresses_lead_to_their_article()
    {
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Redirects = ["/old/"] }));

        Assert.Equal("2024-01-01-post", (await catalog.ReadAsync(snapshot => snapshot.FindByRedirectAsync("/old/", Token)))?.Id);
        Assert.Null(await catalog.ReadAsync(snapshot => snapshot.FindByRedirectAsync("/older/", Token)));
    }

    [Fact]
    public async Task Former_paths_lead_to_their_article_until_another_takes_them()
    {
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Permalink = "/a/" }));
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Permalink = "/b/" }));
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Permalink = "/c/", Title = "Again" }));

        Assert.Equal("2024-01-01-post", await FormerAsync("/a/"));
        Assert.Equal("2024-01-01-post", await FormerAsync("/b/"));
        Assert.Null(await FormerAsync("/c/"));

        await catalog.CommitAsync(Outcomes.Published(2, post => post with { Permalink = "/a/" }));
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Permalink = "/b/" }));

        Assert.Null(await FormerAsync("/a/"));
        Assert.Null(await FormerAsync("/b/"));
        Assert.Equal("2024-01-01-post", await FormerAsync("/c/"));
    }

    [Fact]
    public async Task Former_paths_follow_a_file_that_moves_and_an_article_that_comes_back()
    {
        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Permalink = "/a/" }));
        await catalog.CommitAsync(
            new SourceOutcome.Deleted("_posts/2024-01-01-post.md"),
            Outcomes.Published(1, post => post with { Path = "z/_posts/2024-01-01-post.md", Permalink = "/b/" }));
        Assert.Equal("2024-01-01-post", await FormerAsync("/a/"));

        await catalog.CommitAsync(new SourceOutcome.Hidden(Outcomes.StampOf("z/_posts/2024-01-01-post.md", "x"), null, []));
        Assert.Null(await FormerAsync("/a/"));

        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Path = "z/_posts/2024-01-01-post.md", Permalink = "/c/" }));
        Assert.Equal("2024-01-01-post", await FormerAsync("/a/"));
        Assert.Equal("2024-01-01-post", await FormerAsync("/b/"));
    }

    [Fact]
    public async Task Two_posts_never_share_an_id()
    {
        await catalog.CommitAsync(Outcomes.Published(1));

        await catalog.CommitAsync(Outcomes.Published(1, post => post with { Path = "_posts/other/2024-01-01-post.md", Title = "Another" }));

        Assert.Equal(
            "Post 1", (await catalog.ReadAsync(snapshot => snapshot.FindAsync("2024-01-01-post", ArticleBodies.None, Token)))?.Title);
        Assert.Equal(2, (await IdsAsync(new ArticleQuery())).Distinct().Count());
        Assert.All(
            await catalog.ReadAsync(snapshot => snapshot.ListProblemsAsync(Token)),
            problem => Assert.Equal("_posts/other/2024-01-01-post.md", problem.File));
        Assert.NotEmpty(await catalog.ReadAsync(snapshot => snapshot.ListProblemsAsync(Token)));
    }

    [Fact]
    public async Task A_full_archive_is_cut_off_and_found_again()
    {
        await catalog.CommitAsync([.. Enumerable.Range(0, ArchiveRange.Articles + 10).Select(Numbered)]);
        await catalog.Writer.CompleteScanAsync("one", Token);

        var open = await catalog.ReadAsync(snapshot => snapshot.FindArchiveAsync(null, null, Token));
        var full = await catalog.ReadAsync(snapshot => snapshot.FindArchiveAsync(null, open.After, Token));

        Assert.NotNull(open.After);
        var page = await catalog.ReadAsync(snapshot =>
            snapshot.ListAsync(new ArticleQuery { Archive = full, Limit = ArticleQuery.MaxLimit }, Token));
        Assert.Equal(ArchiveRange.Articles, page.Articles.Count);
    }

    private static SourceOutcome Numbered(int number) => Outcomes.Published((number % 28) + 1, post => post with
    {
        Path = $"_posts/{number}/{post.Id}-{number}.md",
        NameId = $"{post.Id}-{number}",
        Slug = $"post-{number}",
    });

    private async Task<string?> FormerAsync(string path) =>
        (await catalog.ReadAsync(snapshot => snapshot.FindByFormerPathAsync(path, Token)))?.Id;

    private static ArticleQuery Of(TermKind kind, string slug, bool isExcluded = false) =>
        new() { Terms = [new TermFilter(kind, [slug], isExcluded)] };

    private async Task<string[]> IdsAsync(ArticleQuery query) =>
        [.. (await catalog.ReadAsync(snapshot => snapshot.ListAsync(query, Token))).Articles.Select(article => article.Id)];

    private static SourceOutcome.Published In(int day, string? section)
    {
        var outcome = Outcomes.Published(day);
        return outcome with { Indexed = IndexedArticle.Of(outcome.Article with { Section = section, Text = "Text of the day." }) };
    }
}
