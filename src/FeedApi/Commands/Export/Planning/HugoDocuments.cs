using FeedApi.Catalog;
using FeedApi.Commands.Offline;
using FeedApi.Feeds.Hugo;
using FeedApi.Http.Documents;
using FeedApi.Queries;
using FeedApi.Site.Addresses;
using FeedApi.Site.Hugo;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans the pages and feeds of the sections and languages of a Hugo or Zola site.</summary>
internal sealed class HugoDocuments(OfflineServer server, StaticLists lists, FeedLists feeds, ExportPlan plan)
{
    private const string Key = SurrogateKeys.Articles;

    private readonly IArticleReader reader = server.Get<IArticleReader>();
    private readonly HugoListings listings = server.Get<HugoListings>();

    /// <summary>Adds them.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        if (server.Site.Hugo is not { } hugo) return;
        var known = await reader.ReadAsync(snapshot => snapshot.ListSectionsAsync(cancellationToken), cancellationToken);
        var prefixes = (hugo.Languages?.Active ?? []).Select(language => language.Prefix).Append("").Distinct(StringComparer.Ordinal);
        var described = (hugo.Languages?.Active ?? [])
            .SelectMany(language => hugo.Languages!.SettingsOf(language).SectionIndexes.Values)
            .Select(section => section.Address?.Trim('/')).OfType<string>();
        var paths = prefixes
            .SelectMany(prefix => known.Prepend("").Select(section => $"{prefix}/{section}".Trim('/')))
            .Concat(described).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var path in paths) await PlanAsync($"/{path}/", hugo, cancellationToken);
    }

    private async Task PlanAsync(string path, HugoSettings hugo, CancellationToken cancellationToken)
    {
        if (await listings.FindAsync(path, cancellationToken) is not { Kind: null } place) return;
        var encoded = SiteLinks.Encode(path);
        var query = place.Narrow(new ArticleQuery(), hugo);
        var articles = await lists.ReadAsync(query, cancellationToken);
        var list = lists.InPages(
            encoded, encoded, number => $"{encoded}page-{number}.html", query, articles, ArticleQuery.DefaultLimit);
        plan.Add(list, MediaTypes.Html, Key, isOptional: true);
        foreach (var file in hugo.FeedFiles) await feeds.PlanAliasAsync(encoded + file, null, Key, cancellationToken);
    }
}
