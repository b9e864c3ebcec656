using FeedApi.Catalog;
using FeedApi.Commands.Reload;
using FeedApi.Http.Hosting;
using FeedApi.Model;
using FeedApi.Publishing;
using FeedApi.Site;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FeedApi.Commands;

/// <summary>
/// Tells the operator, once the content folder has been read, what is served, from where and at which addresses, and which problems of
/// earlier runs are still there.
/// </summary>
internal sealed class StartReport(
    FirstScan firstScan,
    SiteSwitch site,
    SiteProblems settings,
    ManagementListener management,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<StartReport> logger) : BackgroundService
{
    private const int RepeatedProblems = 20;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (site.Site.HasProvisionalUrl) WarnOfAddress();
        await firstScan.Published.WaitAsync(stoppingToken);
        try
        {
            await ReportAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever is wrong with the index, a report is no reason to stop.
            logger.LogWarning(failure, "What is served cannot be counted for now");
        }
    }

    private void WarnOfAddress() => logger.LogWarning(
        PublishingEvents.ProvisionalAddress,
        "The site states no public address, so {Address} stands in ids and links; they will be others when url in its configuration or "
            + "Site:Url is set",
        site.Site.PublicUrl);

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        await using var snapshot = await site.Current.Get<IArticleReader>().OpenSnapshotAsync(cancellationToken);
        var measures = await snapshot.MeasureAsync(cancellationToken);
        var problems = settings.All.Count + measures.Problems.Sum(each => each.Count);
        logger.LogInformation(
            PublishingEvents.Started,
            "Published: {Articles} articles; categories: {Categories}, tags: {Tags}, authors: {Authors}, problems: {Problems}; "
                + "content {Folder}; open {Addresses}",
            snapshot.State.ArticleCount,
            await CountAsync(snapshot, TermKind.Category, cancellationToken),
            await CountAsync(snapshot, TermKind.Tag, cancellationToken),
            await CountAsync(snapshot, TermKind.Author, cancellationToken),
            problems,
            Path.GetFullPath(site.Site.ContentFolder),
            Addresses());
        if (snapshot.State.ArticleCount == 0) WarnOfNothing(problems);
        if (firstScan.HasFormerIndex && problems > 0) Repeat(await NewestAsync(snapshot, cancellationToken), problems);
    }

    private static async Task<int> CountAsync(IArticleSnapshot snapshot, TermKind kind, CancellationToken cancellationToken) =>
        (await snapshot.ListTermsAsync(kind, cancellationToken)).Count;

    private async Task<IReadOnlyList<Problem>> NewestAsync(IArticleSnapshot snapshot, CancellationToken cancellationToken) =>
        [.. settings.All.Concat(await snapshot.ListNewestProblemsAsync(RepeatedProblems, cancellationToken)).Take(RepeatedProblems)];

    // Addresses of all interfaces are no addresses to open.
    private string Addresses()
    {
        var open = (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Where(address => !address.Contains("unix:", StringComparison.Ordinal))
            .Select(address => address.Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/'))
            .Where(address => !management.Owns(new Uri(address).Port))
            .Select(address => address + new Uri(site.Site.PublicUrl).AbsolutePath.TrimEnd('/') + "/");
        var all = string.Join(", ", open);
        return all.Length > 0 ? all : site.Site.PublicUrl + "/";
    }

    private void WarnOfNothing(long problems) => logger.LogWarning(
        PublishingEvents.NoPosts,
        "No post is published: {Folder} has none that can be shown{Hint}",
        Path.GetFullPath(site.Site.ContentFolder),
        problems > 0 ? "; the problems above or in the list of problems tell why" : "; posts are Markdown or HTML files with front matter");

    private void Repeat(IReadOnlyList<Problem> newest, long all)
    {
        foreach (var problem in newest)
        {
            logger.LogWarning(
                PublishingEvents.OldProblem,
                "{Place}: {Code}: {Message} {Action}",
                PlaceOf(problem),
                problem.Code,
                problem.Message,
                problem.Action);
        }

        if (all > newest.Count)
            logger.LogWarning(PublishingEvents.OldProblem, "{Count} more problems are in the list of problems", all - newest.Count);
    }

    private static string PlaceOf(Problem problem) =>
        problem.Line is not { } line ? problem.File
        : problem.Column is { } column ? FormattableString.Invariant($"{problem.File}:{line}:{column}")
        : FormattableString.Invariant($"{problem.File}:{line}");
}
