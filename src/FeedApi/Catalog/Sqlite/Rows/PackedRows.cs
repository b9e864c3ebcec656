using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Reads the packed bodies of articles. One that is damaged is reported, so that its file is read again.</summary>
internal static class PackedRows
{
    private const string PackedSql = "SELECT packed FROM bodies WHERE article = $1";
    private const string SourceSql = "SELECT source FROM articles WHERE article = $1";

    /// <summary>What a function makes of the bodies of an article; null when they cannot be read.</summary>
    public static T? Read<T>(SqliteSession session, long row, PackedReader<T> read)
        where T : class
    {
        try
        {
            using var rows = session.Query(PackedSql, row);
            if (rows.Read()) return read(raw.sqlite3_column_blob(rows.Handle, 0));
        }
        catch (Exception failure) when (failure is InvalidDataException || IndexDamage.IsDamage(failure))
        {
            // Reported below: no article is without bodies.
        }

        if (session.Scalar(SourceSql, row) is string source) session.Damage?.ReportArticle(source);
        return null;
    }
}

/// <summary>Makes something of packed bodies.</summary>
internal delegate T? PackedReader<out T>(ReadOnlySpan<byte> packed)
    where T : class;
