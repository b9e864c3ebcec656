using System.Text.RegularExpressions;
using FeedApi.Content.Jekyll;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Filters;
using Fluid.Values;
using static System.StringComparison;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that escape or encode a text for HTML, XML, addresses, Base64 or JSON, and that make addresses.</summary>
internal static partial class EncodingFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["escape"] = OfText(EscapeHtml),
        ["h"] = OfText(EscapeHtml),
        ["escape_once"] = OfText(text => BareCharacters().Replace(text, match => match.Length > 1 ? match.Value : EscapeHtml(match.Value))),
        ["xml_escape"] = OfText(XmlText.Escape),
        ["inspect"] = call => new StringValue(XmlText.Escape(NestedText.Inspect(call.Input, call.Context))),
        ["jsonify"] = call => new StringValue(NestedText.Json(call.Input, call.Context)),
        ["url_encode"] = OfText(EncodeForm),
        ["cgi_escape"] = OfText(EncodeForm),
        ["url_decode"] = OwnOfTexts(MiscFilters.UrlDecode),
        ["uri_escape"] = OfText(text => UriText.EncodeUri(text).Replace("%5B", "[", Ordinal).Replace("%5D", "]", Ordinal)),
        ["base64_encode"] = OwnOfTexts(MiscFilters.Base64Encode),
        ["base64_decode"] = OwnOfTexts(MiscFilters.Base64Decode),
        ["base64_url_safe_encode"] = OwnOfTexts(MiscFilters.Base64UrlSafeEncode),
        ["base64_url_safe_decode"] = OwnOfTexts(MiscFilters.Base64UrlSafeDecode),
        ["relative_url"] = call => call.Input is BaseNilValue ? call.Input : new StringValue(Below(call, "")),
        ["absolute_url"] = call => call.Input is BaseNilValue ? call.Input : new StringValue(Below(call, call.Context.Site.Url)),
        ["strip_index"] = OfText(address => address.EndsWith("/index.html", Ordinal) ? address[..^10] : address),
        ["slugify"] = call => new StringValue(JekyllSlug.Of(call.Text, call.TextAt(0, "default"))),
    };

    private static string EscapeHtml(string text) => XmlText.Escape(text).Replace("'", "&#39;", Ordinal);

    private static string EncodeForm(string text) => Uri.EscapeDataString(text).Replace("%20", "+", Ordinal);

    // A post or page is replaced by its address.
    private static string Below(FilterCall call, string root)
    {
        var address = ValueMap.Property(call.Input, "url") is StringValue url ? url.ToStringValue() : call.Text;
        var end = address.IndexOfAny([':', '/', '?', '#']);
        if (end > 0 && address[end] == ':' && Uri.CheckSchemeName(address[..end])) return address;
        var path = WithSlash(call.Context.Site.BaseUrl) + WithSlash(address);
        if (path.Contains("/.", Ordinal)) path = new Uri("http://a" + path).PathAndQuery;
        return root + UriText.EncodeUri(path);
    }

    private static string WithSlash(string part) => part.Length == 0 || part.StartsWith('/') ? part : "/" + part;

    // An ampersand that begins a character reference stays.
    [GeneratedRegex("&(?:[a-zA-Z]+|#[0-9]+);|[\"><'&]")]
    private static partial Regex BareCharacters();
}
