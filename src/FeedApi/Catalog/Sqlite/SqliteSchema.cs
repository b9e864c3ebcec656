using FeedApi.Catalog.Sqlite.Search;

namespace FeedApi.Catalog.Sqlite;

/// <summary>
/// The tables of the index. Anything here may change freely: another <see cref="Version"/> makes another index be made beside the present
/// one, which is served meanwhile when <see cref="OldestReadableVersion"/> allows it.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Increased with every change of the tables or of the meaning of their columns.</summary>
    public const int Version = 15;

    /// <summary>
    /// The oldest version of which everything that reads, other than <see cref="SqliteSourceIndex"/>, understands the tables, with what
    /// <see cref="Upgrades.FormerTables"/> adds. Set to <see cref="Version"/> when that cannot add what answers requests.
    /// </summary>
    public const int OldestReadableVersion = 12;

    private const int VersionsOfRendering = 1_000;

    /// <summary>Bytes of a page: bodies take some thousand bytes, and few of them would fit into a smaller page.</summary>
    public const int PageBytes = 16_384;

    /// <summary>The versions of this program.</summary>
    /// <param name="rendering">The version of rendering of the articles.</param>
    public static IndexVersions VersionsWith(int rendering) => new(Version, OldestReadableVersion, rendering);

    /// <summary>The <c>user_version</c> of an index.</summary>
    /// <param name="schema">The version of its tables.</param>
    /// <param name="rendering">The version of rendering at the time when it was made.</param>
    public static long FileVersion(int schema, int rendering) => ((long)schema * VersionsOfRendering) + rendering;

    /// <summary>The version of the tables of an index.</summary>
    public static int SchemaOf(long fileVersion) => (int)(fileVersion / VersionsOfRendering);

    /// <summary>The version of rendering at the time when an index was made.</summary>
    public static int RenderingOf(long fileVersion) => (int)(fileVersion % VersionsOfRendering);

    /// <summary>
    /// Instants are Unix seconds, offsets minutes. <c>sources.due_at</c> is when a hidden post appears, or a shown one expires
    /// (<c>expires_at</c>) or is to be read again, <c>valid_from</c> before which instant the clock would give another outcome.
    /// <c>sources.stem</c> is by what namesakes are found (<see cref="Site.Files.PostStem.BucketOf"/>), <c>waits_for_id</c>
    /// and <c>waits_for_guid</c> name the files that have the id or guid this one asks for. <c>awaited_files</c> are pictures and
    /// recordings that are missing, <c>hidden_files</c> the keys of files that posts without an article link to
    /// (<see cref="Rows.SqliteFileLinks"/>). <c>articles.rank</c> is the value of its <see
    /// cref="Model.SourceRank"/>, <c>asks</c> its <see cref="Rows.AskedNames"/>. <c>articles.wanted_path</c> is the permalink that the post
    /// requests, <c>path</c> the one it has. <c>articles.left_feeds</c> is when an article that was in feeds was taken out of them,
    /// <c>lifted</c> when it was corrected, while feeds show it first. <c>articles.is_outline</c> is 1 while only what lists need is
    /// stored: its <c>hash</c> is empty, it has no bodies and is in no search. <c>articles.changed</c> is <see
    /// cref="Model.Article.Changed"/>, <c>has</c> its <see cref="Queries.ArticleParts"/>, <c>first_public</c> its <see
    /// cref="Model.Article.FirstPublic"/> where that is not about when it was published. <c>order_fields</c> contains the front matter
    /// by which the site lets clients filter (<see cref="Model.FieldValue"/>). <c>changes.first</c> is the sequence with which the article
    /// was published, the last time that it was not before, <c>corrected</c> that of its latest correction, 0 when it has none;
    /// <c>changes.terms</c> are all that it ever had. <c>copies</c> are pairs of near-duplicates (<see cref="SqliteCopies"/>).
    /// <c>state.generation</c> is a random number: another one means that tokens of the change log are void.
    /// <c>order_terms</c> is scanned by queries by term;
    /// <c>article_terms</c> contains the terms as written in each article. <c>bodies</c> are compressed (<see cref="PackedBodies"/>).
    /// <c>search</c> contains the tokens of each article (<see cref="FeedApi.Catalog.Search.SearchText.Tokens"/>), and those of its terms
    /// (<see cref="SqliteSearch.TermToken"/>); <c>search_rows</c> the data that a search needs of each candidate (<c>sieve</c>: its Bloom
    /// filter), at half the cost of reading the article's row; <c>search_blocks</c> bounds the instants of each <see
    /// cref="SqliteSearch.BlockArticles"/> rows.
    /// </summary>
    public const string Tables = """
        CREATE TABLE state(
          only INTEGER PRIMARY KEY CHECK(only = 1), revision INTEGER NOT NULL, sequence INTEGER NOT NULL, articles INTEGER NOT NULL,
          changed_at INTEGER NOT NULL, described_at INTEGER NOT NULL, fingerprint TEXT, generation INTEGER NOT NULL);

        CREATE TABLE sources(
          path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, hash TEXT NOT NULL, due_at INTEGER,
          stem INTEGER NOT NULL, waits_for_id TEXT, waits_for_guid TEXT, expires_at INTEGER, valid_from INTEGER)
          WITHOUT ROWID;
        CREATE INDEX sources_stem ON sources(stem);
        CREATE INDEX sources_due ON sources(due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX sources_waiting_for_id ON sources(waits_for_id) WHERE waits_for_id IS NOT NULL;
        CREATE INDEX sources_waiting_for_guid ON sources(waits_for_guid) WHERE waits_for_guid IS NOT NULL;

        CREATE TABLE problems(
          source TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL, severity INTEGER NOT NULL, line INTEGER, column INTEGER,
          message TEXT NOT NULL, action TEXT NOT NULL, PRIMARY KEY(source, position)) WITHOUT ROWID;

        CREATE TABLE awaited_files(
          path TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY(path, source)) WITHOUT ROWID;
        CREATE INDEX awaited_files_source ON awaited_files(source);

        CREATE TABLE hidden_files(
          file TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY(file, source)) WITHOUT ROWID;
        CREATE INDEX hidden_files_source ON hidden_files(source);

        CREATE TABLE articles(
          article INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, id_key TEXT NOT NULL UNIQUE, guid TEXT NOT NULL UNIQUE,
          source TEXT NOT NULL UNIQUE, path TEXT NOT NULL UNIQUE, wanted_path TEXT NOT NULL,
          title TEXT NOT NULL, summary TEXT NOT NULL, language TEXT NOT NULL,
          published INTEGER NOT NULL, published_offset INTEGER NOT NULL, updated INTEGER NOT NULL, updated_offset INTEGER NOT NULL,
          word_count INTEGER NOT NULL, external_url TEXT, details TEXT, hash BLOB NOT NULL, rank INTEGER NOT NULL, asks INTEGER NOT NULL,
          section TEXT, translation_key TEXT, in_feeds INTEGER NOT NULL, left_feeds INTEGER, lifted INTEGER,
          is_outline INTEGER NOT NULL, changed INTEGER NOT NULL, has INTEGER NOT NULL,
          first_public INTEGER);
        CREATE INDEX articles_published ON articles(published, id);
        CREATE INDEX articles_updated ON articles(updated, id);
        CREATE INDEX articles_changed ON articles(changed, id);
        CREATE INDEX articles_first_public ON articles(first_public, id) WHERE first_public IS NOT NULL;
        CREATE INDEX articles_lifted ON articles(updated, id) WHERE lifted IS NOT NULL;
        CREATE INDEX articles_left_feeds ON articles(left_feeds) WHERE left_feeds IS NOT NULL;
        CREATE INDEX articles_section ON articles(section, published, id) WHERE section IS NOT NULL;
        CREATE INDEX articles_translation ON articles(translation_key) WHERE translation_key IS NOT NULL;
        CREATE INDEX articles_outlines ON articles(published, id) WHERE is_outline = 1;
        CREATE INDEX articles_moved ON articles(wanted_path) WHERE wanted_path <> path;

        CREATE TABLE bodies(article INTEGER PRIMARY KEY, packed BLOB NOT NULL);

        CREATE TABLE terms(
          term INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, url TEXT,
          count INTEGER NOT NULL, newest INTEGER, newest_offset INTEGER, changed_at INTEGER NOT NULL,
          is_merged INTEGER NOT NULL DEFAULT 0, UNIQUE(kind, key));
        CREATE INDEX terms_merged ON terms(term) WHERE is_merged = 1;
        CREATE TABLE spellings(
          term INTEGER NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY(term, slug, name)) WITHOUT ROWID;

        CREATE TABLE article_terms(
          article INTEGER NOT NULL, kind INTEGER NOT NULL, position INTEGER NOT NULL, term INTEGER NOT NULL, slug TEXT NOT NULL,
          name TEXT NOT NULL, url TEXT, email TEXT, learned_name TEXT, PRIMARY KEY(article, kind, position)) WITHOUT ROWID;
        CREATE TABLE order_terms(
          term INTEGER NOT NULL, published INTEGER NOT NULL, id TEXT NOT NULL, article INTEGER NOT NULL, has_learned_name INTEGER NOT NULL,
          PRIMARY KEY(term, published, id)) WITHOUT ROWID;
        CREATE INDEX order_learned ON order_terms(term, published, id) WHERE has_learned_name = 1;

        CREATE TABLE order_fields(
          field TEXT NOT NULL, value NOT NULL, published INTEGER NOT NULL, id TEXT NOT NULL, article INTEGER NOT NULL,
          PRIMARY KEY(field, value, published, id)) WITHOUT ROWID;
        CREATE INDEX order_fields_article ON order_fields(article);

        CREATE TABLE sketches(article INTEGER PRIMARY KEY, published INTEGER NOT NULL, id TEXT NOT NULL, sketch BLOB NOT NULL);
        CREATE TABLE sketch_bands(
          period INTEGER NOT NULL, band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(period, band, article)) WITHOUT ROWID;
        CREATE TABLE copies(article INTEGER NOT NULL, original INTEGER NOT NULL, PRIMARY KEY(article, original)) WITHOUT ROWID;
        CREATE INDEX copies_original ON copies(original);

        CREATE TABLE archive_edges(
          term INTEGER NOT NULL, published INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY(term, published, id)) WITHOUT ROWID;

        CREATE VIRTUAL TABLE search USING fts5(tokens, content = '', contentless_delete = 1, detail = none,
          tokenize = "ascii tokenchars '+#!%'");
        CREATE VIRTUAL TABLE search_tokens USING fts5vocab(search, 'row');
        INSERT INTO search(search, rank) VALUES('hashsize', 33554432);
        INSERT INTO search(search, rank) VALUES('automerge', 8);
        CREATE TABLE search_blocks(block INTEGER PRIMARY KEY, oldest INTEGER NOT NULL, newest INTEGER NOT NULL, updated INTEGER NOT NULL);
        CREATE TABLE search_rows(article INTEGER PRIMARY KEY, published INTEGER NOT NULL, updated INTEGER NOT NULL, sieve BLOB NOT NULL);

        CREATE TABLE derived_files(
          name TEXT NOT NULL, article INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY(name, article));
        CREATE INDEX derived_files_article ON derived_files(article);

        CREATE TABLE redirects(path TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(path, article)) WITHOUT ROWID;
        CREATE INDEX redirects_article ON redirects(article);
        CREATE TABLE former_paths(path TEXT PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE changes(
          sequence INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, guid TEXT NOT NULL, path TEXT NOT NULL,
          terms TEXT NOT NULL, at INTEGER NOT NULL, first INTEGER NOT NULL, corrected INTEGER NOT NULL);
        CREATE INDEX changes_deleted ON changes(at) WHERE kind = 1;
        CREATE INDEX changes_deleted_path ON changes(path) WHERE kind = 1;
        """;
}
