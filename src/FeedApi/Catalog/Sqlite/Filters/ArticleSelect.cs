using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Filters;

/// <summary>The SQL of one <see cref="ArticleQuery"/>: constant text for each form of query, every value bound.</summary>
/// <remarks>
/// A query by a term scans that term's own order (<c>order_terms</c>), so its first page costs the same in a catalog of any size;
/// with several required terms the rarest drives the scan and the others are looked up for each article.
/// </remarks>
internal sealed class ArticleSelect
{
    // An article stands for its copies where it is in the selection itself.
    private const string Originals = "SELECT 1 FROM copies p JOIN articles d ON d.article = p.original WHERE p.article = a.article";

    private const int MaxSorted = 5_000;

    private readonly SqliteSession session;
    private readonly List<object?> values = [];
    private readonly List<string> conditions = [];
    private readonly string source;
    private readonly string orderBy;
    private readonly (string Instant, string Id) keys;
    private readonly bool isDescending;

    private ArticleSelect(SqliteSession session, ArticleQuery query)
    {
        this.session = session;
        isDescending = query.Sort != ArticleSort.OldestFirst;
        var filters = query.Terms.Select(filter => ResolvedFilter.Of(session, filter)).ToList();
        var leader = filters.Where(filter => !filter.IsExcluded).MinBy(filter => filter.Count);
        // Lifted articles have an index of their own, and are few, as are those that are named. Those that came late are in the order of
        // an index, too, except that those of a small term are sorted sooner.
        var isFew = query.IsLifted || query.Ids is not null || query.Paths is not null
            || (query.Sort == ArticleSort.RecentlyPublicFirst && leader?.Count > MaxSorted);
        var leads = leader is { Terms.Count: 1 } && !isFew;
        var field = leader is null && !isFew ? SqliteFields.LeaderOf(query.Fields) : null;
        source = leads ? "order_terms o JOIN articles a ON a.article = o.article"
            : field is not null ? "order_fields o JOIN articles a ON a.article = o.article"
            : query.Ids is { } ids ? $"json_each({BindList(ids)}) named CROSS JOIN articles a ON a.id = named.value"
            : query.Paths is { } paths ? $"json_each({BindList(paths)}) named CROSS JOIN articles a ON a.path = named.value"
            : "articles a";
        if (field is var (name, value)) conditions.Add($"o.field = {Bind(name)} AND o.value = {Bind(value)}");
        if (leads) conditions.Add($"o.term = {Bind(leader!.Terms[0])}");
        else if (leader is not null && isFew) AddFilter(leader);
        else if (leader is not null)
        {
            conditions.Add(
                $"a.article IN (SELECT article FROM order_terms WHERE term IN (SELECT value FROM json_each({BindList(leader.Terms)})))");
        }

        foreach (var filter in filters.Where(filter => filter != leader)) AddFilter(filter);
        keys = query.Sort == ArticleSort.RecentlyUpdatedFirst ? ("a.updated", "a.id")
            : query.Sort == ArticleSort.RecentlyChangedFirst ? ("a.changed", "a.id")
            : query.Sort == ArticleSort.RecentlyPublicFirst ? ("a.first_public", "a.id")
            : leads || field is not null ? ("o.published", "o.id")
            : ("a.published", "a.id");
        AddConditions(query);
        var direction = isDescending ^ query.Position is { IsBackward: true } ? "DESC" : "ASC";
        orderBy = query.RandomSeed is { } seed
            ? $" ORDER BY (a.article * {Bind(MultiplierOf(seed))}) & 4294967295, a.article"
            : $" ORDER BY {keys.Instant} {direction}, {keys.Id} {direction}";
    }

    // Multiplicative hashing: an odd factor permutes the numbers of 32 bits.
    private static long MultiplierOf(int seed) => (((long)seed * 2_654_435_761) & 0x7fff_ffff) | 1;

