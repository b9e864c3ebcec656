using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Feeds.Validation;

/// <summary>The forms of values that several formats share.</summary>
internal static partial class FeedValues
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] MarkedDates = ["ddd, dd MMM yyyy HH:mm:ss", "ddd, d MMM yyyy HH:mm:ss"];

    /// <summary>True for an absolute address with a host, in ASCII: http or https.</summary>
    public static bool IsWebAddress(string? value) =>
        value is not null
        && Ascii.IsValid(value)
        && Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && value.StartsWith(uri.Scheme + "://", StringComparison.Ordinal)
        && value.AsSpan().IndexOfAny(" <>\"") < 0;

    /// <summary>True for an absolute IRI in ASCII of any scheme, as identifiers of Atom are compared character by character.</summary>
    public static bool IsIdentifier(string? value) =>
        value is not null && Ascii.IsValid(value) && Identifier().IsMatch(value)
        // .NET 10.0: IsWellFormedUriString is false for escapes of characters beyond U+FFFF, which are as good as others.
        && Uri.TryCreate(value, UriKind.Absolute, out _) && !NotOfUri().IsMatch(value);

    /// <summary>
    /// True for a date of RFC 822 with a year of four digits, as all readers understand it: <c>Thu, 04 Oct 2007 23:59:45 +0000</c>, with
    /// the right day of the week.
    /// </summary>
    public static bool IsRfc822(string value)
    {
        if (Rfc822Zone().Match(value) is not { Success: true } zone) return false;
        var instant = value[..zone.Index];
        return DateTime.TryParseExact(instant, MarkedDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && instant.StartsWith(Days[(int)date.DayOfWeek], StringComparison.Ordinal);
    }

    /// <summary>The instant of RFC 3339, with capital T and Z (RFC 4287, section 3.3); null when the value is none.</summary>
    public static DateTimeOffset? Rfc3339(string? value) =>
        value is not null && Rfc3339Form().IsMatch(value)
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    /// <summary>True for a tag of a language by its form (BCP 47).</summary>
    public static bool IsLanguage(string value) => Language().IsMatch(value);

    /// <summary>True for an address of mail.</summary>
    public static bool IsMail(string value) => Mail().IsMatch(value);

    /// <summary>True for an address of mail, with a name in parentheses or without one.</summary>
    public static bool IsContact(string value) => Contact().IsMatch(value);

    /// <summary>True for a media type without parameters.</summary>
    public static bool IsMediaType(string? value) => value is not null && MediaType().IsMatch(value);

    /// <summary>True for a whole number that is not negative.</summary>
    public static bool IsCount(string? value) => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*:[^\s]+$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"[\s<>""{}|\\^`]|%(?![0-9A-Fa-f]{2})")]
    private static partial Regex NotOfUri();

    [GeneratedRegex(@" (?:GMT|[+\-][01]\d[0-5]\d)$")]
    private static partial Regex Rfc822Zone();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+\-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339Form();

    [GeneratedRegex("^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Language();

    [GeneratedRegex(@"^[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+$")]
    private static partial Regex Mail();

    [GeneratedRegex(@"^[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+(?: \(.+\))?$")]
    private static partial Regex Contact();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9!#$&\-^_.+]*/[A-Za-z0-9][A-Za-z0-9!#$&\-^_.+]*$")]
    private static partial Regex MediaType();
}
