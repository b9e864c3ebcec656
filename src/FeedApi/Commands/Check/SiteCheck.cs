using FeedApi.Catalog;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Model;
using FeedApi.Publishing.Scan;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Checks a site: its posts as the server reads them, what they refer to, and every feed that they make.</summary>
internal sealed class SiteCheck(OfflineServer server)
{
    private readonly SourceText sources = new(server.Site);
    private readonly IArticleReader reader = server.Get<IArticleReader>();

    /// <summary>Checks everything.</summary>
    public async Task<CheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var known = await reader.ReadAsync(
            ReadCost.Cheap, snapshot => snapshot.ListProblemsAsync(cancellationToken), cancellationToken);
        var published = await PublishedAsync(cancellationToken);
        var (ofArticles, links) = await CheckArticlesAsync([.. published.Values], cancellationToken);
        var feeds = new FeedCheck(server);
        IReadOnlyList<Problem> ofFeeds;
        await using (TerminalProgress.Show(Localized.Text("Checking feeds"), () => (feeds.Done, feeds.Count)))
            ofFeeds = await feeds.CheckAsync(cancellationToken);
        var summary = await CountAsync(known, published, cancellationToken);
        Problem[] ofPosts =
        [
            .. known.Concat(ofArticles).OrderBy(each => each.File, StringComparer.Ordinal)
                .ThenBy(each => each.Line ?? 0).ThenBy(each => each.Column ?? 0),
        ];
        return new CheckReport(summary with { Feeds = feeds.Count, Links = links }, [.. ofPosts.Concat(ofFeeds).Select(WithExcerpt)]);
    }

    // The address of each by its file.
    private async Task<Dictionary<string, string>> PublishedAsync(CancellationToken cancellationToken)
    {
        var links = server.Get<SiteLinks>();
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var article in ArticleWalk.AllAsync(reader, ArticleBodies.None, cancellationToken))
            published[article.SourcePath] = links.Article(article);
        return published;
    }

    private async Task<(List<Problem> Problems, int Links)> CheckArticlesAsync(
        HashSet<string> addresses, CancellationToken cancellationToken)
    {
        List<Problem> found = [];
        var links = new LinkCheck(server, sources, addresses);
        var others = new ArticleChecks(server, sources);
        var done = 0;
        await using var progress = TerminalProgress.Show(Localized.Text("Checking articles"), () => (done, addresses.Count));
        await foreach (var article in ArticleWalk.AllAsync(reader, ArticleBodies.Html, cancellationToken))
        {
            found.AddRange(await links.CheckAsync(article));
            found.AddRange(await others.CheckAsync(article, cancellationToken));
            done++;
        }

        return (found, links.Count);
    }

    private async Task<CheckSummary> CountAsync(
        IReadOnlyList<Problem> known, Dictionary<string, string> published, CancellationToken cancellationToken)
    {
        var errors = known.Where(each => each.Severity == ProblemSeverity.Error);
        var faulty = errors.Select(each => each.File).ToHashSet(StringComparer.Ordinal);
        var repaired = known.Where(each => each.Severity == ProblemSeverity.Warning).Select(each => each.File)
            .Where(published.ContainsKey).Distinct(StringComparer.Ordinal).Count();
        var (scheduled, hidden, held) = (0, 0, 0);
        await foreach (var source in server.Get<ISourceIndex>().ListSourcesAsync(cancellationToken))
        {
            var path = source.Stamp.File.Path;
            if (published.ContainsKey(path)) continue;
            if (faulty.Contains(path)) held++;
            else if (source.DueAt is not null) scheduled++;
            else hidden++;
        }

        var merged = known.Count(each => each.Code == ProblemCodes.MergedTerm);
        return new CheckSummary(published.Count, scheduled, hidden, held, repaired, merged, Feeds: 0, Links: 0);
    }

    private CheckedProblem WithExcerpt(Problem problem) =>
        new(problem, problem is { Line: { } line } && !problem.File.StartsWith('/') ? sources.LineOf(problem.File, line) : null);
}
