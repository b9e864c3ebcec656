using FeedApi.Catalog;
using FeedApi.Feeds.Digests;
using FeedApi.Feeds.History;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>The selection made by the query of a feed's address.</summary>
/// <param name="Query">The articles.</param>
/// <param name="Content">Full bodies or summaries.</param>
/// <param name="QueryString">The canonical query; empty when every parameter has its default.</param>
/// <param name="Filters">The part of it that filters articles: the same for every length and order of the feed.</param>
internal sealed record FeedSelection(ArticleQuery Query, FeedContent Content, string QueryString, string Filters)
{
    /// <summary>The part of the query that chooses how articles are presented, not which or how many.</summary>
    public string Presentation { get; init; } = "";

    /// <summary>The requested document of the feed.</summary>
    public FeedPart Place { get; init; } = FeedPart.Subscription;

    /// <summary>The periods by which articles are put together; null: each is an entry of its own.</summary>
    public DigestGrain? Digest { get; init; }

    /// <summary>The query as the client wrote it, where it is another than the canonical one; otherwise null.</summary>
    public string? AskedQuery { get; init; }

    /// <summary>True when the query filters the feed of a site or term, or orders it other than newest first.</summary>
    public bool HasFilters => Filters.Length > 0 || Query.Sort != ArticleSort.NewestFirst;

    /// <summary>The cost of reading its articles. Feeds without filters are cheap.</summary>
    public ReadCost Cost => Query.Search is not null ? ReadCost.Expensive : HasFilters ? ReadCost.Unknown : ReadCost.Cheap;
}

/// <summary>
/// Reads the query of a feed's address: the list endpoint's parameters, <c>content=full|summary</c> and
/// <c>digest=hour|day</c>. The site may set other defaults.
/// </summary>
/// <remarks>
/// Readers add parameters of their own to addresses, so unknown ones are ignored; an invalid value of a known one is a fault.
/// </remarks>
internal sealed class FeedSelectionParser(ArticleQueryParser articles, SiteConfig site)
{
    private const string LimitParameter = "limit";
    private const string ContentParameter = "content";

    // The members of a feed are fixed; the requested document is read by FeedParts.
    private static readonly string[] Ignored = ["cursor", "archive", "include", "fields", DigestParameter.Name, ContentParameter];
    private static readonly string[] Presentation = ["limit=", "sort="];

    private readonly int siteLimit = site.Feeds.PostsLimit ?? ArticleQuery.DefaultLimit;
    private readonly FeedContent defaultContent = site.Feeds.IsExcerptOnly ? FeedContent.Summary : FeedContent.Full;

    /// <summary>The selection, or the fault of a parameter.</summary>
    /// <param name="query">The query of the address.</param>
    /// <param name="defaultLimit">The number of articles when the query has no limit; null for the site's default.</param>
    /// <param name="cancellationToken">Cancels the lookup of terms.</param>
    public async ValueTask<(FeedSelection? Selection, ParameterFault? Fault)> ParseAsync(
        IQueryCollection query, int? defaultLimit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ContentOf(query) is not { } content) return (null, BadContent(query[ContentParameter].ToString()));
        var (digest, badDigest) = DigestParameter.Read(query);
        if (badDigest is not null) return (null, badDigest);
        var parsed = await articles.ParseAsync(ParametersOf(query), cancellationToken);
        if (parsed.Fault is not null) return (null, parsed.Fault);
        if (parsed.Query is not { } selected) throw new InvalidOperationException("A parsed query has neither a query nor a fault.");
        if (!query.Keys.Contains(LimitParameter, StringComparer.Ordinal)) selected = selected with { Limit = defaultLimit ?? siteLimit };
        var selection = CanonicalQuery.SelectionOf(selected);
        if (digest is { } grain) selection += (selection.Length == 0 ? "" : "&") + DigestParameter.TextOf(grain);
        var canonical = CanonicalQuery.WithLimit(selection, selected.Limit, siteLimit);
        var bodies = content == FeedContent.Full ? ArticleBodies.Html : ArticleBodies.None;
        return (new FeedSelection(selected with { Bodies = bodies }, content, QueryStringOf(canonical, content), FiltersOf(canonical))
        {
            Presentation = QueryStringOf("", content),
            Digest = digest,
        }, null);
    }

    private static IEnumerable<KeyValuePair<string, string>> ParametersOf(IQueryCollection query) =>
        from parameter in query
        where !Ignored.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value ?? "");

    private FeedContent? ContentOf(IQueryCollection query) => query[ContentParameter] switch
    {
        [] => defaultContent,
        ["full"] => FeedContent.Full,
        ["summary"] => FeedContent.Summary,
        _ => null,
    };

    private static ParameterFault BadContent(string value) =>
        new(
            ContentParameter,
            $"The value \"{value}\" is not valid: content must be \"full\" or \"summary\".",
            value.StartsWith('s') ? "summary" : "full");

    private string QueryStringOf(string canonical, FeedContent content)
    {
        if (content == defaultContent) return canonical;
        var chosen = content == FeedContent.Full ? "content=full" : "content=summary";
        return canonical.Length == 0 ? chosen : $"{canonical}&{chosen}";
    }

    private static string FiltersOf(string canonical) => string.Join('&', canonical
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => !Array.Exists(Presentation, name => pair.StartsWith(name, StringComparison.Ordinal))));
}
