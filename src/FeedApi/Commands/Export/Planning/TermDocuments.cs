using FeedApi.Commands.Offline;
using FeedApi.Feeds.Aliases;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans the page, the feeds and the description of every category, tag and author.</summary>
internal sealed class TermDocuments(OfflineServer server, StaticLists lists, FeedLists feeds, ExportPlan plan)
{
    // Those of the site's own generator. Every site answers at all of them, which nobody has subscribed to.
    private readonly FeedAlias[] aliases =
    [
        .. FeedAliases.Of(server.Site).Where(alias => alias is { Slug: null, Kind: not null } && IsOfGenerator(alias, server)),
    ];

    /// <summary>Adds them; of terms that have not changed the earlier files stay.</summary>
    public async Task PlanAsync(IReadOnlyList<TermSummary> terms, CancellationToken cancellationToken)
    {
        // One after the other: of two that need one file it is always the same one that has it.
        foreach (var term in terms)
        {
            var key = SurrogateKeys.Term(term.Kind, term.Slug);
            if (plan.Changes.Concern(key)) await PlanAsync(term, key, cancellationToken);
            else plan.Keep(key);
        }
    }

    private async Task PlanAsync(TermSummary term, string key, CancellationToken cancellationToken)
    {
        var path = SiteLinks.TermPath(term.Kind, term.Slug);
        var query = new ArticleQuery { Terms = [new TermFilter(term.Kind, [term.Slug])] };
        var (articles, inFeeds) = await lists.ReadBothAsync(query, cancellationToken);
        plan.Add(
            lists.InPages(path, path, number => $"{path}/page-{number}.html", query, articles, ArticleQuery.DefaultLimit),
            MediaTypes.Html, key);
        plan.Add($"{Routes.ApiTermList(term.Kind)}/{Uri.EscapeDataString(term.Slug)}", MediaTypes.Json, want => want with { Key = key });
        await feeds.PlanAsync(term, path, inFeeds, key, cancellationToken);
        foreach (var alias in aliases.Where(alias => alias.Kind == term.Kind))
        {
            var address = alias.Pattern.Replace(
                "{" + FeedAliasAddress.SlugParameter + "}", Uri.EscapeDataString(term.Slug), StringComparison.Ordinal);
            if (!FeedLists.IsFile(address)) continue;
            if (alias.QueryOf is null && alias.Tags is null)
                await feeds.PlanAliasAsync(address, alias, term, inFeeds, key, cancellationToken);
            else await feeds.PlanAliasAsync(address, term, key, cancellationToken);
        }
    }

    private static bool IsOfGenerator(FeedAlias alias, OfflineServer server)
    {
        var name = alias.Pattern[(alias.Pattern.LastIndexOf('/') + 1)..];
        return server.Site.Hugo is { } hugo
            ? hugo.FeedFiles.Contains(name, StringComparer.OrdinalIgnoreCase)
            : name == "{" + FeedAliasAddress.SlugParameter + "}.xml";
    }
}
