using System.Text;
using FeedApi.Commands.Offline;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Checks of single articles that need the rest of the site: former addresses, size, labels.</summary>
internal sealed class ArticleChecks(OfflineServer server, SourceText sources)
{
    // JSON Feed 1.1 calls 250 KB fine and 1 MB a burden, for a whole feed.
    private const int MaxItemBytes = 250_000;

    private readonly PostReader posts = new(server.Site);
    private readonly SiteLinks links = server.Get<SiteLinks>();

    /// <summary>The problems of an article.</summary>
    /// <param name="article">The article with its HTML.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Article article, CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        foreach (var former in article.Redirects)
        {
            if (await IsShadowedAsync(former, article)) problems.Add(Shadowed(article, former));
        }

        if (article.IsInFeeds && Encoding.UTF8.GetByteCount(article.Html) is > MaxItemBytes and var bytes)
            problems.Add(Oversized(article, bytes));
        if (SourceOf(article) is { } source && posts.Read(new PostFile(article.SourcePath, 0, 0), cancellationToken).Post is { Ai: null })
            problems.Add(Unlabelled(article, source));
        return problems;
    }

    private async Task<bool> IsShadowedAsync(string former, Article article)
    {
        var answer = await server.AskAsync(HttpMethods.Head, SiteLinks.Encode(former));
        return answer.Status is not (301 or 302 or 307 or 308) || answer.Headers.Location != links.Article(article);
    }

    private Problem Shadowed(Article article, string former)
    {
        var place = sources.Find(article.SourcePath, former, former.Trim('/'));
        return new Problem(
            CheckCodes.RedirectShadowed, ProblemSeverity.Warning, article.SourcePath, place?.Line, place?.Column,
            $"Something else is at the former address {former}.", "It does not lead to this article.");
    }

    private static Problem Oversized(Article article, int bytes) => new(
        CheckCodes.OversizedItem, ProblemSeverity.Warning, article.SourcePath, null, null,
        FormattableString.Invariant($"The article has {bytes / 1000} KB of HTML, more than {MaxItemBytes / 1000}."),
        "Feeds that would become too large have only its summary.");

    private string? SourceOf(Article article) => article.Categories.Select(category => category.Slug)
        .FirstOrDefault(slug => server.Site.AiSources.ContainsKey(Slug.KeyOf(slug)));

    private static Problem Unlabelled(Article article, string source) => new(
        CheckCodes.AiUnlabelled, ProblemSeverity.Warning, article.SourcePath, null, null,
        $"The post is in {source}, a source of artificial intelligence by the site's settings, and has no ai of its own.",
        "It is labelled as the settings say.");
}
