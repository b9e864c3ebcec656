using System.Diagnostics.Metrics;
using FeedApi.Http.Audience;

namespace FeedApi.Http.Telemetry;

/// <summary>The metrics of readers: totals, the most read feeds, and the busiest readers.</summary>
internal sealed class ReaderInstruments : IInstruments
{
    private readonly ReaderStatistics readers;
    private IReadOnlyList<FeedAudience> feeds = [];
    private FeedAudience[] firstFeeds = [];
    private KeyValuePair<string, PollCounts>[] firstReaders = [];

    /// <summary>Creates the instruments.</summary>
    public ReaderInstruments(IMeterFactory meters, ReaderStatistics readers)
    {
        this.readers = readers;
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableGauge("feedapi.readers.feeds", () => feeds.Count, "{feed}", "Feeds requested since the start.");
        meter.CreateObservableGauge(
            "feedapi.readers.subscribers",
            () => feeds.Sum(feed => feed.Subscribers),
            "{subscriber}",
            "Subscribers of all feeds, as reported by services.");
        meter.CreateObservableGauge(
            "feedapi.feed.subscribers",
            () => OfFeeds(feed => feed.Subscribers),
            "{subscriber}",
            "Subscribers of the most read feeds, as reported by services.");
        meter.CreateObservableGauge(
            "feedapi.feed.readers",
            () => OfFeeds(feed => feed.ReadersToday),
            "{reader}",
            "Estimated number of other readers of the most read feeds today (UTC).");
        meter.CreateObservableCounter(
            "feedapi.feed.requests", () => OfFeeds(feed => feed.Polls.Requests), "{request}", "Responses of the most read feeds.");
        meter.CreateObservableCounter(
            "feedapi.feed.not_modified",
            () => OfFeeds(feed => feed.Polls.NotModified),
            "{request}",
            "304 responses of the most read feeds.");
        meter.CreateObservableCounter(
            "feedapi.reader.requests",
            () => OfReaders(polls => polls.Requests),
            "{request}",
            "Requests for feeds by the busiest readers.");
        meter.CreateObservableCounter(
            "feedapi.reader.not_modified",
            () => OfReaders(polls => polls.NotModified),
            "{request}",
            "304 responses to the busiest readers.");
        meter.CreateObservableCounter(
            "feedapi.reader.unconditional",
            () => OfReaders(polls => polls.Unconditional),
            "{request}",
            "Whole feeds sent to the busiest readers after unconditional requests.");
    }

    /// <inheritdoc/>
    public ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        feeds = readers.ListFeeds();
        firstFeeds = [.. feeds.OrderByDescending(feed => feed.Subscribers + feed.ReadersToday)
            .ThenBy(feed => feed.Path, StringComparer.Ordinal)
            .Take(Instruments.MaxSeries)];
        firstReaders = [.. readers.ListReaders().OrderByDescending(reader => reader.Value.Requests).Take(Instruments.MaxSeries)];
        return ValueTask.CompletedTask;
    }

    private IEnumerable<Measurement<long>> OfFeeds(Func<FeedAudience, long> measure) =>
        firstFeeds.Select(feed => Instruments.Of(measure(feed), "feed", feed.Path));

    private IEnumerable<Measurement<long>> OfReaders(Func<PollCounts, long> measure) =>
        firstReaders.Select(reader => Instruments.Of(measure(reader.Value), "reader", reader.Key));
}
