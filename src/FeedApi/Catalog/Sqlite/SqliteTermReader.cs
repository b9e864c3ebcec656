using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Hugo;
using FeedApi.Site.Zola;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads terms, and adds their descriptions from <c>_data/categories.yml</c>.</summary>
internal sealed class SqliteTermReader(SiteConfig site)
{
    private const string Columns = "kind, slug, name, url, count, newest, newest_offset, changed_at";

    private readonly SiteLinks links = new(site);

    /// <summary>When a term's articles last changed, Unix seconds; 0 when there is no such term.</summary>
    public static long ChangedAt(SqliteSession session, TermKind kind, string slug) =>
        session.Scalar("SELECT changed_at FROM terms WHERE kind = $1 AND key = $2", (int)kind, Slug.KeyOf(slug)) is long changed
            ? changed
            : 0;

    /// <summary>A term's row; -1 when there is no such term, and <see cref="SqliteArchives.Site"/> for none.</summary>
    public static long RowOf(SqliteSession session, ChangedTerm? term) =>
        term is not { } wanted ? SqliteArchives.Site
        : session.Scalar("SELECT term FROM terms WHERE kind = $1 AND key = $2", (int)wanted.Kind, wanted.Key) as long? ?? -1;

    /// <summary>A term by any spelling of its slug or name; null when there is none.</summary>
    public TermSummary? Find(SqliteSession session, TermKind kind, string slug)
    {
        var key = Slug.KeyOf(slug);
        if (FindBy(key, session, kind) is { } term) return term;
        // A name of Zola's whose slug has other letters.
        if (TermSlugs.AreTransliterated(site) && FindBy(Slug.KeyOf(TermSlugs.Of(site, slug)), session, kind) is { } other) return other;
        if (site.Hugo is { IsZola: false } hugo && FindByAddress(session, kind, slug, hugo) is { } found) return found;
        return kind == TermKind.Category && site.Categories.TryGetValue(key, out var entry) ? WithoutArticles(session, entry) : null;
    }

    private TermSummary? FindBy(string key, SqliteSession session, TermKind kind)
    {
        using var rows = session.Query($"SELECT {Columns} FROM terms WHERE kind = $1 AND key = $2", (int)kind, key);
        return rows.Read() ? Read(rows) : null;
    }

    // Hugo's address of a term lacks signs that are part of our slug, such as a circled digit. Only addresses of no term come here.
    private TermSummary? FindByAddress(SqliteSession session, TermKind kind, string address, HugoSettings hugo)
    {
        var wanted = HugoPath.Sanitize(address, hugo);
        if (wanted.Length == 0) return null;
        using var rows = session.Query($"SELECT {Columns} FROM terms WHERE kind = $1 AND count > 0 ORDER BY key", (int)kind);
        while (rows.Read())
        {
            if (HugoPath.Sanitize(rows.GetString(2), hugo) == wanted || HugoPath.Sanitize(rows.GetString(1), hugo) == wanted)
                return Read(rows);
        }

        return null;
    }

    /// <summary>All terms of a kind with articles, and the categories of the data file without any.</summary>
    public IReadOnlyList<TermSummary> List(SqliteSession session, TermKind kind)
    {
        List<TermSummary> terms = [];
        using (var rows = session.Query($"SELECT {Columns} FROM terms WHERE kind = $1 AND count > 0", (int)kind))
        {
            while (rows.Read()) terms.Add(Read(rows));
        }

        if (kind == TermKind.Category)
        {
            var used = terms.Select(term => Slug.KeyOf(term.Slug)).ToHashSet(StringComparer.Ordinal);
            terms.AddRange(
                site.Categories.Where(entry => !used.Contains(entry.Key)).Select(entry => WithoutArticles(session, entry.Value)));
        }

        terms.Sort((one, other) => string.CompareOrdinal(one.Slug, other.Slug));
        return terms;
    }

    private TermSummary Read(SqliteDataReader row)
    {
        var term = new TermSummary
        {
            Kind = (TermKind)row.GetInt32(0),
            Slug = row.GetString(1),
            Name = row.GetString(2),
            Url = row.IsDBNull(3) ? null : row.GetString(3),
            Count = row.GetInt32(4),
            Newest = row.IsDBNull(5) ? null : Instant.From(row.GetInt64(5), row.GetInt32(6)),
            ChangedAt = Instant.From(row.GetInt64(7)),
        };
        return term.Kind == TermKind.Category && site.Categories.TryGetValue(Slug.KeyOf(term.Slug), out var entry)
            ? Describe(term, entry)
            : term;
    }

    private TermSummary WithoutArticles(SqliteSession session, CategoryEntry entry) => Describe(
        new TermSummary
        {
            Kind = TermKind.Category,
            Slug = entry.Slug,
            Name = entry.Name ?? entry.Slug,
            Count = 0,
            ChangedAt = Instant.From(SqliteState.TimesOf(session).DescribedAt),
        },
        entry);

    private TermSummary Describe(TermSummary term, CategoryEntry entry) => term with
    {
        Description = entry.Description,
        Image = entry.Image is { } image ? links.FromRoot(image) : null,
    };
}
