using System.Diagnostics.Metrics;
using FeedApi.Http.Audience;

namespace FeedApi.Http.Telemetry;

/// <summary>Readers in numbers: all together, the most read feeds, and the most busy readers.</summary>
internal sealed class ReaderInstruments : IInstruments
{
    private readonly ReaderStatistics readers;
    private IReadOnlyList<FeedAudience> feeds = [];
    private FeedAudience[] firstFeeds = [];
    private KeyValuePair<string, PollCounts>[] firstReaders = [];

    /// <summary>Makes the instruments.</summary>
    public ReaderInstruments(IMeterFactory meters, ReaderStatistics readers)
    {
        this.readers = readers;
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableGauge("feedapi.readers.feeds", () => feeds.Count, "{feed}", "Feeds that were asked for since the start.");
        meter.CreateObservableGauge(
            "feedapi.readers.subscribers",
            () => feeds.Sum(feed => feed.Subscribers),
            "{subscriber}",
            "Subscriptions by services, as those say, of all feeds.");
        meter.CreateObservableGauge(
            "feedapi.feed.subscribers",
            () => OfFeeds(feed => feed.Subscribers),
            "{subscriber}",
            "Subscribers by services, of the most read feeds.");
        meter.CreateObservableGauge(
            "feedapi.feed.readers",
            () => OfFeeds(feed => feed.ReadersToday),
            "{reader}",
            "Other readers today (UTC), about, of the most read feeds.");
        meter.CreateObservableCounter(
            "feedapi.feed.requests", () => OfFeeds(feed => feed.Polls.Requests), "{request}", "Answers of the most read feeds.");
        meter.CreateObservableCounter(
            "feedapi.feed.not_modified", () => OfFeeds(feed => feed.Polls.NotModified), "{request}", "Answers 304 of the most read feeds.");
        meter.CreateObservableCounter(
            "feedapi.reader.requests",
            () => OfReaders(polls => polls.Requests),
            "{request}",
            "Requests for feeds by the most busy readers.");
        meter.CreateObservableCounter(
            "feedapi.reader.not_modified",
            () => OfReaders(polls => polls.NotModified),
            "{request}",
            "Answers 304 to the most busy readers.");
        meter.CreateObservableCounter(
            "feedapi.reader.unconditional",
            () => OfReaders(polls => polls.Unconditional),
            "{request}",
            "Whole feeds to the most busy readers, which asked without a condition.");
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
