using FeedApi.Commands.Offline;
using FeedApi.Feeds.Aliases;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans what a site has once: its home page, its feeds and lists, and the description of its API.</summary>
internal sealed class SiteDocuments(OfflineServer server, StaticLists lists, FeedLists feeds, ExportPlan plan)
{
    private const string Key = SurrogateKeys.Articles;

    private static readonly string[] Always =
        [Routes.StyleSheet, Routes.Opml, Routes.OpenApiYaml, Routes.OpenApiJson, Routes.ApiCatalog, Routes.Site, .. Routes.DocsFiles];

    /// <summary>Adds them.</summary>
    /// <param name="articles">All articles.</param>
    /// <param name="inFeeds">Those that are in feeds.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task PlanAsync(ListedArticle[] articles, ListedArticle[] inFeeds, CancellationToken cancellationToken)
    {
        foreach (var path in Always) plan.Add(path, path == Routes.Site ? MediaTypes.Json : "", want => want with { Key = Key });
        plan.Add(Routes.Docs, MediaTypes.Html, want => want with
        {
            Redirect = (StatusCodes.Status301MovedPermanently, server.Site.PublicUrl + Routes.DocsFiles[0]),
        });
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            plan.Add(Routes.TermList(kind), MediaTypes.Html, want => want with { Key = Key });
            plan.Add(Routes.ApiTermList(kind), MediaTypes.Json, want => want with { Key = Key });
        }

        await PlanHomeAsync(articles, cancellationToken);
        plan.Add(
            lists.InPages(
                Routes.Articles, Routes.Articles, number => $"{Routes.Articles}-page-{number}", new ArticleQuery(), articles,
                ArticleQuery.DefaultLimit),
            MediaTypes.Json, Key);
        await feeds.PlanAsync(null, "", inFeeds, Key, cancellationToken);
        foreach (var alias in FeedAliases.Of(server.Site).Where(IsFile))
            await feeds.PlanAliasAsync(alias.Pattern, null, Key, cancellationToken);
    }

    private async Task PlanHomeAsync(ListedArticle[] articles, CancellationToken cancellationToken)
    {
        var hugo = server.Site.Hugo;
        var query = hugo is { IsMultilingual: true, Languages.Default: var language }
            ? new ArticleQuery().In(language, hugo)
            : new ArticleQuery();
        var shown = hugo is { IsMultilingual: true } ? await lists.ReadAsync(query, cancellationToken) : articles;
        plan.Add(
            lists.InPages(Routes.Home, Routes.Home, number => $"/page-{number}.html", query, shown, ArticleQuery.DefaultLimit),
            MediaTypes.Html, Key);
    }

    private static bool IsFile(FeedAlias alias) => alias.Slug is not null && FeedLists.IsFile(alias.Pattern);
}

/// <summary>Media types by which files are named.</summary>
internal static class MediaTypes
{
    /// <summary>A page.</summary>
    public const string Html = "text/html";

    /// <summary>A document of the API.</summary>
    public const string Json = "application/json";
}
