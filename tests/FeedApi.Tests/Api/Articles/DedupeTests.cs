using System.Net;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

/// <summary>Near-duplicates, of which the earliest of a selection stands for all.</summary>
public sealed class DedupeTests
{
    private const string Wire = """
        新华社北京三月五日电 国家统计局五日公布的数据显示，今年前两个月全国规模以上工业企业实现利润总额同比增长百分之十二点三，
        增速比上年全年加快四个百分点。统计局工业司负责人表示，随着市场需求逐步恢复，企业营业收入增长加快，利润持续改善。
        分行业看，四十一个大类行业中有三十一个行业利润同比增长，装备制造业拉动作用明显增强，原材料行业利润降幅收窄。
        """;

    [Fact]
    public async Task The_earliest_of_a_selection_stands_for_all_and_links_the_others()
    {
        await using var site = await StartAsync();

        var list = await site.JsonAsync("/api/v1/articles?dedupe=1&include=total");

        Assert.Equal(["2024-03-06-other", "2024-03-05-first"], list["data"]!.AsArray().Select(article => (string)article!["id"]!));
        Assert.Equal(2, (int)list["page"]!["total"]!);
        Assert.Equal(
            ["2024-03-05-second", "2024-03-06-third"],
            list["data"]![1]!["copies"]!.AsArray().Select(copy => (string)copy!["id"]!));
        Assert.Equal(2, (await site.JsonAsync("/feed.json?dedupe=1"))["items"]!.AsArray().Count);
        Assert.Equal(4, (await site.IdsAsync()).Length);
        // In the selection of a copy alone it stands for itself.
        Assert.Equal(["2024-03-06-third"], await site.IdsAsync("?dedupe=1&category=c"));
        Assert.Equal(["2024-03-06-other", "2024-03-05-second"], await site.IdsAsync("?dedupe=1&category=b,c"));
        Assert.Equal(["2024-03-05-first"], await site.IdsAsync("?dedupe=1&q=统计局"));
    }

    [Fact]
    public async Task What_is_a_copy_depends_on_the_articles_that_there_are_and_not_on_how_they_came()
    {
        await using var site = await StartAsync();
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-03-05-first.md"));
        await TestSite.UntilAsync(
            async () => (await site.IdsAsync("?dedupe=1")).SequenceEqual(["2024-03-06-other", "2024-03-05-second"]), "the next one stands");

        site.Content.With("_posts/2024-03-04-earlier.md", Post("规上工业企业利润增长", "d", Wire));
        await TestSite.UntilAsync(
            async () => (await site.IdsAsync("?dedupe=1")).SequenceEqual(["2024-03-06-other", "2024-03-04-earlier"]),
            "an earlier one stands");

        var text = string.Concat(Enumerable.Repeat("Nothing of the kind. ", 30));
        site.Content.With("_posts/2024-03-04-earlier.md", Post("Quite another text", "d", text));
        await TestSite.UntilAsync(
            async () => (await site.IdsAsync("?dedupe=1")).SequenceEqual(["2024-03-06-other", "2024-03-05-second", "2024-03-04-earlier"]),
            "it is another one now");
    }

    [Fact]
    public async Task A_site_that_does_not_look_for_copies_says_so()
    {
        await using var site = await TestSite.StartSampleAsync();

        using var response = await site.GetAsync("/api/v1/articles?dedupe=1");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(3, (await site.IdsAsync("?dedupe=0")).Length);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With("_config.yml", "title: T\ntimezone: Asia/Shanghai\nfeedapi: {dedupe: true}\n")
        .With("_posts/2024-03-06-third.md", Post("转载｜规上工业企业利润增长", "c", Wire + "\n（来源：新华社）\n"))
        .With("_posts/2024-03-05-first.md", Post("规上工业企业利润增长", "a", Wire))
        .With("_posts/2024-03-05-second.md", Post("规上工业企业利润增长", "b", Wire + "\n（编辑：李四）\n"))
        .With("_posts/2024-03-06-other.md", Post("港口吞吐量公布", "b", string.Concat(Enumerable.Repeat("港口今天公布了吞吐量。", 12)))));

    private static string Post(string title, string category, string text) => $"---\ntitle: {title}\ncategory: {category}\n---\n{text}\n";
}
