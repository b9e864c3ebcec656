using System.Globalization;

namespace FeedApi.Model.Dates;

/// <summary>Parses playing times of enclosures.</summary>
internal static class Duration
{
    private const int MaxSeconds = 1_000_000;

    /// <summary>The seconds of <c>HH:MM:SS</c>, <c>MM:SS</c> or a number of seconds, at most 1,000,000; null for anything else.</summary>
    public static int? Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 3) return null;
        long seconds = 0;
        foreach (var (index, part) in parts.Index())
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (index > 0 && number > 59))
                return null;
            seconds = (seconds * 60) + number;
        }

        return seconds is > 0 and <= MaxSeconds ? (int)seconds : null;
    }
}
