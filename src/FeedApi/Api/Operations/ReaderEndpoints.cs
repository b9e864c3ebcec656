using FeedApi.Http.Audience;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Operations;

/// <summary><c>GET /api/v1/readers</c>, only on the management listener: statistics of the audience.</summary>
internal static class ReaderEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the statistics.</summary>
    public static IEndpointRouteBuilder MapReaders(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Readers, Methods, Answer)
            .WithName("ListReaders")
            .WithTags("Operations")
            .WithSummary("Readers")
            .WithDescription("The readers of each feed, the most read first, and the programs that poll, those with the most unconditional "
                + "fetches first. Counted since the server's start, from User-Agent and conditions alone. "
                + "Available only on the management listener (Management:Urls).")
            .WithMetadata(ManagementOnly.Mark)
            .Produces<ReaderStatisticsContract>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static IResult Answer(HttpContext context, ReaderStatistics readers)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        var feeds = readers.ListFeeds().Select(ContractOf)
            .OrderByDescending(feed => feed.Subscribers + feed.ReadersToday)
            .ThenByDescending(feed => feed.Requests)
            .ThenBy(feed => feed.Path, StringComparer.Ordinal);
        var programs = readers.ListReaders().Select(reader => ContractOf(reader.Key, reader.Value))
            .OrderByDescending(reader => reader.Unconditional)
            .ThenByDescending(reader => reader.Requests)
            .ThenBy(reader => reader.Name, StringComparer.Ordinal);
        return Results.Json(new ReaderStatisticsContract(readers.Since, [.. feeds], [.. programs]), ApiJson.Options);
    }

    private static FeedReadersContract ContractOf(FeedAudience feed) => new(
        feed.Path,
        feed.Subscribers,
        feed.ReadersToday,
        feed.ReadersYesterday,
        feed.Polls.Requests,
        Share(feed.Polls),
        feed.Polls.Unconditional,
        [.. feed.Services.OrderByDescending(service => service.Subscribers)
            .Select(service => new FeedServiceContract(service.Name, service.Subscribers, service.FeedId))]);

    private static ReaderContract ContractOf(string name, PollCounts polls) =>
        new(name, polls.Requests, Share(polls), polls.Unconditional, polls.Refused);

    private static double Share(PollCounts polls) =>
        polls.Requests is > 0 and var requests ? Math.Round((double)polls.NotModified / requests, 3) : 0;
}
