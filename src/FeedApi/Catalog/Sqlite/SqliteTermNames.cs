using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Catalog.Sqlite;

/// <summary>
/// Decides the slug and the name of a term: by most of its articles, by the site's data file, or by the newest article that names it.
/// </summary>
internal sealed class SqliteTermNames(SqliteSession session, SiteConfig site)
{
    private const string SpellingSql = """
        SELECT s.slug, s.name FROM spellings s
        JOIN (SELECT slug, sum(count) total FROM spellings WHERE term = $1 GROUP BY slug ORDER BY total DESC, slug LIMIT 1) winner
          ON winner.slug = s.slug
        WHERE s.term = $1 ORDER BY s.count DESC, s.name LIMIT 1
        """;

    private const string NamesSql = "SELECT DISTINCT name FROM spellings WHERE term = $1";

    private const string LearnedSql = """
        SELECT r.learned_name FROM order_terms o JOIN article_terms r ON r.article = o.article AND r.term = o.term
        WHERE o.term = $1 AND o.has_learned_name = 1 AND r.learned_name IS NOT NULL ORDER BY o.published DESC, o.id DESC LIMIT 1
        """;

    private const string NewestSql = """
        SELECT a.published, a.published_offset, r.url FROM order_terms o JOIN articles a ON a.article = o.article
        JOIN article_terms r ON r.article = o.article AND r.term = o.term WHERE o.term = $1 ORDER BY o.published DESC, o.id DESC LIMIT 1
        """;

    private readonly List<long> merged = [];

    /// <summary>The problems of terms that have got a second name since this was asked last.</summary>
    public IReadOnlyList<Problem> TakeMergers()
    {
        Problem[] problems = [.. merged.SelectMany(term => MergedTerms.Read(session, term))];
        merged.Clear();
        return problems;
    }

    /// <summary>Discards the mergers, after a rollback.</summary>
    public void Forget() => merged.Clear();

    /// <summary>Updates one term's count, newest article, slug and name.</summary>
    /// <param name="term">The term's row.</param>
    /// <param name="change">Its changes in a change set.</param>
    /// <param name="now">Unix seconds.</param>
    /// <returns>True when the slug or name of an existing term changed.</returns>
    public bool Refresh(long term, TouchedTerm change, long now)
    {
        var (oldSlug, oldName, wasMerged) = NamesOf(term);
        var (slug, name) = WinnerOf(term, oldSlug, oldName);
        if (change.Kind == TermKind.Category) name = NameOf(term, change.Key, name);
        var (newest, offset, url) = NewestOf(term);
        var isMerged = IsMerged(term, change.Key);
        if (isMerged && !wasMerged) merged.Add(term);
        session.Run(
            "UPDATE terms SET slug = $2, name = $3, url = $4, count = count + $5, newest = $6, newest_offset = $7, "
                + "changed_at = max(changed_at, $8), is_merged = $9 WHERE term = $1",
            term,
            slug,
            name,
            url,
            change.CountDelta,
            newest,
            offset,
            change.IsOnlyRenamed ? 0 : now,
            isMerged);
        return !change.IsNew && (slug != oldSlug || name != oldName);
    }

    private bool IsMerged(long term, string key)
    {
        List<string> names = [];
        using (var rows = session.Query(NamesSql, term))
        {
            while (rows.Read()) names.Add(rows.GetString(0));
        }

        return MergedNames.Of(key, names).Skip(1).Any();
    }

    private (string Slug, string Name, bool IsMerged) NamesOf(long term)
    {
        using var row = session.Query("SELECT slug, name, is_merged FROM terms WHERE term = $1", term);
        row.Read();
        return (row.GetString(0), row.GetString(1), row.GetBoolean(2));
    }

    // A term without articles keeps its last slug and name.
    private (string Slug, string Name) WinnerOf(long term, string slug, string name)
    {
        using var row = session.Query(SpellingSql, term);
        return row.Read() ? (row.GetString(0), row.GetString(1)) : (slug, name);
    }

    private string NameOf(long term, string key, string written)
    {
        if (site.Categories.TryGetValue(key, out var entry) && entry.Name is { } given) return given;
        return site.CategoryNames is null ? written : session.Scalar(LearnedSql, term) as string ?? written;
    }

    private (object? Newest, object? Offset, string? Url) NewestOf(long term)
    {
        using var row = session.Query(NewestSql, term);
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2)) : (null, null, null);
    }
}
