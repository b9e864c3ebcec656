using System.Globalization;
using FeedApi.Catalog.Sqlite.Connections;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>
/// Reads and writes <c>state.fingerprint</c>: the version of rendering and the fingerprint of the site's settings under which every source
/// was last read.
/// </summary>
internal static class RenderedAs
{
    private const char Separator = ':';

    /// <summary>What is recorded of a version of rendering and the fingerprint of a site.</summary>
    public static string TextOf(int rendering, string fingerprint) =>
        string.Create(CultureInfo.InvariantCulture, $"{rendering}{Separator}{fingerprint}");

    /// <summary>What is recorded; null before the first complete scan, empty while sources are read anew.</summary>
    public static string? Stored(SqliteSession session)
    {
        var stored = SqliteState.Read(session).Fingerprint;
        if (string.IsNullOrEmpty(stored) || stored.Contains(Separator, StringComparison.Ordinal)) return stored;
        // By a program that had the version of rendering in the version of the file only.
        return TextOf(SqliteSchema.RenderingOf((long)session.Scalar("PRAGMA user_version")!), stored);
    }

    /// <summary>
    /// The fingerprint of the site; null before the first complete scan, empty while sources are read anew, and when they were rendered by
    /// another version.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="rendering">The version of rendering that articles should be of.</param>
    public static string? Read(SqliteSession session, int rendering)
    {
        var stored = Stored(session);
        if (string.IsNullOrEmpty(stored)) return stored;
        var version = TextOf(rendering, "");
        return stored.StartsWith(version, StringComparison.Ordinal) ? stored[version.Length..] : "";
    }

    /// <summary>Records that every source was read.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="rendering">The version of rendering.</param>
    /// <param name="fingerprint">The fingerprint of the site.</param>
    public static void Write(SqliteSession session, int rendering, string fingerprint) =>
        session.Run("UPDATE state SET fingerprint = $1", TextOf(rendering, fingerprint));

    /// <summary>Records that sources are being read anew.</summary>
    public static void Clear(SqliteSession session) => session.Run("UPDATE state SET fingerprint = ''");
}
