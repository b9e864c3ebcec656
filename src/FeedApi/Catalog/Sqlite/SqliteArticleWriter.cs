using System.Security.Cryptography;
using System.Text;
using FeedApi.Catalog.Sqlite.Changes;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Files;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Writes articles with their bodies, terms, redirects and former paths.</summary>
internal sealed class SqliteArticleWriter(SqliteSession session, SqliteTermWriter terms, long now)
{
    private const string Columns = "article, id, guid, source, path, published, hash, rank, asks, wanted_path";

    private const string InsertSql = """
        INSERT INTO articles(id, id_key, guid, source, path, wanted_path, title, summary, language, published, published_offset, updated,
          updated_offset, word_count, external_url, details, hash, rank, asks, section, translation_key,
          in_feeds, lifted, is_outline, changed, has, first_public)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
        RETURNING article
        """;

    private const string UpdateSql = """
        UPDATE articles SET id = $1, id_key = $2, guid = $3, source = $4, path = $5, wanted_path = $6, title = $7,
          summary = $8, language = $9, published = $10, published_offset = $11, updated = $12,
          updated_offset = $13, word_count = $14, external_url = $15, details = $16, hash = $17, rank = $18, asks = $19,
          section = $20, translation_key = $21, lifted = $23, is_outline = $24, changed = $25, has = $26, first_public = $27,
          left_feeds = CASE WHEN $22 = 1 THEN NULL WHEN in_feeds = 1 THEN $29 ELSE left_feeds END, in_feeds = $22
        WHERE article = $28
        """;

    // All that an outline lacks; nothing by which articles are found, so that no index is touched.
    private const string CompleteSql = """
        UPDATE articles SET summary = $1, word_count = $2, external_url = $3, details = $4, hash = $5, has = $6, is_outline = 0
        WHERE article = $7
        """;

    private readonly SqliteSearchWriter search = new(session);
    private readonly SqliteFormerPaths formerPaths = new(session);

    /// <summary>The article of a source file; null when there is none.</summary>
    public StoredArticle? Find(string source) => FindOne($"SELECT {Columns} FROM articles WHERE source = $1", source);

    /// <summary>True when a stored article has the file, id, guid or path of this one; rare in a first scan.</summary>
    public bool HasNeighbour(Article article) => session.Scalar(
        "SELECT 1 FROM articles WHERE source = $1 OR id_key = $2 OR guid = $3 OR path = $4 LIMIT 1",
        article.SourcePath, PostStem.KeyOf(article.Id), article.Guid, article.Path) is not null;

    /// <summary>The article with an id, case aside; null when there is none.</summary>
    public StoredArticle? FindById(string id) => FindOne($"SELECT {Columns} FROM articles WHERE id_key = $1", PostStem.KeyOf(id));

    /// <summary>The article with a guid; null when there is none.</summary>
    public StoredArticle? FindByGuid(string guid) => FindOne($"SELECT {Columns} FROM articles WHERE guid = $1", guid);

    /// <summary>The article at a path; null when there is none.</summary>
    public StoredArticle? FindByPath(string path) => FindOne($"SELECT {Columns} FROM articles WHERE path = $1", path);

    /// <summary>The article with the lowest rank of those that want this path and have another one; null when none.</summary>
    public StoredArticle? FirstThatWants(string path) =>
        FindOne($"SELECT {Columns} FROM articles WHERE wanted_path = $1 AND wanted_path <> path ORDER BY rank, source LIMIT 1", path);

    /// <summary>The article whose default address this is, when it has neither it nor the one that it wants; null when none.</summary>
    public StoredArticle? FindDisplacedFrom(string path) => path.StartsWith(DefaultPathOf(""), StringComparison.Ordinal)
        ? FindOne(
            $"SELECT {Columns} FROM articles WHERE id_key = $1 AND wanted_path <> path", PostStem.KeyOf(path[DefaultPathOf("").Length..]))
        : null;

