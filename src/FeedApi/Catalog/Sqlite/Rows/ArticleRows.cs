using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Queries;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Reads articles with their terms and bodies from rows of the index.</summary>
internal static class ArticleRows
{
    /// <summary>The columns of <c>articles a</c> that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "a.article, a.id, a.guid, a.source, a.path, a.title, a.summary, a.language, a.published, a.published_offset, "
        + "a.updated, a.updated_offset, a.word_count, a.external_url, a.details, a.section, a.translation_key, a.in_feeds, a.lifted";

    private const string TermsSql = """
        SELECT r.article, r.kind, t.slug, t.name, r.url, r.email, r.learned_name FROM json_each($1) wanted
        JOIN article_terms r ON r.article = wanted.value JOIN terms t ON t.term = r.term ORDER BY r.article, r.kind, r.position
        """;

    private const string PackedSql = "SELECT packed FROM bodies WHERE article = $1";

    /// <summary>All articles of an open query over <see cref="Columns"/>, in its order.</summary>
    public static IReadOnlyList<Article> ReadAll(SqliteSession session, SqliteDataReader rows, ArticleBodies bodies)
    {
        List<(long Row, Article Article)> found = [];
        using (rows)
        {
            while (rows.Read()) found.Add((rows.GetInt64(0), Read(rows)));
        }

        var terms = TermsOf(session, found.ConvertAll(each => each.Row));
        return found.ConvertAll(each => WithBodies(session, each.Row, WithTerms(each.Article, terms[each.Row]), bodies));
    }

    /// <summary>The articles of these rows, in their order.</summary>
    public static IReadOnlyList<Article> ReadAll(SqliteSession session, IReadOnlyList<long> rows, ArticleBodies bodies) =>
        rows.Count == 0 ? []
        : ReadAll(
            session,
            session.Query(
                $"SELECT {Columns} FROM json_each($1) wanted JOIN articles a ON a.article = wanted.value ORDER BY wanted.key",
                JsonSerializer.Serialize(rows)),
            bodies);

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

    private static Article WithBodies(SqliteSession session, long row, Article article, ArticleBodies bodies)
    {
        return bodies != ArticleBodies.None && session.Scalar(PackedSql, row) is byte[] packed
            ? PackedBodies.Unpack(article, packed, bodies)
            : article;
    }

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
