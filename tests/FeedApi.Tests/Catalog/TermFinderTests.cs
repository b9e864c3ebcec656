using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog;

public sealed class TermFinderTests
{
    private static readonly TermSummary[] Terms =
    [
        Term("zhengquanshibao", "证券时报", 5),
        Term("jinrongshibao", "金融时报", 9),
        Term("zhongguojingjidaobao", "中国经济导报", 3),
        Term("yinhang", "银行 (总行)", 1),
        Term("chongqing", "重庆日报", 2),
        Term("nv", "女性 Weekly", 2),
        Term("code", "C++ 代码", 4),
    ];

    [Theory]
    [InlineData("zqsb", "zhengquanshibao")]
    [InlineData("ZQSB", "zhengquanshibao")]
    [InlineData("zhengquan", "zhengquanshibao")]
    [InlineData("zhengqsb", "zhengquanshibao")]
    [InlineData("zhqsb", "zhengquanshibao")]
    [InlineData("zheng quan", "zhengquanshibao")]
    [InlineData("证券", "zhengquanshibao")]
    [InlineData("时报", "jinrongshibao zhengquanshibao")]
    [InlineData("sb", "jinrongshibao zhengquanshibao")]
    [InlineData("shib", "jinrongshibao zhengquanshibao")]
    [InlineData("yinhang", "yinhang")]
    [InlineData("yinxing", "yinhang")]
    [InlineData("yh", "yinhang")]
    [InlineData("zongh", "yinhang")]
    [InlineData("cqrb", "chongqing")]
    [InlineData("zqrb", "chongqing")]
    [InlineData("zhongqing", "chongqing")]
    [InlineData("nvxing", "nv")]
    [InlineData("nuxing", "nv")]
    [InlineData("week", "nv")]
    [InlineData("daima", "code")]
    [InlineData("zgjj", "zhongguojingjidaobao")]
    [InlineData("qsz", "")]
    [InlineData("zzz", "")]
    public void A_name_is_found_by_what_is_typed_for_it(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', TermFinder.Find(Terms, typed).Select(term => term.Slug)));

    [Fact]
    public async Task The_list_of_categories_can_be_asked()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: T\nfeedapi: {category_names: {from: tags}}\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategory: source1\ntags: [证券时报]\n---\nA.\n")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategory: source2\ntags: [银行]\n---\nB.\n"));

        Assert.Equal("source1", (string?)(await site.JsonAsync("/api/v1/categories?q=zqsb"))["data"]!.AsArray().Single()!["slug"]);
        Assert.Empty((await site.JsonAsync("/api/v1/categories?q=nothing"))["data"]!.AsArray());
        Assert.Equal(2, (await site.JsonAsync("/api/v1/categories"))["data"]!.AsArray().Count);
    }

    private static TermSummary Term(string slug, string name, int count) =>
        new() { Kind = TermKind.Category, Slug = slug, Name = name, Count = count, ChangedAt = DateTimeOffset.UnixEpoch };
}
