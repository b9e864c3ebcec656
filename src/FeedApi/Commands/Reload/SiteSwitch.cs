using FeedApi.Commands.Options;
using FeedApi.Content;
using FeedApi.Feeds.Aliases;
using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Site;

namespace FeedApi.Commands.Reload;

/// <summary>Puts settings of the site into effect: makes everything that depends on them, and serves new requests with it.</summary>
internal sealed class SiteSwitch(
    IServiceProvider server,
    SiteServices services,
    CurrentGeneration current,
    DocumentCache cache,
    AllowedHosts hosts,
    FeedAliasEndpoints aliases,
    ILogger<SiteSwitch> logger)
{
    private SiteConfig? site;

    /// <summary>The settings in effect.</summary>
    public SiteConfig Site => site ?? throw new InvalidOperationException("The site has not been read yet.");

    /// <summary>What serves new requests.</summary>
    public SiteGeneration Current => current.Value;

    /// <summary>Puts settings into effect. Requests that have begun end under those with which they began.</summary>
    public void TakeOver(SiteConfig next)
    {
        var documents = cache.ForNextSite();
        var generation = services.Make(next, documents, server);
        hosts.Add(HostNames.Of(next));
        aliases.Replace(FeedAliases.Of(next));
        // From here on former settings add nothing to the cache, and then they get no more requests: so no document of theirs is left.
        documents.TakeOver();
        current.Replace(generation);
        var areOther = !ReferenceEquals(site, next);
        if (site is not null && areOther) logger.LogInformation(ContentEvents.SettingsApplied, "The settings of the site were read anew");
        if (areOther) SiteKeyWarnings.Log(logger, next);
        site = next;
    }
}
