using System.Globalization;
using System.Xml.Linq;
using FeedApi.Model.Dates;

namespace FeedApi.Import.Formats;

/// <summary>What the readers of feeds have in common.</summary>
internal static class FeedFields
{
    /// <summary>The text of a child by its local name, trimmed; null when it is missing or empty.</summary>
    public static string? Text(this XElement element, XName name) => NullIfEmpty(element.Element(name)?.Value);

    /// <summary>The trimmed text; null when nothing is left.</summary>
    public static string? NullIfEmpty(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;

    /// <summary>A date as feeds write it; null when there is none, or it is none.</summary>
    public static DateTimeOffset? DateOf(string? text, TimeZoneInfo zone) =>
        NullIfEmpty(text) is { } written && PostDate.TryParse(written, zone, out var date) ? date : null;

    /// <summary>An address in a document, absolute if that can be told.</summary>
    public static string? Absolute(string? address, XElement at)
    {
        if (NullIfEmpty(address) is not { } written) return null;
        if (Uri.TryCreate(written, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal))
            return written;
        return BaseOf(at) is { } start && Uri.TryCreate(start, written, out var joined) ? joined.AbsoluteUri : written;
    }

    /// <summary>A size in bytes; null when it is none.</summary>
    public static long? Size(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    // xml:base, RFC 4287, section 2: each is relative to the one around it.
    private static Uri? BaseOf(XElement? at)
    {
        if (at is null) return null;
        var outer = BaseOf(at.Parent);
        if (at.Attribute(XNamespace.Xml + "base")?.Value is not { Length: > 0 } own) return outer;
        return outer is null ? (Uri.TryCreate(own, UriKind.Absolute, out var start) ? start : null)
            : Uri.TryCreate(outer, own, out var joined) ? joined : outer;
    }
}
