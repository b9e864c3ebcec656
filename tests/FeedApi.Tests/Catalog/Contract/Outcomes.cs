using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Rendering;
using Xunit;

namespace FeedApi.Tests.Catalog.Contract;

/// <summary>Makes what the publisher gives a store.</summary>
internal static class Outcomes
{
    /// <summary>A post of a day in January 2024, published.</summary>
    /// <param name="day">The day of the month.</param>
    /// <param name="adjust">Changes the post.</param>
    public static SourceOutcome.Published Published(int day, Func<Post, Post>? adjust = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"2024-01-{day:00}-post");
        var post = Sample.Post("Text of the day.") with
        {
            Path = $"_posts/{name}.md",
            NameId = name,
            Slug = "post",
            Title = string.Create(CultureInfo.InvariantCulture, $"Post {day}"),
            Published = new DateTimeOffset(2024, 1, day, 8, 0, 0, TimeSpan.FromHours(8)),
            FileDate = new DateOnly(2024, 1, day),
        };
        var rendered = adjust is null ? post : adjust(post);
        var rendering = new ArticleRenderer(Sample.Site).Render(rendered);
        Assert.NotNull(rendering.Article);
        return new SourceOutcome.Published(
            StampOf(rendering.Article.SourcePath, rendering.Article.Title), IndexedArticle.Of(rendering.Article), [])
        {
            Name = new NameClaim(
                rendered.NameId, rendering.NameGuid!, SourceRank.Of(rendering.Article.SourcePath, isInDefaultLanguage: false)),
        };
    }

    /// <summary>A source file in some state.</summary>
    public static SourceStamp StampOf(string path, string content) => new(new PostFile(path, content.Length, 1), content);

    /// <summary>A problem that holds a post back.</summary>
    public static Problem ErrorOf(string path) =>
        new(ProblemCodes.FrontMatterUnclosed, ProblemSeverity.Error, path, 1, 1, "It is not closed.", "The post is held back.");
}
