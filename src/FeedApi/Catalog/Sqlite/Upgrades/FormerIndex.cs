using FeedApi.Catalog.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>An index of another version, or of another data folder, from which one takes over what is not in the posts.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Schema">The version of its tables.</param>
/// <param name="Sequence">The sequence of its last change.</param>
/// <param name="RenderedAs">What it says of its rendering (<see cref="Upgrades.RenderedAs.Stored"/>).</param>
/// <param name="HasOutlines">True when some of its articles are not rendered yet.</param>
internal sealed record FormerIndex(string Path, int Schema, long Sequence, string? RenderedAs, bool HasOutlines)
{
    /// <summary>
    /// True when a scan was completed with it and all its articles are rendered, so that it can be served without being written to.
    /// </summary>
    public bool IsComplete => RenderedAs is not null && !HasOutlines;

    /// <summary>True when it has what the tokens of clients and <see cref="Model.Article.Changed"/> depend on.</summary>
    public bool HasTokens => Schema >= FormerTables.FirstWithTokens;

    /// <summary>Bytes of the file and its log.</summary>
    public long SizeBytes => IndexFiles.CompanionsOf(Path).Prepend(Path).Select(path => new FileInfo(path)).Where(file => file.Exists)
        .Sum(file => file.Length);

    /// <summary>The index with the latest changes; null when there is none that can be read.</summary>
    /// <param name="paths">Where indexes are.</param>
    public static FormerIndex? LatestOf(IEnumerable<string> paths) =>
        paths.Select(Look).OfType<FormerIndex>().OrderByDescending(index => index.Sequence).ThenByDescending(index => index.IsComplete)
            .FirstOrDefault();

    private static FormerIndex? Look(string path)
    {
        try
        {
            if (!PageChecksum.IsFirstOf(path)) return null;
            var schema = FormerTables.SchemaOf(path);
            if (schema == 0) return null;
            using var session = FormerTables.Open(path);
            return new FormerIndex(
                path, schema, SqliteState.Read(session).Sequence, Upgrades.RenderedAs.Stored(session),
                FormerTables.HasOutlines(session, schema));
        }
        catch (SqliteException failure) when (SqliteTakeOver.IsForeign(failure))
        {
            // Damaged, or of tables that have nothing in common with the present ones: there is nothing to take over.
            return null;
        }
    }
}
