using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that write a text in the alphabet of HTML, XML, addresses, Base64 or JSON.</summary>
internal static partial class EncodingFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["escape"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(EscapeHtml(Text(input, context))),
        ["h"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(EscapeHtml(Text(input, context))),
        ["escape_once"] = static (input, _, context) => new StringValue(BareCharacters().Replace(SlowText(input, context), EscapeBare)),
        ["xml_escape"] = static (input, _, context) => new StringValue(EscapeXml(Text(input, context))),
        ["inspect"] = static (input, _, context) => new StringValue(EscapeXml(RubyText.Inspect(input, context))),
        ["url_encode"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(EncodeForm(SlowText(input, context))),
        ["cgi_escape"] = static (input, _, context) => new StringValue(EncodeForm(SlowText(input, context))),
        ["url_decode"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(XmlText.Clean(WebUtility.UrlDecode(Text(input, context)))),
        ["uri_escape"] = static (input, _, context) => new StringValue(AddressText.NormalizeComponent(SlowText(input, context))),
        ["base64_encode"] = static (input, _, context) => new StringValue(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(input, context)))),
        ["base64_decode"] = static (input, _, context) => new StringValue(FromBase64(Text(input, context))),
        ["base64_url_safe_encode"] = static (input, _, context) =>
            new StringValue(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(input, context))).Replace('+', '-').Replace('/', '_')),
        ["base64_url_safe_decode"] = static (input, _, context) => new StringValue(FromBase64(Text(input, context).Replace('-', '+').Replace('_', '/'))),
        ["jsonify"] = static (input, _, context) => new StringValue(JsonText.Of(input, context)),
    };

    private static string EscapeHtml(string text) => EscapeXml(text).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string EscapeXml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    // An ampersand that begins a reference stays.
    private static string EscapeBare(Match match) => match.Length > 1 ? match.Value : EscapeHtml(match.Value);

    private static string EncodeForm(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var letter in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || (char)letter is '-' or '_' or '.' or '~') made.Append((char)letter);
            else if (letter == ' ') made.Append('+');
            else made.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        }

        return made.ToString();
    }

    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? XmlText.Clean(Encoding.UTF8.GetString(bytes, 0, length))
            : throw new LiquidException(ProblemCodes.LiquidError, "The text is not Base64.");
    }

    [GeneratedRegex("&(?:[a-zA-Z]+|#[0-9]+);|[\"><'&]", RegexOptions.NonBacktracking)]
    private static partial Regex BareCharacters();
}