    /// <summary>
    /// The articles that want a path and have another one, at most a hundred by rank: a job may give all
    /// its posts one permalink.
    /// </summary>
    public IReadOnlyList<StoredArticle> ThatWant(string path)
    {
        List<StoredArticle> found = [];
        using var rows = session.Query(
            $"SELECT {Columns} FROM articles WHERE wanted_path = $1 AND wanted_path <> path ORDER BY rank, source LIMIT 100", path);
        while (rows.Read()) found.Add(ReadRow(rows));
        return found;
    }

    /// <summary>The address that every article has unless its permalink or the site says another.</summary>
    public static string DefaultPathOf(string id) => "/articles/" + id;

    /// <summary>The default address of an article; when that is taken, one with a hash of the source's name.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="source">Its file.</param>
    /// <param name="wanted">The address that is taken.</param>
    public string FreePathFor(string id, string source, string wanted)
    {
        var path = DefaultPathOf(id);
        for (var length = 0; path == wanted || (FindByPath(path) is { } holder && holder.Source != source); length += 4)
            path = $"/articles/{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..(length + 4)]}";
        return path;
    }

    /// <summary>True when the stored article is already the same.</summary>
    /// <remarks>
    /// Outlines have no hash to tell it by, so a new one always replaces another: a post that was saved after the server was killed between
    /// the outlines and the end of the first scan would else keep its former title, date and terms for good.
    /// </remarks>
    public static bool IsUnchanged(StoredArticle? current, IndexedArticle indexed, string path, SourceRank rank, AskedNames asks) =>
        current is { IsOutline: false }
        && (current.Id, current.Guid, current.Path) == (indexed.Article.Id, indexed.Article.Guid, path)
        && (current.Rank, current.Asks) == (rank.Value, asks)
        && current.Hash.AsSpan().SequenceEqual(indexed.Hash);

    /// <summary>Stores an article, replacing the previous one of its file, if any; returns its terms.</summary>
    /// <param name="current">The previous one.</param>
    /// <param name="indexed">The article.</param>
    /// <param name="path">Its path.</param>
    /// <param name="rank">The rank of its file.</param>
    /// <param name="asks">Which names it asks for.</param>
    /// <param name="times">When its content changed, and when it was first public.</param>
    public IReadOnlyList<ChangedTerm> Put(
        StoredArticle? current, IndexedArticle indexed, string path, SourceRank rank, AskedNames asks, StoredTimes times)
    {
        var article = indexed.Article;
        if (current is not null) Detach(current);
        if (current is not null && current.Path != path) formerPaths.Leave(current);
        formerPaths.Take(path);
        object?[] values =
        [
            article.Id, PostStem.KeyOf(article.Id), article.Guid, article.SourcePath, path, article.Path,
            article.Title, article.Summary, article.Language, article.Published.ToUnixTimeSeconds(),
            Instant.OffsetMinutes(article.Published), article.Updated.ToUnixTimeSeconds(), Instant.OffsetMinutes(article.Updated),
            article.WordCount, article.ExternalUrl, ArticleDetails.Write(article), indexed.Hash, rank.Value,
            (int)asks, article.Section, article.TranslationKey, article.IsInFeeds ? 1 : 0, article.LiftedAt?.ToUnixTimeSeconds(),
            indexed.IsOutline ? 1 : 0, times.Changed, (int)ArticlePartsOf.Article(article), times.FirstPublic,
        ];
        var row = current?.Row ?? (long)session.Scalar(InsertSql, values)!;
        if (current is not null) session.Run(UpdateSql, [.. values, row, now]);
        foreach (var old in article.Redirects) session.Run("INSERT OR IGNORE INTO redirects VALUES($1, $2)", old, row);
        SqliteFieldValues.Put(session, row, article);
        var given = terms.Attach(row, article);
        if (!indexed.IsOutline) PutBodies(row, indexed);
        return given;
    }

    /// <summary>Stores what the outline of an article lacks.</summary>
    public void Complete(StoredArticle outline, IndexedArticle indexed)
    {
        var article = indexed.Article;
        session.Run(
            CompleteSql, article.Summary, article.WordCount, article.ExternalUrl, ArticleDetails.Write(article), indexed.Hash,
            (int)ArticlePartsOf.Article(article), outline.Row);
        PutBodies(outline.Row, indexed);
    }

