using System.Globalization;
using FeedApi.Commands.Offline;
using FeedApi.Feeds;
using FeedApi.Feeds.Aliases;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans feeds with their archives and pages, at FeedApi's addresses and at those of other programs.</summary>
internal sealed class FeedLists(OfflineServer server, StaticLists lists, ExportPlan plan)
{
    private readonly int shown = server.Site.Feeds.PostsLimit ?? ArticleQuery.DefaultLimit;
    private readonly FeedSelectionParser selections = server.Get<FeedSelectionParser>();

    /// <summary>True for an address that has the name of a file and no parameters.</summary>
    public static bool IsFile(string pattern) =>
        !pattern.Contains('{', StringComparison.Ordinal) && pattern.LastIndexOf('.') > pattern.LastIndexOf('/');

    /// <summary>Adds a feed in all formats.</summary>
    /// <param name="term">The term; null for the site.</param>
    /// <param name="path">The path of what it belongs to, without a slash at its end: empty for the site.</param>
    /// <param name="articles">Its articles that are in feeds.</param>
    /// <param name="key">The surrogate key.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task PlanAsync(
        TermSummary? term, string path, ListedArticle[] articles, string key, CancellationToken cancellationToken)
    {
        foreach (var format in FeedFormat.All)
        {
            var feed = $"{path}/feed.{format.Name}";
            plan.Add(await InPartsAsync(feed, feed, format, term, QueryOf(term), articles, shown, cancellationToken), "", key);
        }
    }

    /// <summary>Adds a feed at an address of another program that shows all articles of a term.</summary>
    /// <param name="path">The address.</param>
    /// <param name="alias">The kind of address.</param>
    /// <param name="term">The term.</param>
    /// <param name="articles">Its articles that are in feeds.</param>
    /// <param name="key">The surrogate key.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task PlanAliasAsync(
        string path, FeedAlias alias, TermSummary term, ListedArticle[] articles, string key, CancellationToken cancellationToken)
    {
        var (format, limit) = (alias.Format ?? FeedFormat.Rss, alias.Limit ?? shown);
        var source = string.Create(
            CultureInfo.InvariantCulture,
            $"{SiteLinks.TermPath(term.Kind, term.Slug)}/feed.{format.Name}{(limit == shown ? "" : $"?limit={limit}")}");
        Add(await InPartsAsync(source, path, format, term, QueryOf(term), articles, limit, cancellationToken), path, key);
    }

    /// <summary>Adds a feed at an address of another program, as the server answers it.</summary>
    /// <param name="path">The address.</param>
    /// <param name="term">The term; null for the site.</param>
    /// <param name="key">The surrogate key.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task PlanAliasAsync(string path, TermSummary? term, string key, CancellationToken cancellationToken)
    {
        var answer = await server.AskAsync(HttpMethods.Head, path);
        if (answer.Status != StatusCodes.Status200OK || answer.Headers.ContentLocation.ToString() is not { Length: > 0 } own) return;
        var source = own[server.Site.PublicUrl.Length..];
        var format = FeedFormat.All.First(each => source.Split('?')[0].EndsWith($".{each.Name}", StringComparison.Ordinal));
        var parameters = source.Contains('?', StringComparison.Ordinal)
            ? QueryHelpers.ParseQuery(source[source.IndexOf('?', StringComparison.Ordinal)..])
            : [];
        var (selection, _) = await selections.ParseAsync(new QueryCollection(parameters), null, cancellationToken);
        var query = selection!.Query with
        {
            Bodies = ArticleBodies.None,
            Terms = [.. QueryOf(term).Terms, .. selection.Query.Terms],
            IsForFeed = true,
        };
        var articles = await lists.ReadAsync(query, cancellationToken);
        var list = selection.HasFilters
            ? lists.InPages(source, path, number => Numbered(path, $"page-{number}"), query, articles, selection.Query.Limit)
            : await InPartsAsync(source, path, format, term, query, articles, selection.Query.Limit, cancellationToken);
        Add(list, path, key);
    }

    // The feed itself is asked for at that address.
    private void Add(StaticList list, string path, string key) =>
        plan.Add(list with { Parts = [.. list.Parts.Select(part => part.Path == path ? part with { Source = path } : part)] }, "", key);

    // JSON Feed has pages, the others have archives. Those at the address of another program are the same documents.
    private async Task<StaticList> InPartsAsync(
        string source, string first, FeedFormat format, TermSummary? term, ArticleQuery query,
        ListedArticle[] articles, int limit, CancellationToken cancellationToken)
    {
        var path = source.Split('?')[0];
        return format == FeedFormat.Json
            ? lists.InPages(source, first, number => Numbered(first, $"page-{number}"), query, articles, limit)
            : await lists.InArchivesAsync(
                source, first, name => Numbered(path, $"archive-{name}"),
                term is null ? null : new ChangedTerm(term.Kind, Slug.KeyOf(term.Slug)), query, articles, limit, cancellationToken);
    }

    private static ArticleQuery QueryOf(TermSummary? term) => new()
    {
        Terms = term is null ? [] : [new TermFilter(term.Kind, [term.Slug])],
        IsForFeed = true,
    };

    // "/feed.rss" and "page-3" are "/feed-page-3.rss".
    private static string Numbered(string path, string part)
    {
        var dot = path.LastIndexOf('.');
        return $"{path[..dot]}-{part}{path[dot..]}";
    }
}
