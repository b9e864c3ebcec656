using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Catalog.Sqlite;

/// <summary>
/// Writes the terms: their articles, spellings and names. Lives as long as the writer's connection.
/// </summary>
internal sealed class SqliteTermWriter(SqliteSession session, SiteConfig site)
{
    // More than any site's categories; a site that keeps adding tags must not fill the memory.
    private const int MaxCachedRows = 20_000;

    private readonly SqliteTermNames names = new(session, site);
    private readonly Dictionary<(TermKind Kind, string Key), long> cachedRows = [];
    private readonly Dictionary<long, TouchedTerm> touched = [];
    private readonly List<(long Term, ArchiveEdge Place)> attached = [];

    /// <summary>The terms of a stored article.</summary>
    public IReadOnlyList<ChangedTerm> TermsOf(long article)
    {
        List<ChangedTerm> terms = [];
        using var rows = session.Query(
            "SELECT t.kind, t.key FROM article_terms r JOIN terms t ON t.term = r.term WHERE r.article = $1", article);
        while (rows.Read()) terms.Add(new ChangedTerm((TermKind)rows.GetInt32(0), rows.GetString(1)));
        return terms;
    }

    /// <summary>Records that an article's documents changed although its terms did not; returns the terms.</summary>
    public IReadOnlyList<ChangedTerm> Touch(long article)
    {
        using (var rows = session.Query(
            "SELECT t.term, t.kind, t.key FROM article_terms r JOIN terms t ON t.term = r.term WHERE r.article = $1", article))
        {
            while (rows.Read()) Touched(rows.GetInt64(0), (TermKind)rows.GetInt32(1), rows.GetString(2));
        }

        return TermsOf(article);
    }

    /// <summary>Records the new id of an article; returns its terms.</summary>
    public IReadOnlyList<ChangedTerm> Rename(StoredArticle article, string id)
    {
        session.Run(
            "UPDATE order_terms SET id = $1 WHERE published = $2 AND id = $3 AND term IN "
                + "(SELECT term FROM article_terms WHERE article = $4)",
            id,
            article.Published,
            article.Id,
            article.Row);
        return Touch(article.Row);
    }

    /// <summary>Adds an article's terms; returns them.</summary>
    public IReadOnlyList<ChangedTerm> Attach(long row, Article article)
    {
        List<ChangedTerm> given = [];
        attached.Add((SqliteArchives.Site, PlaceOf(article)));
        foreach (var (kind, terms) in ((TermKind, IReadOnlyList<Term>)[])
            [(TermKind.Category, article.Categories), (TermKind.Tag, article.Tags), (TermKind.Author, article.Authors)])
        {
            for (var position = 0; position < terms.Count; position++) given.Add(Attach(row, article, kind, position, terms[position]));
        }

        return given;
    }

    /// <summary>Removes an article's terms; returns them.</summary>
    public IReadOnlyList<ChangedTerm> Detach(StoredArticle article)
    {
        List<(long Term, ChangedTerm Changed, string Slug, string Name)> had = [];
        using (var rows = session.Query(
            "SELECT t.term, t.kind, t.key, r.slug, r.name FROM article_terms r JOIN terms t ON t.term = r.term WHERE r.article = $1",
            article.Row))
        {
            while (rows.Read())
                had.Add((
                    rows.GetInt64(0),
                    new ChangedTerm((TermKind)rows.GetInt32(1), rows.GetString(2)),
                    rows.GetString(3),
                    rows.GetString(4)));
        }

        foreach (var (term, changed, slug, name) in had)
        {
            Touched(term, changed.Kind, changed.Key).CountDelta--;
            session.Run("DELETE FROM order_terms WHERE term = $1 AND published = $2 AND id = $3", term, article.Published, article.Id);
            session.Run("UPDATE spellings SET count = count - 1 WHERE term = $1 AND slug = $2 AND name = $3", term, slug, name);
            session.Run("DELETE FROM spellings WHERE term = $1 AND slug = $2 AND name = $3 AND count <= 0", term, slug, name);
        }

        session.Run("DELETE FROM article_terms WHERE article = $1", article.Row);
        return had.ConvertAll(each => each.Changed);
    }

