using CsCheck;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

public sealed class GuidTests
{
    private static readonly SiteConfig Jekyll = Sample.Site with
    {
        GuidStyle = GuidStyle.Jekyll,
        Permalink = "/:categories/:year/:month/:day/:title.html",
    };

    [Theory]
    [InlineData(null, "tag:example.org,2022-04-19:2022-04-19-spring-tide")]
    [InlineData("urn:uuid:1-2", "urn:uuid:1-2")]
    [InlineData("https://a.test/中?q=%20", "https://a.test/%E4%B8%AD?q=%20")]
    [InlineData("42 中/a", "tag:example.org,2022-04-19:42%20%E4%B8%AD%2Fa")]
    public void The_guid_is_the_posts_own_or_a_tag_uri(string? written, string expected) =>
        Assert.Equal(expected, Sample.Render(Sample.Post("a") with { Guid = written }).Guid);

    [Fact]
    public void Without_a_date_in_the_file_name_the_published_day_dates_the_tag() => Assert.Equal(
        "tag:example.org,2022-05-01:x", Sample.Render(Sample.Post("a") with
        {
            NameId = "x",
            FileDate = null,
            Published = new DateTimeOffset(2022, 5, 1, 0, 30, 0, TimeSpan.FromHours(8)),
        }).Guid);

    [Fact]
    public void A_jekyll_site_keeps_the_ids_of_jekyll_feed()
    {
        var post = Sample.Post("a") with
        {
            Categories = ["Sea(East)", "新闻"],
            Path = "_posts/2022-04-19-Tide(1).md",
            Slug = "Tide-1",
            WrittenSlug = "Tide(1)"
        };
        Assert.Equal("https://example.org/sea(east)/%E6%96%B0%E9%97%BB/2022/04/19/Tide(1)", Sample.Render(post, Jekyll).Guid);
        var news = Jekyll with { Permalink = "/news/:year/:month/:day/:title/" };
        Assert.Equal("https://example.org/news/2022/04/19/spring-tide", Sample.Render(Sample.Post("a"), news).Guid);
    }

    [Fact]
    public void Any_written_guid_becomes_an_absolute_ascii_uri() => Gen.String.Sample(written =>
    {
        var guid = Sample.Render(Sample.Post("a") with { Guid = written }).Guid;
        Assert.Matches(@"^[A-Za-z][A-Za-z0-9+.\-]*:[\x21-\x7e]+$", guid);
    }, iter: 1000);
}
