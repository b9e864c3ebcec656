using System.Globalization;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FeedApi.Tests.Publishing.Commit;

public sealed class ChangeSetTests
{
    private const int Posts = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(Posts)]
    public async Task An_index_is_the_same_in_whatever_sets_it_was_written(int size)
    {
        await using var site = new TestSite { Pace = new PublishOptions { FirstScanBatchSize = size } };
        Fill(site);
        await site.StartAsync();
        var inSets = await AnswersAsync(site);

        await site.StopAsync();
        await using var whole = new TestSite();
        Fill(whole);
        await whole.StartAsync();

        Assert.Equal(await AnswersAsync(whole), inSets);
    }

    [Fact]
    public async Task A_post_that_the_index_refuses_keeps_none_of_its_change_set_out()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n"));
        await RefuseAsync(site, "B");

        foreach (var title in (string[])["B", "C", "D"])
            site.Content.With($"_posts/2024-01-02-{title}.md", $"---\ntitle: {title}\n---\nx\n");

        await TestSite.UntilAsync(
            async () => (await site.IdsAsync()).Length == 3 && (await site.ProblemsAsync()).Count == 1,
            "the other posts are there, and the problem is");
        var problem = Assert.Single(await site.ProblemsAsync())!;
        Assert.Equal("_posts/2024-01-02-B.md", (string)problem["file"]!);
        Assert.Contains("not this one", (string)problem["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_the_index_refuses_keeps_its_last_version()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n"));
        await RefuseAsync(site, "B");

        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: B\n---\nx\n");

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is known");
        Assert.Equal("A", (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-a"))["title"]!);
    }

    // Two files want one id, two one address, and some wait for others: the order in which they are committed must not show.
    private static void Fill(TestSite site)
    {
        site.Content.With("_config.yml", "title: Sets\nurl: https://example.org\n");
        for (var i = 0; i < Posts; i++)
        {
            var id = i % 9 == 4 ? "id: shared" : $"guid: urn:x:{(i % 11 == 3 ? 0 : i)}";
            var permalink = i % 7 == 2 ? "permalink: /same/" : "";
            site.Content.With(
                string.Create(CultureInfo.InvariantCulture, $"_posts/2024-01-{(i % 28) + 1:00}-p{i}.md"),
                $"---\ntitle: P{i}\ncategory: c{i % 3}\n{id}\n{permalink}\n---\n词{i % 5} words\n");
        }
    }

    private static async Task<string> AnswersAsync(TestSite site)
    {
        string[] addresses =
            ["/api/v1/articles?limit=100&content=html", "/api/v1/categories", "/categories/c1/feed.json", "/api/v1/articles?q=%E8%AF%8D3"];
        List<string> answers = [];
        foreach (var address in addresses) answers.Add(WithoutTimes(await site.TextAsync(address)));
        answers.AddRange((await site.ProblemsAsync())
            .Select(problem => $"{problem!["file"]} {problem["code"]} {problem["message"]}")
            .Order(StringComparer.Ordinal));
        return string.Join('\n', answers);
    }

    // What the server says of itself: its port, and when it read the posts.
    private static string WithoutTimes(string answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer, "\"(changed_at|first_seen|revision)\":[^,}]*", "");

    private static async Task RefuseAsync(TestSite site, string title)
    {
        await using var index = new SqliteConnection($"Data Source={site.IndexPath};Pooling=False");
        await index.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = index.CreateCommand();
        command.CommandText = $"""
            CREATE TRIGGER refused_insert BEFORE INSERT ON articles WHEN NEW.title = '{title}'
              BEGIN SELECT RAISE(ABORT, 'not this one'); END;
            CREATE TRIGGER refused_update BEFORE UPDATE ON articles WHEN NEW.title = '{title}'
              BEGIN SELECT RAISE(ABORT, 'not this one'); END;
            """;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
