using FeedApi.Queries;

namespace FeedApi.Catalog;

/// <summary>What a read may cost: it decides which share of connections and processors the read is given.</summary>
internal enum ReadCost
{
    /// <summary>Found by an index: feeds, articles, terms, lists by at most one term. Never waits for a more expensive read.</summary>
    Cheap,

    /// <summary>
    /// Cheap or expensive, depending on how many articles the filters skip: starts as a cheap read, and is run again as an expensive one
    /// when it exceeds the steps of a cheap read.
    /// </summary>
    Unknown,

    /// <summary>
    /// Searches, facets, counts of filtered lists, suggestions: few at a time, at a lower priority, behind a bounded queue.
    /// </summary>
    Expensive,
}

/// <summary>Estimates the cost of queries.</summary>
internal static class ReadCosts
{
    /// <summary>The cost of one page of a query.</summary>
    public static ReadCost Of(ArticleQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Search is not null || query.CountsFacets || query.GroupBy is not null || query.RandomSeed is not null)
            return ReadCost.Expensive;
        if (!HasConditions(query) && IsAtMostOneTerm(query.Terms)) return ReadCost.Cheap;
        return query.CountsTotal ? ReadCost.Expensive : ReadCost.Unknown;
    }

    /// <summary>True when the filters are at most one term, whose articles have an index and a count of their own.</summary>
    public static bool IsAtMostOneTerm(IReadOnlyList<TermFilter> terms) =>
        terms is [] or [{ IsExcluded: false, Slugs.Count: 1 }];

    /// <summary>True when the query has other conditions than terms.</summary>
    public static bool HasConditions(ArticleQuery query) =>
        query.From is not null || query.To is not null || query.UpdatedSince is not null || query.Archive is not null
        || query.Ids is not null || query.Paths is not null || query.Has != default || query.Lacks != default || query.IsDeduplicated
        || query.Fields.Count > 0
        || query.IsForFeed || query.IsLifted || query.HasFirstPublic is not null || query.Language is not null
        || query.ExcludedLanguages.Count > 0 || query.Sections.Count > 0;
}
