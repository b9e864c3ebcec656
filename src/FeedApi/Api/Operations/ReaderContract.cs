namespace FeedApi.Api.Operations;

/// <summary>Who reads, and how, since the server's start.</summary>
/// <param name="Since">The server's start.</param>
/// <param name="Feeds">The most read first.</param>
/// <param name="Readers">Programs; those first that fetch most without a condition.</param>
internal sealed record ReaderStatisticsContract(
    DateTimeOffset Since, IReadOnlyList<FeedReadersContract> Feeds, IReadOnlyList<ReaderContract> Readers);

/// <summary>The readers of one feed.</summary>
/// <param name="Path">The address as it is asked for, below the site's base; queries for all feeds with a query, other for feeds
/// beyond the first 10,000.</param>
/// <param name="Subscribers">People who read by services, as those say.</param>
/// <param name="ReadersToday">Different readers today (UTC) that are no services, about.</param>
/// <param name="ReadersYesterday">Different readers on the day before (UTC) that are no services, about.</param>
/// <param name="Requests">Answers.</param>
/// <param name="NotModifiedShare">Of them answers 304, from 0 to 1.</param>
/// <param name="Unconditional">Whole feeds for requests without a condition.</param>
/// <param name="Services">The services that asked within a week.</param>
internal sealed record FeedReadersContract(
    string Path, long Subscribers, int ReadersToday, int ReadersYesterday, long Requests, double NotModifiedShare, long Unconditional,
    IReadOnlyList<FeedServiceContract> Services);

/// <summary>A service that fetches a feed for many people.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subscribers">As it says.</param>
/// <param name="FeedId">Its own number of the feed.</param>
internal sealed record FeedServiceContract(string Name, int Subscribers, string? FeedId);

/// <summary>A program that reads feeds, all its copies together.</summary>
/// <param name="Name">From the User-Agent field; none without one, other for names beyond the first thousand unknown ones.</param>
/// <param name="Requests">Answers.</param>
/// <param name="NotModifiedShare">Of them answers 304, from 0 to 1.</param>
/// <param name="Unconditional">Whole feeds for requests without a condition.</param>
/// <param name="Refused">Requests over a limit, answered 429.</param>
internal sealed record ReaderContract(string Name, long Requests, double NotModifiedShare, long Unconditional, long Refused);
