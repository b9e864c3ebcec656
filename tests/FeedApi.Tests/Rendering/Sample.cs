using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Sites and posts for the tests of this folder.</summary>
internal static class Sample
{
    public static SiteConfig Site { get; } = new()
    {
        ContentFolder = Path.GetTempPath(),
        Title = "Tides",
        Description = "About tides",
        Url = "https://example.org",
        PublicUrl = "https://example.org",
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        GuidHost = "example.org",
        Fingerprint = "",
    };

    public static Post Post(string body, PostFormat format = PostFormat.Markdown) => new()
    {
        Path = "_posts/2022-04-19-spring-tide.md",
        NameId = "2022-04-19-spring-tide",
        Slug = "spring-tide",
        Format = format,
        Title = "Spring tide",
        Published = new DateTimeOffset(2022, 4, 19, 10, 24, 35, TimeSpan.FromHours(8)),
        FileDate = new DateOnly(2022, 4, 19),
        Body = body,
        BodyLine = 5,
    };

    public static Article Render(string body, PostFormat format = PostFormat.Markdown) => Render(Post(body, format));

    public static Article Render(Post post, SiteConfig? site = null)
    {
        var rendering = new ArticleRenderer(site ?? Site).Render(post);
        Assert.NotNull(rendering.Article);
        return rendering.Article;
    }

    public static string Html(string body) => Render(body, PostFormat.Html).Html;

    public static string AuthorHtml(string body) => Render(Post(body, PostFormat.Html), Site with { Trust = TrustLevel.Author }).Html;
}
