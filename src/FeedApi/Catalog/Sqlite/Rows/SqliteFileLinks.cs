using System.Security.Cryptography;
using System.Text;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Site.Files;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>
/// Which files are linked to: by posts without an article, of which each link has a row, and by articles, which the search index finds.
/// </summary>
/// <remarks>
/// A token of the search index for each file of an article costs a tenth of a row of its own, and goes with the article. See
/// docs/decisions/0039-files-are-as-public-as-their-posts.md.
/// </remarks>
internal static class SqliteFileLinks
{
    private const int HashBytes = 8;

    private const string PublishedSql = """
        SELECT s.path, EXISTS(SELECT 1 FROM articles a WHERE a.source = s.path)
          OR EXISTS(SELECT 1 FROM hidden_files h WHERE h.file = $3 AND h.source = s.path)
        FROM sources s WHERE s.path >= $1 AND s.path < $2
        """;

    private static readonly string[] Extensions = [.. PostPath.Extensions];

    /// <summary>The token of an article that links to a file.</summary>
    /// <param name="key">The key of the file (<see cref="FileKeys"/>).</param>
    public static string TokenOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        // Not the sign of a term, which is followed by a digit.
        return "%f" + Convert.ToHexStringLower(hash[..HashBytes]);
    }

    /// <summary>Replaces the files of a post that has no article.</summary>
    public static void Put(SqliteSession session, string source, IReadOnlyList<string> files)
    {
        session.Run("DELETE FROM hidden_files WHERE source = $1", source);
        foreach (var file in files) session.Run("INSERT OR IGNORE INTO hidden_files VALUES($1, $2)", file, source);
    }

    /// <summary>True when any post without an article links to a file.</summary>
    public static bool HasAny(SqliteSession session) => session.Scalar("SELECT 1 FROM hidden_files LIMIT 1") is not null;

    /// <summary>Who links to a file.</summary>
    public static FileLinks Find(SqliteSession session, string key)
    {
        if (session.Scalar("SELECT 1 FROM hidden_files WHERE file = $1 LIMIT 1", key) is null) return FileLinks.NotOfHidden;
        var token = $"\"{TokenOf(key)}\"";
        if (session.Scalar("SELECT 1 FROM search WHERE search MATCH $1 LIMIT 1", token) is not null) return FileLinks.OfArticles;
        OutlineRows.ThrowIfAny(session);
        return FileLinks.OfHiddenOnly;
    }

    /// <summary>True when any article links to a file.</summary>
    public static bool IsLinked(SqliteSession session, string key)
    {
        if (session.Scalar("SELECT 1 FROM search WHERE search MATCH $1 LIMIT 1", $"\"{TokenOf(key)}\"") is not null) return true;
        OutlineRows.ThrowIfAny(session);
        return false;
    }

    /// <summary>Whether a bundle's post is published; null when the folder is no bundle, as far as files have been read.</summary>
    /// <remarks>A folder with an <c>index.html</c> is one when there are no posts besides, which such a page may list.</remarks>
    public static bool? IsBundlePublished(SqliteSession session, string folder)
    {
        var (isBundle, isPage, isPublished) = (false, false, false);
        using (var rows = session.Query(PublishedSql, folder + "/index.", folder + "/index/", FileKeys.OfSharedBundle))
        {
            while (rows.Read())
            {
                var name = rows.GetString(0)[(folder.Length + 1)..];
                if (!IsPost(name)) continue;
                if (name.Contains(".htm", StringComparison.OrdinalIgnoreCase)) isPage = true;
                else isBundle = true;
                isPublished |= rows.GetInt64(1) == 1;
            }
        }

        if (!isBundle && !isPage) return null;
        return isBundle || !HasOthers(session, folder) ? isPublished : null;
    }

    private static bool IsPost(string name) =>
        !name.Contains('/') && Array.Exists(Extensions, each => name.EndsWith(each, StringComparison.OrdinalIgnoreCase));

    private static bool HasOthers(SqliteSession session, string folder) => session.Scalar(
        "SELECT 1 FROM sources WHERE path > $1 AND path < $2 AND NOT (path >= $3 AND path < $4) LIMIT 1",
        folder + "/", folder + "0", folder + "/index.", folder + "/index/") is not null;
}
