using FeedApi.Http.Pipeline;
using FeedApi.Site;

namespace FeedApi.Feeds.Aliases;

/// <summary>The addresses of other programs' feeds. They are not part of the API's description.</summary>
internal static class FeedAliasEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the aliases.</summary>
    /// <exception cref="SiteConfigException">An entry of <c>feedapi.feed_aliases</c> is wrong.</exception>
    public static IEndpointRouteBuilder MapFeedAliases(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var order = 0;
        // FeedApi's own addresses have order 0, and order precedes all other rules of routing: so the table decides which alias matches.
        foreach (var alias in FeedAliases.Of(routes.ServiceProvider.GetRequiredService<SiteConfig>())) Map(routes, alias, ++order);
        return routes;
    }

    // A plain delegate: a site may have thousands of aliases, and building one from a lambda's parameters takes about a millisecond.
    private static void Map(IEndpointRouteBuilder routes, FeedAlias alias, int order) => routes
        .MapMethods(alias.Pattern, Methods, (RequestDelegate)(context => AnswerAsync(context, alias)))
        .WithOrder(order)
        .WithMetadata(EverySpelling.Mark)
        .ExcludeFromDescription();

    private static async Task AnswerAsync(HttpContext context, FeedAlias alias)
    {
        var handler = context.RequestServices.GetRequiredService<FeedAliasHandler>();
        var result = await handler.AnswerAsync(context, alias);
        await result.ExecuteAsync(context);
    }
}
