using FeedApi.Http.Pipeline;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Feeds.Aliases;

/// <summary>
/// The endpoints of other programs' feeds, which follow the settings of the site. They are not part of the API's description.
/// </summary>
internal sealed class FeedAliasEndpoints : EndpointDataSource, IDisposable
{
    private static readonly HttpMethodMetadata Methods = new(["GET", "HEAD"]);

    private volatile IReadOnlyList<Endpoint> endpoints = [];
    private IReadOnlyList<FeedAlias> aliases = [];
    private CancellationTokenSource replaced = new();

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    /// <inheritdoc/>
    public override IChangeToken GetChangeToken() => new CancellationChangeToken(replaced.Token);

    /// <summary>Replaces the aliases; routing follows at once.</summary>
    public void Replace(IReadOnlyList<FeedAlias> next)
    {
        if (aliases.SequenceEqual(next)) return;
        aliases = next;
        // FeedApi's own addresses have order 0, and order precedes all other rules of routing: so the table decides which alias matches.
        endpoints = [.. next.Select((alias, index) => EndpointOf(alias, index + 1))];
        Interlocked.Exchange(ref replaced, new CancellationTokenSource()).Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => replaced.Dispose();

    // A plain delegate: a site may have thousands of aliases, and building one from a lambda's parameters takes about a millisecond.
    private static Endpoint EndpointOf(FeedAlias alias, int order) =>
        new RouteEndpointBuilder(context => AnswerAsync(context, alias), RoutePatternFactory.Parse(alias.Pattern), order)
        {
            Metadata = { Methods, EverySpelling.Mark, new ExcludeFromDescriptionAttribute() },
            DisplayName = alias.Pattern,
        }.Build();

    private static async Task AnswerAsync(HttpContext context, FeedAlias alias)
    {
        var handler = context.RequestServices.GetRequiredService<FeedAliasHandler>();
        var result = await handler.AnswerAsync(context, alias);
        await result.ExecuteAsync(context);
    }
}
