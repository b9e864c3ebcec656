using System.Net;
using System.Text.RegularExpressions;
using FeedApi.Content;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Filters;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that write a text in the alphabet of HTML, XML, addresses, Base64 or JSON, and that make addresses.</summary>
internal static partial class EncodingFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["escape"] = OfTextOrNil(EscapeHtml),
        ["h"] = OfTextOrNil(EscapeHtml),
        ["escape_once"] = OfText(text => BareCharacters().Replace(text, match => match.Length > 1 ? match.Value : EscapeHtml(match.Value))),
        ["xml_escape"] = OfText(RubyText.EscapeXml),
        ["inspect"] = (input, _, context) => new StringValue(RubyText.EscapeXml(NestedText.Inspect(input, context))),
        ["jsonify"] = (input, _, context) => new StringValue(NestedText.Json(input, context)),
        ["url_encode"] = OfTextOrNil(EncodeForm),
        ["cgi_escape"] = OfText(EncodeForm),
        ["url_decode"] = OfTextOrNil(text => XmlText.Clean(WebUtility.UrlDecode(text))),
        ["uri_escape"] = OfText(text => UriText.EncodeUri(text).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal)),
        ["base64_encode"] = OwnOfTexts(MiscFilters.Base64Encode),
        ["base64_decode"] = CleanOf(MiscFilters.Base64Decode),
        ["base64_url_safe_encode"] = OwnOfTexts(MiscFilters.Base64UrlSafeEncode),
        ["base64_url_safe_decode"] = CleanOf(MiscFilters.Base64UrlSafeDecode),
        ["relative_url"] = (input, _, context) => input is BaseNilValue ? input : new StringValue(Below(input, "", context)),
        ["absolute_url"] = (input, _, context) => input is BaseNilValue ? input : new StringValue(Below(input, context.Site.Url, context)),
        ["strip_index"] = OfTextOrNil(address => address.EndsWith("/index.html", StringComparison.Ordinal) ? address[..^10] : address),
        ["slugify"] = (input, arguments, context) => input is BaseNilValue ? input
            : new StringValue(JekyllSlug.Of(RubyText.Of(input, context), arguments.Count > 0 ? arguments.Text(0, context) : "default")),
    };

    private static string EscapeHtml(string text) => RubyText.EscapeXml(text).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string EncodeForm(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    // A post or page stands for its address.
    private static string Below(FluidValue input, string root, LiquidContext context)
    {
        var address = RubyText.Of(ListFilters.Property(input, "url") is { } url and not BaseNilValue ? url : input, context);
        if (address.IndexOfAny([':', '/', '?', '#']) is > 0 and var end && address[end] == ':' && Uri.CheckSchemeName(address[..end])) return address;
        var path = WithSlash(context.Site.BaseUrl) + WithSlash(address);
        if (path.Contains("/.", StringComparison.Ordinal)) path = new Uri("http://a" + path).GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped);
        return root + UriText.EncodeUri(path);
    }

    private static string WithSlash(string part) => part.Length == 0 || part.StartsWith('/') ? part : "/" + part;

    // An ampersand that begins a reference stays.
    [GeneratedRegex("&(?:[a-zA-Z]+|#[0-9]+);|[\"><'&]", RegexOptions.NonBacktracking)]
    private static partial Regex BareCharacters();
}
