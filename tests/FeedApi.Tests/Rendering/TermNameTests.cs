using FeedApi.Model;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

public sealed class TermNameTests
{
    private static readonly SiteConfig Learning = Sample.Site with { CategoryNames = new CategoryNameRule("新闻") };

    [Fact]
    public void A_name_that_differs_only_in_case_counts_once()
    {
        var article = Sample.Render(Sample.Post("a") with { Categories = ["TechWeb", "Techweb", "tech web"], Tags = ["A b", "a-B"] });
        Assert.Equal(["TechWeb"], article.Categories.Select(term => term.Name));
        Assert.Equal([("A-b", "A b")], article.Tags.Select(term => (term.Slug, term.Name)));
    }

    [Fact]
    public void A_category_learns_its_name_from_the_tag_with_the_suffix()
    {
        var article = Sample.Render(Sample.Post("a") with { Categories = ["jingji"], Tags = ["头条", "中国经济导报新闻", "新闻"] }, Learning);
        Assert.Equal(("jingji", "jingji", "中国经济导报"), article.Categories.Select(term => (term.Slug, term.Name, term.LearnedName)).Single());
        Assert.Equal(3, article.Tags.Count);
    }

    [Fact]
    public void As_many_names_as_categories_pair_up_and_otherwise_only_the_first_is_learned()
    {
        var paired = Sample.Post("a") with { Categories = ["a", "b"], Tags = ["甲新闻", "乙新闻"] };
        Assert.Equal(["甲", "乙"], Sample.Render(paired, Learning).Categories.Select(term => term.LearnedName));
        var unequal = paired with { Tags = ["甲新闻", "乙新闻", "丙新闻"] };
        Assert.Equal(["甲", null], Sample.Render(unequal, Learning).Categories.Select(term => term.LearnedName));
    }

    [Fact]
    public void The_sites_author_stands_in_for_posts_without_one()
    {
        var site = Sample.Site with { Author = new PostAuthor("The Desk", "desk") };
        Assert.Equal([("desk", "The Desk")], Sample.Render(Sample.Post("a"), site).Authors.Select(term => (term.Slug, term.Name)));
        var post = Sample.Post("a") with { Authors = [new PostAuthor("Ann B", "ann", "https://a.test/", "a@a.test")] };
        Assert.Equal(
            [("ann", "https://a.test/", "a@a.test")], Sample.Render(post, site).Authors.Select(term => (term.Slug, term.Url, term.Email)));
    }
}
