using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing;

/// <summary>Files with the same stem in different folders.</summary>
public sealed class NamesakeTests
{
    // The first 8 hex digits of the SHA-256 of "_posts/en" and "_posts/b".
    private const string EnglishId = "2024-01-01-same~c34bca8c";
    private const string IdOfB = "2024-01-01-same~97f348cb";

    [Fact]
    public async Task Each_is_an_article_and_the_one_in_the_sites_language_keeps_the_stem()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "lang: zh-CN\n")
            .With("_posts/en/2024-01-01-same.md", "---\ntitle: English\n---\nx\n")
            .With("_posts/zh_cn/2024-01-01-same.md", "---\ntitle: Chinese\n---\nx\n"));

        string[] expected =
        [
            $"Chinese 2024-01-01-same tag:example.org,2024-01-01:2024-01-01-same",
            $"English {EnglishId} tag:example.org,2024-01-01:{EnglishId}",
        ];
        Assert.Equal(expected, await NamesAsync(site));
        Assert.Equal("https://example.org/articles/" + EnglishId, (string)(await site.JsonAsync($"/api/v1/articles/{EnglishId}"))["url"]!);
        Assert.Empty(await site.ProblemsAsync());

        await site.RestartAsync();
        Assert.Equal(expected, await NamesAsync(site));
        await site.RestartWithoutIndexAsync();
        Assert.Equal(expected, await NamesAsync(site));
    }

    [Fact]
    public async Task A_newcomer_with_the_shorter_path_takes_the_stem_and_gives_it_back_when_it_is_deleted()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/b/2024-01-01-same.md", "---\ntitle: B\n---\nx\n"));

        site.Content.With("_posts/2024-01-01-SAME.md", "---\ntitle: A\n---\nx\n");
        await UntilAsync(site, "A 2024-01-01-SAME", "B " + IdOfB);
        Assert.Empty(await site.ProblemsAsync());

        File.Delete(site.Content.Full("_posts/2024-01-01-SAME.md"));
        await UntilAsync(site, "B 2024-01-01-same");
    }

    [Fact]
    public async Task A_draft_counts_and_whoever_becomes_one_or_is_published_renames_nobody()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/a/2024-01-01-same.md", "---\ntitle: A\npublished: false\n---\nx\n")
            .With("_posts/b/2024-01-01-same.md", "---\ntitle: B\n---\nx\n"));
        Assert.Equal(["B " + IdOfB], await IdsAsync(site));

        site.Content.With("_posts/a/2024-01-01-same.md", "---\ntitle: A\n---\nx\n");

        await UntilAsync(site, "A 2024-01-01-same", "B " + IdOfB);
    }

    [Fact]
    public async Task A_post_with_a_name_of_its_own_keeps_it_wherever_it_moves()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/a/2024-01-01-one.md", "---\ntitle: One\n---\nx\n")
            .With("_posts/a/2024-01-02-two.md", "---\ntitle: Two\n---\nx\n"));
        Directory.CreateDirectory(site.Content.Full("_posts/elsewhere"));

        File.Move(site.Content.Full("_posts/a/2024-01-01-one.md"), site.Content.Full("_posts/elsewhere/2024-01-01-one.md"));
        site.Content.With("_posts/a/2024-01-03-three.md", "---\ntitle: Three\n---\nx\n");

        await UntilAsync(site, "One 2024-01-01-one", "Three 2024-01-03-three", "Two 2024-01-02-two");
    }

    [Fact]
    public async Task Files_of_one_folder_that_differ_in_case_or_extension_have_ids_of_their_own()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-A.md", "---\ntitle: upper\n---\nx\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: lower\n---\nx\n")
            .With("_posts/2024-01-01-a.html", "---\ntitle: html\n---\nx\n"));

        var ids = await IdsAsync(site);
        Assert.Equal(["html", "lower", "upper"], ids.Select(id => id.Split(' ')[0]));
        Assert.Equal("upper 2024-01-01-A", ids[2]);
        Assert.Equal(3, ids.Select(id => id.Split(' ')[1].ToUpperInvariant()).Distinct().Count());
        await site.RestartWithoutIndexAsync();
        Assert.Equal(ids, await IdsAsync(site));
    }

    [Fact]
    public async Task In_whatever_order_they_arrive_names_are_the_same()
    {
        string[] folders = ["en", "cn", "de/news", "x", "fr"];
        string[]? expected = null;
        for (var seed = 0; seed < 4; seed++)
        {
            new Random(seed).Shuffle(folders);
            await using var site = await TestSite.StartAsync(content => content.With("_config.yml", "lang: fr\n"));
            for (var i = 0; i < folders.Length; i++)
            {
                var count = i + 1;
                site.Content.With($"_posts/{folders[i]}/2024-01-01-same.md", $"---\ntitle: {folders[i]}\n---\nx\n");
                await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == count, $"{folders[i]} is published");
            }

            var names = await NamesAsync(site);
            expected ??= names;
            Assert.Equal(expected, names);
            Assert.Contains("fr 2024-01-01-same tag:example.org,2024-01-01:2024-01-01-same", names);
        }
    }

    private static Task UntilAsync(TestSite site, params string[] expected) =>
        TestSite.UntilAsync(async () => (await IdsAsync(site)).SequenceEqual(expected), "the articles are " + string.Join(", ", expected));

    private static async Task<string[]> IdsAsync(TestSite site) =>
        [.. (await NamesAsync(site)).Select(name => name[..name.LastIndexOf(' ')])];

    private static async Task<string[]> NamesAsync(TestSite site) =>
        [.. (await site.JsonAsync("/api/v1/articles"))["data"]!
            .AsArray()
            .Select(article => $"{article!["title"]} {article["id"]} {article["guid"]}")
            .Order(StringComparer.Ordinal)];
}
