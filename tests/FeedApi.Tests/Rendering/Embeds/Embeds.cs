using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Tests.Rendering.Embeds;

/// <summary>Renders a body of HTML, for the tests of this folder.</summary>
internal static class Embeds
{
    /// <summary>The article and the problems.</summary>
    public static (Article Article, IReadOnlyList<Problem> Problems) Read(string html, TrustLevel trust = TrustLevel.Untrusted)
    {
        var rendering = new ArticleRenderer(Sample.Site with { Trust = trust }).Render(Sample.Post(html, PostFormat.Html));
        // The pictures of these tests are no files.
        return (rendering.Article!, [.. rendering.Problems.Where(problem => problem.Code != ProblemCodes.MissingImage)]);
    }

    /// <summary>The HTML, and the codes of the problems.</summary>
    public static (string Html, string Codes) Of(string html, TrustLevel trust = TrustLevel.Untrusted)
    {
        var (article, problems) = Read(html, trust);
        return (article.Html.Replace(" rel=\"nofollow noopener noreferrer\"", "", StringComparison.Ordinal),
            string.Join(' ', problems.Select(problem => problem.Code)));
    }
}
