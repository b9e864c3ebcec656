using System.Text.Json;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Queries;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Reads articles with their terms and bodies from rows of the index.</summary>
internal static class ArticleRows
{
    /// <summary>The columns of <c>articles a</c> that <see cref="Read(SqliteSession, SqliteDataReader)"/> expects.</summary>
    public const string Columns =
        "a.article, a.id, a.guid, a.source, a.path, a.title, a.summary, a.language, a.published, a.published_offset, "
        + "a.updated, a.updated_offset, a.word_count, a.external_url, a.details, a.section, a.translation_key, a.in_feeds, a.lifted, "
        + "a.is_outline, a.changed, a.first_public";

    private const string TermsSql = """
        SELECT r.article, r.kind, t.slug, t.name, r.url, r.email, r.learned_name FROM json_each($1) wanted
        JOIN article_terms r ON r.article = wanted.value JOIN terms t ON t.term = r.term ORDER BY r.article, r.kind, r.position
        """;

    /// <summary>
    /// All articles of an open query over <see cref="Columns"/>, in its order, without those whose bodies cannot be read: a feed is served
    /// without them while they are mended.
    /// </summary>
    public static IReadOnlyList<Article> ReadAll(SqliteSession session, SqliteDataReader rows, ArticleBodies bodies) =>
        [.. Read(session, rows).Select(each => WithBodies(session, each, bodies)).OfType<Article>()];

    /// <summary>The article of an open query over <see cref="Columns"/>; null when there is none.</summary>
    /// <exception cref="IndexDamageException">Its bodies cannot be read.</exception>
    public static Article? ReadOne(SqliteSession session, SqliteDataReader rows, ArticleBodies bodies) =>
        Read(session, rows) is not [var found] ? null
        : WithBodies(session, found, bodies)
            ?? throw new IndexDamageException($"The article {found.Article.Id} cannot be read; its file is read again.");

    /// <summary>The rows of an open query over <see cref="Columns"/> and their articles without bodies, in its order.</summary>
    /// <exception cref="OutlineException">Some of them are not rendered yet.</exception>
    public static List<ArticleRow> Read(SqliteSession session, SqliteDataReader rows)
    {
        List<ArticleRow> found = [];
        using (rows)
        {
            while (rows.Read()) found.Add(new ArticleRow(rows.GetInt64(0), Read(rows)) { IsOutline = rows.GetInt32(19) == 1 });
        }

        if (found.Exists(each => each.IsOutline)) found = OutlineRows.Render(session, found);
        var terms = TermsOf(session, found.ConvertAll(each => each.Row));
        return found.ConvertAll(each => each with { Article = WithTerms(each.Article, terms[each.Row]) });
    }

    /// <summary>An article with its bodies; null when they cannot be read.</summary>
    public static Article? WithBodies(SqliteSession session, ArticleRow found, ArticleBodies bodies) =>
        found.IsOutline ? null
        : bodies == ArticleBodies.None ? found.Article
        : found.RenderedBodies is { } rendered ? PackedBodies.Unpack(found.Article, rendered, bodies)
        : PackedRows.Read(session, found.Row, packed => PackedBodies.Unpack(found.Article, packed, bodies));

    /// <summary>The articles of these rows, in their order, without those whose bodies cannot be read.</summary>
    public static IReadOnlyList<Article> ReadAll(SqliteSession session, IReadOnlyList<long> rows, ArticleBodies bodies) =>
        [.. Read(session, rows).Select(each => WithBodies(session, each, bodies)).OfType<Article>()];

    /// <summary>These rows and their articles without bodies, in their order.</summary>
    public static List<ArticleRow> Read(SqliteSession session, IReadOnlyList<long> rows) =>
        rows.Count == 0 ? []
        : Read(
            session,
            session.Query(
                $"SELECT {Columns} FROM json_each($1) wanted JOIN articles a ON a.article = wanted.value ORDER BY wanted.key",
                JsonSerializer.Serialize(rows)));

    private static Article Read(SqliteDataReader row)
    {
        var details = ArticleDetails.Read(TextOrNull(row, 14));
        return new Article
        {
            Id = row.GetString(1),
            Guid = row.GetString(2),
            SourcePath = row.GetString(3),
            Path = row.GetString(4),
            Title = row.GetString(5),
            Summary = row.GetString(6),
            Language = row.GetString(7),
            Published = Instant.From(row.GetInt64(8), row.GetInt32(9)),
            Updated = Instant.From(row.GetInt64(10), row.GetInt32(11)),
            WordCount = row.GetInt32(12),
            ExternalUrl = TextOrNull(row, 13),
            Image = details.Image,
            Enclosures = details.Enclosures ?? [],
            Redirects = details.Redirects ?? [],
            RedirectTo = details.RedirectTo,
            Meta = details.Meta,
            Correction = details.Correction,
            Ai = details.Ai,
            IsInFeeds = row.GetInt32(17) == 1,
            Changed = Instant.From(row.GetInt64(20)),
            FirstPublic = row.IsDBNull(21) ? null : Instant.From(row.GetInt64(21)),
            LiftedAt = row.IsDBNull(18) ? null : details.Correction?.At,
            Section = TextOrNull(row, 15),
            TranslationKey = TextOrNull(row, 16),
        };
    }

    private static ILookup<long, (TermKind Kind, Term Term)> TermsOf(SqliteSession session, List<long> articles)
    {
        List<(long Article, TermKind Kind, Term Term)> terms = [];
        if (articles.Count > 0)
        {
            using var rows = session.Query(TermsSql, JsonSerializer.Serialize(articles));
            while (rows.Read())
            {
                var term = new Term(rows.GetString(2), rows.GetString(3), TextOrNull(rows, 4), TextOrNull(rows, 5), TextOrNull(rows, 6));
                terms.Add((rows.GetInt64(0), (TermKind)rows.GetInt32(1), term));
            }
        }

        return terms.ToLookup(each => each.Article, each => (each.Kind, each.Term));
    }

    private static Article WithTerms(Article article, IEnumerable<(TermKind Kind, Term Term)> terms)
    {
        var byKind = terms.ToLookup(each => each.Kind, each => each.Term);
        return article with
        {
            Categories = [.. byKind[TermKind.Category]],
            Tags = [.. byKind[TermKind.Tag]],
            Authors = [.. byKind[TermKind.Author]],
        };
    }

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
