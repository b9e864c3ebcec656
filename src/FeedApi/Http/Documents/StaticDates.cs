using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace FeedApi.Http.Documents;

/// <summary>
/// Last-Modified of documents that depend on the program and the settings of the site, but on no article. It stays when the site is read
/// again, when the server is started again, and on every server with the same files.
/// </summary>
internal sealed class StaticDates(TimeProvider time)
{
    // Images of containers are often built with the times of all files set to 1970 or 1980.
    private static readonly DateTimeOffset FirstPlausible = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, (string Hash, DateTimeOffset ModifiedAt)> known = new(StringComparer.Ordinal);
    private readonly DateTimeOffset programModifiedAt = Plausible(WriteTimeOf(ProgramFile), time.GetUtcNow()) ?? time.GetUtcNow();

    /// <summary>When the document last changed.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="settings">The file of the settings that it depends on; null when it depends on the program alone.</param>
    public DateTimeOffset Of(string address, ReadOnlySpan<byte> body, string? settings = null)
    {
        var hash = Convert.ToHexString(SHA256.HashData(body));
        var now = time.GetUtcNow();
        // What was served before is known to have changed now, whatever the times of files say.
        return known.AddOrUpdate(
            address,
            _ => (hash, settings is not null && Plausible(WriteTimeOf(settings), now) is { } at && at > programModifiedAt
                ? at
                : programModifiedAt),
            (_, former) => former.Hash == hash ? former : (hash, now)).ModifiedAt;
    }

    // The program is a file of its own when it was published as one, and else a library beside its starter.
    private static string? ProgramFile =>
        Path.Combine(AppContext.BaseDirectory, typeof(StaticDates).Assembly.GetName().Name + ".dll") is var library && File.Exists(library)
            ? library
            : Environment.ProcessPath;

    private static DateTimeOffset? WriteTimeOf(string? path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null;

    private static DateTimeOffset? Plausible(DateTimeOffset? instant, DateTimeOffset now) =>
        instant >= FirstPlausible && instant <= now ? instant : null;
}
