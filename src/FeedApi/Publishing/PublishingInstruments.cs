using System.Diagnostics.Metrics;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting;
using FeedApi.Http.Telemetry;
using FeedApi.Model;
using FeedApi.Publishing.Scan;
using FeedApi.Site;

namespace FeedApi.Publishing;

/// <summary>Metrics of publishing and of the index.</summary>
internal sealed class PublishingInstruments : IInstruments, IChangeListener
{
    private readonly IArticleReader reader;
    private readonly SiteProblems problems;
    private CatalogMeasures? catalog;
    private long commits;
    private long published;
    private long deleted;
    private long lastChanges;

    /// <summary>Creates the instruments.</summary>
    public PublishingInstruments(
        IMeterFactory meters, IArticleReader reader, CurrentGeneration site, SiteProblems problems, PublishOptions options)
    {
        (this.reader, this.problems) = (reader, problems);
        var meter = meters.Create(Instruments.MeterName);
        AddProgress(meter, () => site.Value.Get<IndexingProgress>());
        AddCommits(meter);
        AddCatalog(meter);
        meter.CreateObservableGauge(
            "feedapi.watcher.state",
            () => Instruments.Of(
                1, "state", site.Value.Get<ContentWatcher>().IsIncomplete || options.Polls ? "polling" : "watching"),
            null,
            "1 for the way in which changes in the content folder are detected: watching, or polling as well.");
    }

    /// <inheritdoc/>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken) =>
        catalog = await reader.ReadAsync(snapshot => snapshot.MeasureAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        var deletions = committed.Changes.Count(change => change.Kind is ChangeKind.Delete);
        Interlocked.Increment(ref commits);
        Interlocked.Add(ref deleted, deletions);
        Interlocked.Add(ref published, committed.Changes.Count - deletions);
        Interlocked.Exchange(ref lastChanges, committed.Changes.Count);
    }

    private static void AddProgress(Meter meter, Func<IndexingProgress> progress)
    {
        meter.CreateObservableGauge(
            "feedapi.indexing.posts", () => progress().Total, "{post}", "Posts that the running scan has to read; 0 between scans.");
        meter.CreateObservableGauge("feedapi.indexing.done", () => progress().Done, "{post}", "How many of them have been read.");
        meter.CreateObservableGauge("feedapi.indexing.rate", () => progress().PerSecond, "{post}/s", "Posts per second; 0 between scans.");
        meter.CreateObservableGauge(
            "feedapi.indexing.remaining", () => progress().SecondsLeft, "s", "Seconds until the scan ends, at this rate; 0 between scans.");
        meter.CreateObservableGauge(
            "feedapi.scan.duration",
            () => progress().LastScanSeconds,
            "s",
            "How long the last full scan of the content folder took, reading included.");
    }

    private void AddCommits(Meter meter)
    {
        meter.CreateObservableCounter("feedapi.commits", () => Interlocked.Read(ref commits), "{commit}", "Change sets since the start.");
        meter.CreateObservableCounter(
            "feedapi.commit.changes",
            () => new[]
            {
                Instruments.Of(Interlocked.Read(ref published), "kind", "published"),
                Instruments.Of(Interlocked.Read(ref deleted), "kind", "deleted"),
            },
            "{article}",
            "Articles in change sets since the start.");
        meter.CreateObservableGauge(
            "feedapi.commit.last_changes", () => Interlocked.Read(ref lastChanges), "{article}", "Articles in the last change set.");
    }

    private void AddCatalog(Meter meter)
    {
        meter.CreateObservableGauge("feedapi.articles", () => catalog?.State.ArticleCount ?? 0, "{article}", "Published articles.");
        meter.CreateObservableGauge(
            "feedapi.index.revision",
            () => catalog?.State.Revision ?? 0,
            null,
            "The revision of the index; increases by one with each change set.");
        meter.CreateObservableGauge("feedapi.index.size", () => catalog?.SizeBytes ?? 0, "By", "Size of the index on disk.");
        meter.CreateObservableGauge(
            "feedapi.index.changed.timestamp",
            () => catalog?.State.ChangedAt.ToUnixTimeSeconds() ?? 0,
            "s",
            "When the index last changed, in Unix time.");
        meter.CreateObservableGauge(
            "feedapi.newest_article.timestamp", NewestAt, "s", "When the newest article was published, in Unix time.");
        meter.CreateObservableGauge(
            "feedapi.problems", Problems, "{problem}", "Current problems of posts and settings, by code and severity.");
    }

    private IEnumerable<Measurement<long>> NewestAt() =>
        catalog?.NewestAt is { } newest ? [new Measurement<long>(newest.ToUnixTimeSeconds())] : [];

    private IEnumerable<Measurement<long>> Problems() =>
    [
        .. (catalog?.Problems ?? []).Select(problem => MeasurementOf(problem.Count, problem.Code, problem.Severity)),
        .. problems.All.Select(problem => MeasurementOf(1, problem.Code, problem.Severity)),
    ];

    private static Measurement<long> MeasurementOf(long count, string code, ProblemSeverity severity) => new(
        count,
        new KeyValuePair<string, object?>("code", code),
        new KeyValuePair<string, object?>("severity", severity is ProblemSeverity.Error ? "error" : "warning"));
}
