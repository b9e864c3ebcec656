using System.Globalization;

namespace FeedApi.Http.Semantics;

/// <summary>HTTP-date in its three forms (RFC 9110, section 5.6.7).</summary>
internal static class HttpDate
{
    private static readonly string[] Forms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM dd HH:mm:ss yyyy",
        "ddd MMM  d HH:mm:ss yyyy",
    ];

    /// <summary>Formats an instant in the preferred form (IMF-fixdate), always in GMT.</summary>
    public static string Format(DateTimeOffset instant) => instant.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    /// <summary>Parses any of the three forms; false for anything else, in which case the caller must ignore the field.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