    /// <summary>
    /// Updates the archives of the site and of all terms with added articles; call before <see cref="Refresh(long)"/>.
    /// </summary>
    /// <param name="isFirstScan">True while posts are indexed for the first time: they are in no order, and the archives
    /// are made when all are indexed.</param>
    public void CutArchives(bool isFirstScan)
    {
        if (isFirstScan) attached.Clear();
        foreach (var (term, place) in attached) SqliteArchives.Divide(session, term, place);
        foreach (var term in attached.Select(each => each.Term).Distinct()) SqliteArchives.Extend(session, term);
        attached.Clear();
    }

    /// <summary>Closes the archives of every term and of the site, after many articles were added in no order.</summary>
    public void CutAllArchives()
    {
        List<long> terms = [SqliteArchives.Site];
        using (var rows = session.Query("SELECT term FROM terms"))
        {
            while (rows.Read()) terms.Add(rows.GetInt64(0));
        }

        foreach (var term in terms) SqliteArchives.Extend(session, term);
    }

    /// <summary>Updates counts, newest articles, slugs and names of all changed terms.</summary>
    /// <returns>True when the slug or name of an existing term changed.</returns>
    public bool Refresh(long now)
    {
        var hasRenamed = false;
        foreach (var (term, change) in touched) hasRenamed |= names.Refresh(term, change, now);
        touched.Clear();
        return hasRenamed;
    }

    /// <summary>The problems of terms that have got a second name since this was asked last.</summary>
    public IReadOnlyList<Problem> TakeMergers() => names.TakeMergers();

    /// <summary>Discards all pending changes and cached rows, after a rollback.</summary>
    public void Forget()
    {
        names.Forget();
        touched.Clear();
        attached.Clear();
        cachedRows.Clear();
    }

    /// <summary>Updates the names of all categories, after the site's settings changed.</summary>
    public void RenameCategories(long now)
    {
        using (var rows = session.Query("SELECT term, key FROM terms WHERE kind = $1", (int)TermKind.Category))
        {
            while (rows.Read()) Touched(rows.GetInt64(0), TermKind.Category, rows.GetString(1)).IsOnlyRenamed = true;
        }

        Refresh(now);
    }

    private ChangedTerm Attach(long row, Article article, TermKind kind, int position, Term term)
    {
        var key = Slug.KeyOf(term.Slug);
        var id = TermOf(kind, key, term);
        Touched(id, kind, key).CountDelta++;
        attached.Add((id, PlaceOf(article)));
        session.Run(
            "INSERT INTO article_terms VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row, (int)kind, position, id, term.Slug, term.Name, term.Url, term.Email, term.LearnedName);
        session.Run(
            "INSERT INTO order_terms VALUES($1, $2, $3, $4, $5)",
            id,
            article.Published.ToUnixTimeSeconds(),
            article.Id,
            row,
            term.LearnedName is not null);
        session.Run(
            "INSERT INTO spellings VALUES($1, $2, $3, 1) ON CONFLICT DO UPDATE SET count = count + 1", id, term.Slug, term.Name);
        return new ChangedTerm(kind, key);
    }

    private static ArchiveEdge PlaceOf(Article article) => new(article.Published.ToUnixTimeSeconds(), article.Id);

    // A term is never deleted, so its row can be cached.
    private long TermOf(TermKind kind, string key, Term term)
    {
        if (cachedRows.TryGetValue((kind, key), out var row)) return row;
        if (cachedRows.Count >= MaxCachedRows) cachedRows.Clear();
        return cachedRows[(kind, key)] = FindOrMake(kind, key, term);
    }

    private long FindOrMake(TermKind kind, string key, Term term)
    {
        if (session.Scalar("SELECT term FROM terms WHERE kind = $1 AND key = $2", (int)kind, key) is long known) return known;
        var made = (long)session.Scalar(
            "INSERT INTO terms(kind, key, slug, name, count, changed_at) VALUES($1, $2, $3, $4, 0, 0) RETURNING term",
            (int)kind,
            key,
            term.Slug,
            term.Name)!;
        Touched(made, kind, key).IsNew = true;
        return made;
    }

    private TouchedTerm Touched(long term, TermKind kind, string key)
    {
        if (!touched.TryGetValue(term, out var change)) touched[term] = change = new TouchedTerm(kind, key);
        return change;
    }
}
