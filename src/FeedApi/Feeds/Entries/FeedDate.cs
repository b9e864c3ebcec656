using System.Globalization;

namespace FeedApi.Feeds.Entries;

/// <summary>Dates as Atom and JSON Feed write them.</summary>
internal static class FeedDate
{
    /// <summary>An instant with its offset, in whole seconds.</summary>
    internal static string Rfc3339(DateTimeOffset instant) => instant.Offset == TimeSpan.Zero
        ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
