using System.Buffers;
using System.Globalization;
using System.Text;
using FeedApi.Site;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Addresses as Ruby's Addressable writes them: what needs no escape has none, everything else has one.</summary>
/// <remarks>RFC 3986, section 6.2.2.</remarks>
internal static class AddressText
{
    private static readonly SearchValues<char> SchemeChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private const string Unreserved = "-._~";
    private const string Kept = "!$&'()*+,;=:@/";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";

    /// <summary>Below the site's base path, unless it has a scheme.</summary>
    public static string Relative(string address, SiteConfig site) =>
        HasScheme(address) ? address : Normalize(WithSlash(site.BaseUrl) + WithSlash(address));

    /// <summary>Below the site's address, unless it has a scheme.</summary>
    public static string Absolute(string address, SiteConfig site) => HasScheme(address) ? address : site.Url + Relative(address, site);

    /// <summary>All of it as one component: reserved characters stay.</summary>
    public static string NormalizeComponent(string text) => Encode(text.Normalize(NormalizationForm.FormC), Reserved, decodesAll: true);

    private static bool HasScheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && address[colon] == ':' && char.IsAsciiLetter(address[0])
            && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeChars) < 0;
    }

    private static string WithSlash(string part) => part.Length == 0 || part.StartsWith('/') ? part : "/" + part;

    private static string Normalize(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var rest = end < 0 ? "" : address[end..];
        var mark = rest.StartsWith('?') ? rest.IndexOf('#', StringComparison.Ordinal) : rest.Length > 0 ? 0 : -1;
        var (query, fragment) = mark < 0 ? (rest, "") : (rest[..mark], rest[mark..]);
        return Encode(WithoutDots(path), Kept, decodesAll: false)
            + (query.Length > 0 ? "?" + Encode(query[1..], Kept + "?", decodesAll: false) : "")
            + (fragment.Length > 0 ? "#" + Encode(fragment[1..], Kept + "?", decodesAll: false) : "");
    }

    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal)) return path;
        List<string> kept = [];
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (parts[i] == ".." && kept.Count > 1) kept.RemoveAt(kept.Count - 1);
            if (parts[i] is "." or "..")
            {
                if (isLast) kept.Add("");
            }
            else kept.Add(parts[i]);
        }

        return string.Join('/', kept);
    }

    private static string Encode(string text, string kept, bool decodesAll)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i))
            {
                var code = (char)Convert.ToByte(text.Substring(i + 1, 2), 16);
                var isPlain = char.IsAsciiLetterOrDigit(code) || Unreserved.Contains(code, StringComparison.Ordinal) || (decodesAll && kept.Contains(code, StringComparison.Ordinal));
                made.Append(isPlain ? code.ToString() : text.Substring(i, 3).ToUpperInvariant());
                i += 2;
            }
            else if (char.IsAsciiLetterOrDigit(text[i]) || Unreserved.Contains(text[i], StringComparison.Ordinal) || kept.Contains(text[i], StringComparison.Ordinal))
                made.Append(text[i]);
            else i += AppendEscaped(made, text, i) - 1;
        }

        return made.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);

    private static int AppendEscaped(StringBuilder made, string text, int at)
    {
        var length = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        foreach (var letter in Encoding.UTF8.GetBytes(text.Substring(at, length))) made.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        return length;
    }
}