    // A search drives the scan itself, as terms are among its tokens. Only the other conditions need the articles.
    private ArticleSelect(SqliteSession session, ArticleQuery query, SqliteMatch match, (long First, long Last) rows)
    {
        this.session = session;
        isDescending = query.Sort != ArticleSort.OldestFirst;
        keys = query.Sort == ArticleSort.RecentlyUpdatedFirst ? ("a.updated", "a.id") : ("a.published", "a.id");
        AddConditions(query);
        if (query.Position is { } position) AddPosition(position);
        source = "search s JOIN search_rows r ON r.article = s.rowid"
            + (conditions.Count > 0 ? " JOIN articles a ON a.article = s.rowid" : "");
        conditions.Add($"search MATCH {Bind(match.Expression)}");
        conditions.Add($"s.rowid BETWEEN {Bind(rows.First)} AND {Bind(rows.Last)}");
        orderBy = isDescending ^ query.Position is { IsBackward: true } ? " ORDER BY s.rowid DESC" : " ORDER BY s.rowid";
    }

    /// <summary>
    /// All candidates of a search between two rows, from the position on, the newest row first unless the query sorts
    /// otherwise: row, instant, Bloom filter.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="query">The selection.</param>
    /// <param name="match">The FTS5 expression, terms included; without clauses to check there are no Bloom filters.</param>
    /// <param name="rows">The rows to search.</param>
    public static (string Sql, object?[] Values) Search(
        SqliteSession session, ArticleQuery query, SqliteMatch match, (long First, long Last) rows)
    {
        var select = new ArticleSelect(session, query, match, rows);
        var instant = query.Sort == ArticleSort.RecentlyUpdatedFirst ? "r.updated" : "r.published";
        return (
            $"SELECT s.rowid, {instant}{(match.Checked.Count > 0 ? ", r.sieve" : "")} FROM {select.source}{select.Where}{select.orderBy}",
            [.. select.values]);
    }

    /// <summary>The query of a page.</summary>
    public static (string Sql, object?[] Values) Page(SqliteSession session, ArticleQuery query, int rows)
    {
        var select = new ArticleSelect(session, query);
        if (query.Position is { } position) select.AddPosition(position);
        var sql = $"SELECT {ArticleRows.Columns} FROM {select.source}{select.Where}{select.orderBy} LIMIT {select.Bind(rows)}";
        return (sql, [.. select.values]);
    }

    /// <summary>The query of the rows of the first matching articles.</summary>
    public static (string Sql, object?[] Values) Rows(SqliteSession session, ArticleQuery query, int rows)
    {
        var select = new ArticleSelect(session, query);
        return ($"SELECT a.article FROM {select.source}{select.Where}{select.orderBy} LIMIT {select.Bind(rows)}", [.. select.values]);
    }

    /// <summary>The query of the number of all matching articles, whatever the page.</summary>
    public static (string Sql, object?[] Values) Count(SqliteSession session, ArticleQuery query)
    {
        var select = new ArticleSelect(session, query with { Position = null });
        return ($"SELECT count(*) FROM {select.source}{select.Where}", [.. select.values]);
    }

    /// <summary>The query of the ids and rows of all matching articles, in no order.</summary>
    public static (string Sql, object?[] Values) Ids(SqliteSession session, ArticleQuery query)
    {
        var select = new ArticleSelect(session, query);
        return ($"SELECT a.id, a.article FROM {select.source}{select.Where}", [.. select.values]);
    }

    /// <summary>The query of the changes of matching articles in the order of the log, each followed by the article's row.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="query">The selection.</param>
    /// <param name="columns">The columns of <c>changes c</c>.</param>
    /// <param name="from">Where to go on, and where the walk ends.</param>
    /// <param name="rows">Maximum number of changes.</param>
    public static (string Sql, object?[] Values) Walk(
        SqliteSession session, ArticleQuery query, string columns, ChangePosition from, int rows)
    {
        var select = new ArticleSelect(session, query);
        select.conditions.Add($"c.sequence > {select.Bind(from.Sequence)} AND c.sequence <= {select.Bind(from.WalkEnd)}");
        // The articles of a term are few; all others are found in the order of the log.
        var source = select.source == "articles a"
            ? "changes c CROSS JOIN articles a ON a.id = c.id"
            : $"{select.source} CROSS JOIN changes c ON c.id = a.id";
        var sql = $"SELECT {columns}, a.article FROM {source}{select.Where} ORDER BY c.sequence LIMIT {select.Bind(rows)}";
        return (sql, [.. select.values]);
    }

    private string IdKey => keys.Instant == "o.published" ? "o.id" : "a.id";

