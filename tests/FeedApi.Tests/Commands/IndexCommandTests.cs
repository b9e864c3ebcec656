using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Content;
using FeedApi.Rendering;
using FeedApi.Tests.Catalog.Sqlite.Upgrades;
using FeedApi.Tests.Content;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Publishing.Outlines;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private static readonly IndexVersions Versions = SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion);

    private readonly DirectoryInfo next = Directory.CreateTempSubdirectory("feedapi-next-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => next.Delete(recursive: true);

    [Fact]
    public async Task One_that_is_stopped_says_so_and_has_failed()
    {
        using var content = new ContentFolder();
        for (var i = 0; i < 2_000; i++) content.With($"_posts/2024-01-01-post-{i}.md", $"---\ntitle: Post {i}\n---\nText {i}.\n");
        // It is stopped when it has begun to write.
        var script = $"dotnet {ProgramRun.Program} index --content {content.Path} --data {next.FullName} & p=$!; "
            + $"until [ -e {next.FullName}/index.lock ]; do sleep 0.05; done; kill -TERM $p; wait $p; echo code $?";

        var (_, output, errors) = await ExternalTool.RunAsync("sh", ["-c", script], "Install a shell to run this test.");

        Assert.Contains("code 2", output, StringComparison.Ordinal);
        Assert.Contains("Stopped by a signal", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_indexes_the_posts_reports_and_ends()
    {
        await using var site = await UpgradedSite.StartAsync(Versions);

        var run = await RunAsync(site);

        Assert.Equal(0, run.Code);
        Assert.Matches(@"Indexed 3 posts: 3 articles, 5 terms, 0 problems, \d+\.\d s\s*$", run.Output);
        Assert.Equal(3, (await StateAsync(site)).ArticleCount);
    }

    [Fact]
    public async Task From_a_server_that_is_running_the_change_log_goes_on_and_so_do_withdrawals()
    {
        await using var site = await UpgradedSite.StartAsync(Versions);
        var before = await site.ChangesAsync();
        await site.Management.PostAsync("/api/v1/withdraw/2024-01-01-one", null, Token);

        var run = await RunAsync(site, "--from", site.Data);

        Assert.Equal(0, run.Code);
        var after = await ChangesAsync(site);
        string[] kept = ["2024-01-02-two", "2024-01-03-three", "2024-01-04-gone"];
        Assert.All(kept, id => Assert.Equal(
            before.Single(change => change.Id == id).Sequence, after.Single(change => change.Id == id).Sequence));
        Assert.True((await StateAsync(site)).Sequence > before.Max(change => change.Sequence) + 1_000);

        // Once more, when the former has ended: what it has published and deleted meanwhile is told too.
        site.Content.With("_posts/2024-01-05-passing.md", "---\ntitle: Passing\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains("2024-01-05-passing"), "it is published");
        File.Delete(site.Content.Full("_posts/2024-01-05-passing.md"));
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "both are gone");
        Assert.Equal(0, (await RunAsync(site, "--from", site.Data)).Code);
        var tombstones = (await ChangesAsync(site)).Where(change => change.Kind == FeedApi.Model.ChangeKind.Delete);
        Assert.Equal(
            ["2024-01-01-one", "2024-01-02-two", "2024-01-04-gone", "2024-01-05-passing"],
            tombstones.Select(change => change.Id).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(next.FullName, "withdrawn.json")));
    }

    [Fact]
    public async Task What_a_server_has_left_to_render_is_rendered()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var site = outlined.Site;
        await outlined.ReleaseAsync();
        await site.StopAsync();

        var run = await ProgramRun.OfAsync(
            ["index", "--content", site.Content.Path, "--data", site.Data, "--Site:Url", "https://example.org"]);

        Assert.Equal(0, run.Code);
        await site.StartAsync();
        Assert.False(outlined.Outlines.Any);
        Assert.Equal(OutlinedSite.Posts, (int)(await site.JsonAsync("/api/v1/articles?q=and&limit=1&include=total"))["page"]!["total"]!);
    }

    [Theory]
    [InlineData("--from nowhere", "there is no such folder")]
    [InlineData("--from .", "has no index")]
    [InlineData("--from data", "the folder of --data itself")]
    [InlineData("--from", "--from")]
    [InlineData("--form x", "--form")]
    [InlineData("--Search:BudgetMilliseconds x", "Search:BudgetMilliseconds")]
    public async Task What_is_wrong_is_told_in_one_line(string arguments, string told)
    {
        next.CreateSubdirectory("data");
        var content = next.CreateSubdirectory("content");
        await File.WriteAllTextAsync(Path.Combine(content.FullName, "_config.yml"), "url: https://example.org\n", Token);

        var run = await ProgramRun.OfAsync(
            ["index", "--content", "content", "--data", "data", .. arguments.Split(' ')], next.FullName);

        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_a_server_is_using_is_left_alone()
    {
        await using var site = await UpgradedSite.StartAsync(Versions);

        var run = await ProgramRun.OfAsync(
            ["index", "--content", site.Content.Path, "--data", site.Data, "--Site:Url", "https://example.org"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("another FeedApi is using it", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private Task<ProgramRun> RunAsync(TestSite site, params string[] more) => ProgramRun.OfAsync(
        ["index", "--content", site.Content.Path, "--data", next.FullName, "--Site:Url", "https://example.org", .. more]);

    private async Task<IReadOnlyList<FeedApi.Model.Change>> ChangesAsync(TestSite site)
    {
        await using var store = Open(site);
        return await store.ReadAsync(snapshot => snapshot.ListChangesAsync(0, 1_000, Token), Token);
    }

    private async Task<FeedApi.Model.CatalogState> StateAsync(TestSite site)
    {
        await using var store = Open(site);
        return await store.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State), Token);
    }

    private SqliteArticleStore Open(TestSite site) => SqliteArticleStore.Open(
        next.FullName, Versions, SiteReader.Read(site.Content.Path, "https://example.org", null), TimeProvider.System,
        NullLogger<SqliteArticleStore>.Instance, new SearchOptions());
}
