using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering.Links;

public sealed class PermalinkTests
{
    private static readonly Post Post = Sample.Post("a") with { Categories = ["News", "Sea (East)"], Slug = "Spring-tide" };

    [Theory]
    [InlineData(null, "/articles/2022-04-19-spring-tide")]
    [InlineData("date", "/news/sea (east)/2022/04/19/Spring-tide.html")]
    [InlineData("pretty", "/news/sea (east)/2022/04/19/Spring-tide/")]
    [InlineData("ordinal", "/news/sea (east)/2022/109/Spring-tide.html")]
    [InlineData("weekdate", "/news/sea (east)/2022/W16/Tue/Spring-tide.html")]
    [InlineData("none", "/news/sea (east)/Spring-tide.html")]
    [InlineData("/:short_year-:i_month-:i_day/:hour:minute:second/:slug", "/22-4-19/102435/spring-tide")]
    [InlineData("/:id/:name:output_ext", "/2022-04-19-spring-tide/2022-04-19-spring-tide.html")]
    [InlineData(":title", "/Spring-tide")]
    public void Templates_and_styles_are_jekylls(string? template, string path) =>
        Assert.Equal(path, Sample.Render(Post, Sample.Site with { Permalink = template }).Path);

    [Fact]
    public void A_post_without_categories_leaves_no_empty_part() =>
        Assert.Equal(
            "/2022/spring-tide.html",
            Sample.Render(Sample.Post("a"), Sample.Site with { Permalink = "/:categories/:year/:title.html" }).Path);

    [Fact]
    public void The_date_is_the_one_at_the_sites_place()
    {
        var post = Sample.Post("a") with
        {
            Published = new DateTimeOffset(2022, 4, 19, 23, 0, 0, TimeSpan.Zero),
            Permalink = "/:year-:month-:day"
        };
        Assert.Equal("/2022-04-20", Sample.Render(post).Path);
    }

    [Theory]
    [InlineData("/../:title")]
    [InlineData("/a/%2e%2e/b")]
    [InlineData("/a?b")]
    [InlineData("/a#b")]
    [InlineData("/a\\b")]
    [InlineData("/a\u0001b")]
    [InlineData("/:nonsense/:title")]
    [InlineData("/")]
    public void An_unsafe_permalink_is_a_problem_and_the_default_is_used(string permalink)
    {
        var rendering = new ArticleRenderer(Sample.Site).Render(Post with { Permalink = permalink });
        Assert.Equal("/articles/2022-04-19-spring-tide", rendering.Article?.Path);
        var problem = Assert.Single(rendering.Problems);
        Assert.Equal((ProblemCodes.BadSlug, ProblemSeverity.Warning), (problem.Code, problem.Severity));
    }
}