    private void PutBodies(long row, IndexedArticle indexed)
    {
        session.Run("INSERT OR REPLACE INTO bodies VALUES($1, $2)", row, indexed.Bodies);
        SqliteDerivedFiles.Put(session, row, indexed.Article.Files);
        search.Put(row, indexed.Article, indexed.Search);
        SqliteCopies.Put(session, row, indexed);
    }

    /// <summary>When an article was corrected, while feeds show it before others; null otherwise.</summary>
    public DateTimeOffset? LiftedAt(long row) =>
        session.Scalar("SELECT lifted FROM articles WHERE article = $1", row) is long instant ? Instant.From(instant) : null;

    /// <summary>Gives an article its usual place in feeds again.</summary>
    public void EndLift(long row) => session.Run("UPDATE articles SET lifted = NULL WHERE article = $1", row);

    /// <summary>
    /// Gives an article whose bodies cannot be read another row: what is in a page that is lost can be neither replaced nor deleted.
    /// </summary>
    /// <returns>The article in its new row, and the terms that it had.</returns>
    public (StoredArticle Moved, IReadOnlyList<ChangedTerm> Terms) LeaveDamage(StoredArticle article)
    {
        var had = Detach(article);
        var row = (long)session.Scalar("SELECT max(article) + 1 FROM articles")!;
        session.Run("UPDATE articles SET article = $1 WHERE article = $2", row, article.Row);
        return (article with { Row = row }, had);
    }

    /// <summary>Changes the path of an article.</summary>
    public void Move(StoredArticle article, string path)
    {
        session.Run("UPDATE articles SET path = $1 WHERE article = $2", path, article.Row);
        formerPaths.Leave(article);
        formerPaths.Take(path);
    }

    /// <summary>Changes the id, guid and path of an article; returns its terms.</summary>
    public IReadOnlyList<ChangedTerm> Rename(StoredArticle article, string id, string guid, string path)
    {
        session.Run(
            "UPDATE articles SET id = $1, id_key = $2, guid = $3, path = $4, wanted_path = iif(wanted_path = path, $4, wanted_path) "
                + "WHERE article = $5",
            id,
            PostStem.KeyOf(id),
            guid,
            path,
            article.Row);
        SqliteFieldValues.Rename(session, article.Row, id);
        if (path != article.Path) formerPaths.Leave(article);
        formerPaths.Take(path);
        return terms.Rename(article, id);
    }

    /// <summary>Deletes an article; returns the terms that it had.</summary>
    /// <param name="article">The article.</param>
    /// <param name="keepsBodies">True when its bodies cannot be deleted, because their page is lost.</param>
    public IReadOnlyList<ChangedTerm> Remove(StoredArticle article, bool keepsBodies)
    {
        var had = Detach(article);
        formerPaths.Leave(article);
        if (!keepsBodies) session.Run("DELETE FROM bodies WHERE article = $1", article.Row);
        session.Run("DELETE FROM articles WHERE article = $1", article.Row);
        return had;
    }

    /// <summary>Writes what was deferred to the end of the transaction.</summary>
    public void Flush() => search.Flush();

    private IReadOnlyList<ChangedTerm> Detach(StoredArticle article)
    {
        session.Run("DELETE FROM redirects WHERE article = $1", article.Row);
        SqliteFieldValues.Remove(session, article.Row);
        if (article.IsOutline) return terms.Detach(article);
        SqliteDerivedFiles.Remove(session, article.Row);
        search.Remove(article.Row);
        SqliteCopies.Remove(session, article.Row);
        return terms.Detach(article);
    }

    private StoredArticle? FindOne(string sql, string value)
    {
        using var row = session.Query(sql, value);
        return row.Read() ? ReadRow(row) : null;
    }

    private static StoredArticle ReadRow(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5),
        row.GetFieldValue<byte[]>(6),
        row.GetInt64(7),
        (AskedNames)row.GetInt32(8),
        row.GetString(9));
}
