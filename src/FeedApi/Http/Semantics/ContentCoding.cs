using System.Globalization;
using FeedApi.Http.Documents;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>Selects the content coding of a document by Accept-Encoding (RFC 9110, section 12.5.3).</summary>
internal static class ContentCoding
{
    /// <summary>The body with the highest quality value, the smallest among equals; identity when none is acceptable.</summary>
    public static EncodedBody Select(Document document, StringValues acceptEncoding)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (acceptEncoding.Count == 0) return document.Identity;
        var (brotli, gzip, identity) = Qualities(acceptEncoding);
        if (brotli > 0 && brotli >= gzip && brotli >= identity && document.Brotli is { } br) return br;
        if (gzip > 0 && gzip >= identity && document.Gzip is { } gz) return gz;
        return document.Identity;
    }

    private static (double Brotli, double Gzip, double Identity) Qualities(StringValues fields)
    {
        double? brotli = null, gzip = null, identity = null, any = null;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i].AsSpan();
            foreach (var range in field.Split(','))
            {
                var quality = QualityOf(field[range].Trim(), out var coding);
                if (Is(coding, "br")) brotli = quality;
                else if (Is(coding, "gzip") || Is(coding, "x-gzip")) gzip = quality;
                else if (Is(coding, "identity")) identity = quality;
                else if (coding is "*") any = quality;
            }
        }

        // Identity is acceptable unless excluded, but a coding that is listed by name is preferred to it.
        return (brotli ?? any ?? 0, gzip ?? any ?? 0, identity ?? 0);
    }

    private static double QualityOf(ReadOnlySpan<char> text, out ReadOnlySpan<char> coding)
    {
        var semicolon = text.IndexOf(';');
        coding = semicolon < 0 ? text : text[..semicolon].TrimEnd();
        if (semicolon < 0) return 1;
        var parameter = text[(semicolon + 1)..].Trim();
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return 1;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
    }

    private static bool Is(ReadOnlySpan<char> coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
