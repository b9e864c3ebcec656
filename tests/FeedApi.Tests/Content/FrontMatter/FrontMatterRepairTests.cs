using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

/// <summary>Front matter that is no YAML, but plain to a human.</summary>
public sealed class FrontMatterRepairTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_behind_an_anchor_that_nothing_names_is_reported()
    {
        var reading = folder.ReadPost("---\ntitle: &amp entity\ntags: [&t tide, *t]\n---\nBody.");

        Assert.Equal("entity", reading.Post!.Title);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.FrontMatterRepaired, (int?)2), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData("title: *Sold out* again", "*Sold out* again")]
    [InlineData("title: *Sold*", "*Sold*")]
    [InlineData("title: *sold", "*sold")]
    [InlineData("title: **Sold** out", "**Sold** out")]
    [InlineData("title: *", "*")]
    [InlineData("title: &copy; 1848", "&copy; 1848")]
    [InlineData("title: &amp", "&amp")]
    [InlineData("title: &潮汐 表", "&潮汐 表")]
    [InlineData("title: & more", "& more")]
    [InlineData("title: !Warning! storm", "!Warning! storm")]
    [InlineData("title: !注意 风暴", "!注意 风暴")]
    [InlineData("title: !storm", "!storm")]
    [InlineData("title: !", "!")]
    [InlineData("title: !!!", "!!!")]
    [InlineData("title: ! ! storm", "! ! storm")]
    [InlineData("title: !a &b *c", "!a &b *c")]
    [InlineData("title: {{ name }}", "{{ name }}")]
    [InlineData("title: {{ name }} and more", "{{ name }} and more")]
    [InlineData("title：潮汐", "潮汐")]
    [InlineData("title：潮汐：第一课", "潮汐：第一课")]
    [InlineData("title ： 'it''s'", "it's")]
    [InlineData("title：part: two", "part: two")]
    [InlineData("title: \"The long\nway home\"", "The long way home")]
    [InlineData("title: \"The long\n\nway home\"", "The long way home")]
    [InlineData("title: The long\nway home", "The long way home")]
    [InlineData("title: The long\nway: home", "The long")]
    [InlineData("title:\nThe long way home", "The long way home")]
    [InlineData("title: The long: slow\nway home", "The long: slow way home")]
    public void A_title_is_read_as_its_author_meant_it(string lines, string title)
    {
        var reading = folder.ReadPost($"---\nlayout: post\n{lines}\ntags: [a, b]\n---\nBody.");

        Assert.Equal(title, reading.Post?.Title);
        Assert.Equal(["a", "b"], reading.Post!.Tags);
        if (lines.Contains("way: home", StringComparison.Ordinal)) return;
        Assert.All(reading.Problems, problem => Assert.Equal(
            (ProblemCodes.FrontMatterRepaired, ProblemSeverity.Warning), (problem.Code, problem.Severity)));
        Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [InlineData("categories: [news", "news")]
    [InlineData("categories: [sea, \"low tide\"", "sea|low tide")]
    [InlineData("categories: [sea] [river]", "sea|river")]
    [InlineData("categories: [sea, river}", "sea|river")]
    [InlineData("categories: [sea\ntags: x", "sea")]
    [InlineData("categories: [sea,\n  river\ntags: x", "sea|river")]
    [InlineData("categories: [sea,\nriver\ntags: x", "sea|river")]
    [InlineData("categories: [*sea, !river!, a: b: c]", "sea|river!|a: b: c")]
    [InlineData("category: *news*", "news")]
    [InlineData("category: !news!", "news!")]
    [InlineData("category: &news;", "news;")]
    [InlineData("category: \"news", "news")]
    [InlineData("category: 'news\" x", "news\" x")]
    [InlineData("categories：[sea，river]", "sea，river")]
    [InlineData("categories：[sea, river]", "sea|river")]
    [InlineData("categories:\n  - *sea*\n  - \"low\" tide", "sea|low\" tide")]
    [InlineData("categories:\n\u00a0\u00a0- sea\n\u00a0\u00a0- river", "sea|river")]
    [InlineData("categories:\n\u3000- sea", "sea")]
    public void A_repaired_name_has_no_syntax_at_its_ends(string lines, string categories)
    {
        folder.With("_config.yml", "feedapi: {split_categories: false}\n");

        var post = folder.Shown($"title: x\n{lines}");

        Assert.Equal(categories.Split('|'), post.Categories);
    }

    [Theory]
    [InlineData("permalink: /sea/`tide`/ : x\nslug: [tide", "tide")]
    [InlineData("slug: *tide*", "tide")]
    [InlineData("slug: {tide", "tide")]
    public void A_repaired_slug_has_no_syntax_at_its_ends(string lines, string slug) =>
        Assert.Equal(slug, folder.Shown($"title: x\n{lines}").WrittenSlug);

    [Fact]
    public async Task Addresses_of_repaired_categories_have_no_syntax()
    {
        await using var site = await Hosting.TestSite.StartAsync(content => content
            .WithExactly("_config.yml", "title: T\nurl: https://example.org\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategories: [news\n---\nx")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategory: *news*\n---\nx"));

        Assert.Equal(["2024-01-02-b", "2024-01-01-a"], await site.IdsAsync("?category=news"));
        await site.TextAsync("/news/2024/01/01/a.html");
        await site.TextAsync("/news/2024/01/02/b.html");
    }

    [Theory]
    [InlineData("title: x\ndraft true")]
    [InlineData("title: x\ndraft")]
    [InlineData("title: x\npublished false")]
    [InlineData("title: x\n<<<<<<< HEAD\ntags: a\n=======\ntags: b\n>>>>>>> x")]
    [InlineData("title: x\n\nStray words")]
    [InlineData("title: x\ntags:\n- a\nStray words")]
    public void A_line_without_a_key_is_not_guessed_at_where_it_may_mean_anything(string yaml)
    {
        var reading = folder.ReadPost($"---\n{yaml}\n---\nx");

        Assert.Null(reading.Post);
        Assert.Contains(reading.Problems, problem => problem.Code == ProblemCodes.FrontMatterInvalid);
    }

    [Theory]
    [InlineData("draft:true", true)]
    [InlineData("draft：true", true)]
    [InlineData("published：false", true)]
    [InlineData("published: \"false", true)]
    [InlineData("published: *true", false)]
    public void A_repair_shows_no_hidden_post(string line, bool isHidden)
    {
        var reading = folder.ReadPost($"---\ntitle: a: b\n{line}\n---\nx");

        if (isHidden) Assert.True(reading.Post!.IsHidden);
        else Assert.Null(reading.Post);
    }

    [Theory]
    [InlineData("\n---\ntitle: T\n---\nBody", 5)]
    [InlineData(" \n\t\r\n\n---\ntitle: T\n---\nBody", 7)]
    [InlineData("\uFEFF\n---\ntitle: T\n---\nBody", 5)]
    public void Blank_lines_above_the_front_matter_are_ignored_and_told(string text, int bodyLine)
    {
        var reading = folder.ReadPost(text);

        Assert.Equal(("T", "Body", bodyLine), (reading.Post!.Title, reading.Post.Body, reading.Post.BodyLine));
        Assert.Equal(ProblemCodes.FrontMatterRepaired, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Lines_below_blank_lines_keep_their_numbers() =>
        Assert.Equal(5, folder.ReadPost("\n\n---\ntitle: T\nlang: none at all\n---\nx").Problems[^1].Line);

    [Theory]
    [InlineData("\n\n---\n\nA text after a line.\n\n---\n\nMore.")]
    [InlineData("\n---\nA text after a line.\n")]
    [InlineData("\n\nOnly text: nothing else.")]
    public void A_line_that_divides_paragraphs_is_no_fence(string text)
    {
        var reading = folder.ReadPost(text);

        Assert.Equal(text, reading.Post!.Body);
        Assert.Equal(ProblemCodes.FrontMatterMissing, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void A_file_cut_off_below_blank_lines_is_held() =>
        Assert.Equal(ProblemCodes.FrontMatterUnclosed, Assert.Single(folder.ReadPost("\n---\ntitle: T\n").Problems).Code);

    [Fact]
    public void Valid_aliases_and_tags_survive_the_repair_of_another_line()
    {
        var post = folder.Shown(
            "title: part: two\ncategories: &c [a]\ntags: *c\nnote: !!str 5\nother: !mine 5\nimage: &i a.webp\nsame: *i");

        Assert.Equal("part: two", post.Title);
        Assert.Equal(["a"], post.Tags);
        Assert.Equal("5 5 a.webp", $"{post.Meta!["note"]} {post.Meta["other"]} {post.Meta["same"]}");
    }
}