    private string Where => conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

    private void AddFilter(ResolvedFilter filter) => conditions.Add(filter.Condition(Bind));

    private void AddConditions(ArticleQuery query)
    {
        AddDates(query);
        AddReach(query);
        AddLanguages(query);
        foreach (var filter in query.Sections) conditions.Add(SqliteSections.Condition(filter, Bind));
        foreach (var filter in query.Fields) conditions.Add(SqliteFields.Condition(filter, Bind));
        if (query.Has != ArticleParts.None) conditions.Add($"a.has & {Bind((int)query.Has)} = {Bind((int)query.Has)}");
        if (query.Lacks != ArticleParts.None) conditions.Add($"a.has & {Bind((int)query.Lacks)} = 0");
        if (query.IsDeduplicated) conditions.Add($"NOT EXISTS ({Originals}{ConditionsOfOriginal(query)})");
        if (query.Ids is { } ids) conditions.Add($"a.id IN (SELECT value FROM json_each({BindList(ids)}))");
        if (query.Paths is { } paths) conditions.Add($"a.path IN (SELECT value FROM json_each({BindList(paths)}))");
    }

    // The same conditions, each looked up for the other article. A search is not among them: copies have the same words.
    private string ConditionsOfOriginal(ArticleQuery query)
    {
        var own = conditions.ToArray();
        conditions.Clear();
        foreach (var filter in query.Terms.Select(filter => ResolvedFilter.Of(session, filter))) AddFilter(filter);
        AddConditions(query with { IsDeduplicated = false });
        var all = string.Concat(conditions.Select(condition => " AND " + OfOriginal(condition)));
        conditions.Clear();
        conditions.AddRange(own);
        return all;
    }

    private static string OfOriginal(string condition) => condition
        .Replace("a.", "d.", StringComparison.Ordinal)
        .Replace("o.published", "d.published", StringComparison.Ordinal)
        .Replace("o.id", "d.id", StringComparison.Ordinal);

    private void AddDates(ArticleQuery query)
    {
        var published = keys.Instant is "a.updated" or "a.changed" or "a.first_public" ? "a.published" : keys.Instant;
        if (query.From is { } from) conditions.Add($"{published} >= {Bind(from.ToUnixTimeSeconds())}");
        if (query.To is { } to) conditions.Add($"{published} < {Bind(to.ToUnixTimeSeconds())}");
        if (query.Archive?.After is { } after) conditions.Add($"({published}, {IdKey}) > ({Bind(after.Published)}, {Bind(after.Id)})");
        if (query.Archive?.Until is { } until) conditions.Add($"({published}, {IdKey}) <= ({Bind(until.Published)}, {Bind(until.Id)})");
        if (query.UpdatedSince is { } since) conditions.Add($"a.changed >= {Bind(since.ToUnixTimeSeconds())}");
    }

    private void AddReach(ArticleQuery query)
    {
        if (query.IsForFeed) conditions.Add("a.in_feeds = 1");
        if (query.IsLifted) conditions.Add("a.lifted IS NOT NULL");
        if (query.HasFirstPublic is { } has) conditions.Add(has ? "a.first_public IS NOT NULL" : "a.first_public IS NULL");
    }

    // A language tag contains only letters, digits and hyphens, so it has no wildcards.
    private void AddLanguages(ArticleQuery query)
    {
        if (query.Language is { } language) conditions.Add(LanguageIs(Bind(language)));
        foreach (var excluded in query.ExcludedLanguages) conditions.Add($"NOT {LanguageIs(Bind(excluded))}");
    }

    private static string LanguageIs(string tag) => $"(a.language LIKE {tag} OR a.language LIKE {tag} || '-%')";

    private void AddPosition(CursorPosition position)
    {
        var isBelow = isDescending ^ position.IsBackward;
        conditions.Add($"({keys.Instant}, {keys.Id}) {(isBelow ? "<" : ">")} ({Bind(position.Instant)}, {Bind(position.Id)})");
    }

    private string BindList<T>(IReadOnlyList<T> list) => Bind(JsonSerializer.Serialize(list));

    private string Bind(object value)
    {
        values.Add(value);
        return FormattableString.Invariant($"${values.Count}");
    }
}
