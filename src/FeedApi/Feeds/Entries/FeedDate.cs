using System.Globalization;

namespace FeedApi.Feeds.Entries;

/// <summary>Formats dates for Atom and JSON Feed (RFC 3339).</summary>
internal static class FeedDate
{
    /// <summary>The time with its offset, in whole seconds.</summary>
    internal static string Rfc3339(DateTimeOffset instant) => instant.Offset == TimeSpan.Zero
        ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
