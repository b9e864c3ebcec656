using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Queries;

/// <summary>Writes a selection as a canonical query string: equal for all spellings of the same selection, without defaults.</summary>
internal static class CanonicalQuery
{
    /// <summary>Filters and order.</summary>
    public static string SelectionOf(ArticleQuery query) => Write(query, slug => slug);

    /// <summary>Filters and order in a form that does not change when another spelling of a term becomes canonical.</summary>
    public static string ScopeOf(ArticleQuery query) => Write(query, Slug.KeyOf);

    private static string Write(ArticleQuery query, Func<string, string> nameOf)
    {
        List<string> pairs = [];
        foreach (var filter in query.Terms)
            Add(pairs, NameOf(filter.Kind), ValueOf(filter with { Slugs = [.. filter.Slugs.Select(nameOf)] }));
        Add(pairs, "q", query.Search?.Canonical);
        Add(pairs, "from", TextOf(query.From));
        Add(pairs, "to", TextOf(query.To));
        Add(pairs, "updated_since", TextOf(query.UpdatedSince));
        Add(pairs, "lang", LanguagesOf(query));
        Add(pairs, SectionFilterParser.Name, SectionsOf(query));
        foreach (var field in query.Fields) Add(pairs, field.Parameter, field.Value);
        Add(pairs, PartFilterParser.Name, PartFilterParser.ValueOf(query));
        Add(pairs, IdentityFilterParser.Ids, query.Ids is { } ids ? string.Join(',', ids) : null);
        foreach (var path in query.Paths ?? []) Add(pairs, IdentityFilterParser.Url, path);
        Add(pairs, DedupeParser.Name, query.IsDeduplicated ? "1" : null);
        Add(pairs, ScriptParser.Name, ScriptParser.ValueOf(query));
        Add(pairs, "sort", NameOf(query.Sort));
        return string.Join('&', pairs);
    }

    /// <summary>The selection with a limit that is not the default.</summary>
    public static string WithLimit(string selection, int limit, int defaultLimit = ArticleQuery.DefaultLimit) =>
        limit == defaultLimit
            ? selection
            : string.Create(CultureInfo.InvariantCulture, $"{selection}{(selection.Length == 0 ? "" : "&")}limit={limit}");

    /// <summary>The value of a filter's parameter, not yet encoded.</summary>
    public static string ValueOf(TermFilter filter) => string.Join(',', filter.Slugs.Select(slug => filter.IsExcluded ? "-" + slug : slug));

    /// <summary>The value of <c>lang</c>; null when there is none.</summary>
    public static string? LanguagesOf(ArticleQuery query) => query.Language is null && query.ExcludedLanguages.Count == 0
        ? null
        : string.Join(',', [.. query.Language is { } tag ? [tag] : (string[])[], .. query.ExcludedLanguages.Select(tag => "-" + tag)]);

    private static string? SectionsOf(ArticleQuery query) =>
        query.Sections.Count == 0 ? null : string.Join(',', query.Sections.Select(filter => filter.Value));

    private static string? NameOf(ArticleSort sort) => sort switch
    {
        ArticleSort.OldestFirst => "published",
        ArticleSort.RecentlyUpdatedFirst => "-updated",
        ArticleSort.RecentlyChangedFirst => "-changed",
        ArticleSort.Relevance => "relevance",
        _ => null,
    };

    private static string NameOf(TermKind kind) => kind switch { TermKind.Category => "category", TermKind.Tag => "tag", _ => "author" };

    private static string? TextOf(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // A query may contain commas and colons unencoded (RFC 3986, section 3.4), which keeps URLs readable.
    private static void Add(List<string> pairs, string name, string? value)
    {
        if (value is null) return;
        var encoded = Uri.EscapeDataString(value)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal);
        // Sections are paths, whose slashes a query may contain too.
        if (name == SectionFilterParser.Name) encoded = encoded.Replace("%2F", "/", StringComparison.Ordinal);
        pairs.Add($"{name}={encoded}");
    }
}
