using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Writes a template's text as it is, and values escaped for the place where they stand.</summary>
/// <remarks>
/// Go, html/template. The sanitiser, not this, is what keeps readers safe: what is written passes it like any HTML of a post.
/// </remarks>
internal sealed partial class EscapingWriter
{
    // What Go writes in place of a value that it holds for unsafe.
    private const string Refused = "ZgotmplZ";

    private readonly StringBuilder html = new();
    private readonly HtmlContext context = new();

    /// <summary>Writes text of the template.</summary>
    public void WriteTemplate(string text)
    {
        context.Advance(text);
        html.Append(text);
    }

    /// <summary>Writes a value.</summary>
    public void WriteValue(object? value)
    {
        var text = TemplateValues.TextOf(value);
        var kind = (value as SafeText)?.Kind;
        context.BeginValue();
        html.Append(context.Place switch
        {
            HtmlPlace.Text => kind == SafeTextKind.Html ? text : WebUtility.HtmlEncode(text),
            HtmlPlace.Tag => kind == SafeTextKind.Attribute ? text : NameOf(text),
            HtmlPlace.Quoted => WebUtility.HtmlEncode(ValueOf(text, kind)),
            HtmlPlace.Unquoted => Unquoted().Replace(WebUtility.HtmlEncode(ValueOf(text, kind)), match => $"&#{(int)match.Value[0]};"),
            _ => "",
        });
    }

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    private static string NameOf(string text) => text.Length == 0 ? "" : text.All(char.IsAsciiLetterOrDigit) ? text : Refused;

    private string ValueOf(string text, SafeTextKind? kind) => context.Attribute switch
    {
        "href" or "src" or "cite" or "poster" or "action" or "data" or "background" or "longdesc" => AddressOf(text, kind),
        "style" => kind == SafeTextKind.Css || !UnsafeCss().IsMatch(text) ? text : Refused,
        ['o', 'n', _, ..] => "",
        _ => kind == SafeTextKind.Html ? WebUtility.HtmlDecode(Tags().Replace(text, "")) : text,
    };

    private string AddressOf(string text, SafeTextKind? kind)
    {
        if (context.IsInQuery) return kind == SafeTextKind.Address ? Normalize(text) : EscapeQuery(text);
        return kind != SafeTextKind.Address && context.IsAtStart && HasUnsafeScheme(text) ? "#" + Refused : Normalize(text);
    }

    private static bool HasUnsafeScheme(string text)
    {
        var colon = text.IndexOf(':');
        return colon >= 0 && !text.AsSpan(0, colon).Contains('/')
            && text[..colon].Trim().ToLowerInvariant() is not ("http" or "https" or "mailto");
    }

    private static string EscapeQuery(string text) =>
        Escape().Replace(Uri.EscapeDataString(text), match => match.Value.ToLowerInvariant());

    // What may stand in an address stays; letters beyond ASCII are encoded when the address is made absolute.
    private static string Normalize(string text) => NotInAddress().Replace(text, match => Uri.HexEscape(match.Value[0]));

    [GeneratedRegex("[\\s\"'<>`\\\\^{|}]")]
    private static partial Regex NotInAddress();

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Escape();

    [GeneratedRegex("[\\s=`]")]
    private static partial Regex Unquoted();

    [GeneratedRegex("[\\0\"'()/;@\\[\\\\\\]`{}<>]|--|expression|mozbinding", RegexOptions.IgnoreCase)]
    private static partial Regex UnsafeCss();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
