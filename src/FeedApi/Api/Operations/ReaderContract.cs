namespace FeedApi.Api.Operations;

/// <summary>Statistics of the readers since the server's start.</summary>
/// <param name="Since">The server's start.</param>
/// <param name="Feeds">The feeds, the most read first.</param>
/// <param name="Readers">The programs, those with the most unconditional fetches first.</param>
internal sealed record ReaderStatisticsContract(
    DateTimeOffset Since, IReadOnlyList<FeedReadersContract> Feeds, IReadOnlyList<ReaderContract> Readers);

/// <summary>The readers of one feed.</summary>
/// <param name="Path">The requested path, without the site's base path; queries for all feeds with a query, other for feeds
/// beyond the first 10,000.</param>
/// <param name="Subscribers">Number of people who read by way of services, as reported by these.</param>
/// <param name="ReadersToday">Approximate number of distinct readers today (UTC), without services.</param>
/// <param name="ReadersYesterday">Approximate number of distinct readers yesterday (UTC), without services.</param>
/// <param name="Requests">Number of requests.</param>
/// <param name="NotModifiedShare">Share of 304 responses, from 0 to 1.</param>
/// <param name="Unconditional">Number of full feeds sent for unconditional requests.</param>
/// <param name="Services">The services that polled within a week.</param>
internal sealed record FeedReadersContract(
    string Path, long Subscribers, int ReadersToday, int ReadersYesterday, long Requests, double NotModifiedShare, long Unconditional,
    IReadOnlyList<FeedServiceContract> Services);

/// <summary>A service that fetches a feed for many people.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subscribers">Number of subscribers that it reports.</param>
/// <param name="FeedId">Its own identifier of the feed.</param>
internal sealed record FeedServiceContract(string Name, int Subscribers, string? FeedId);

/// <summary>A program that reads feeds; all its installations together.</summary>
/// <param name="Name">From the User-Agent field; none when that is missing, other for names beyond the first thousand unknown ones.</param>
/// <param name="Requests">Number of requests.</param>
/// <param name="NotModifiedShare">Share of 304 responses, from 0 to 1.</param>
/// <param name="Unconditional">Number of full feeds sent for unconditional requests.</param>
/// <param name="Refused">Number of requests that exceeded a limit (429).</param>
internal sealed record ReaderContract(string Name, long Requests, double NotModifiedShare, long Unconditional, long Refused);
