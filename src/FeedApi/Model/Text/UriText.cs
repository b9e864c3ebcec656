using System.Buffers;
using System.Text;

namespace FeedApi.Model.Text;

/// <summary>Percent-encodes the characters that a URI must not contain, and no others (RFC 3986, section 2).</summary>
internal static class UriText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // Unreserved, sub-delims, ':' '@' '/': Jekyll does not encode these in a path, so permalinks stay the same.
    private static readonly SearchValues<char> PathChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");
    private static readonly SearchValues<char> UriChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?#");

    /// <summary>Encodes a decoded path; slashes are kept.</summary>
    public static string EncodePath(string path) => Encode(path, PathChars, keepsEscapes: false);

    /// <summary>Encodes a whole URI as written; existing escapes are kept.</summary>
    public static string EncodeUri(string address) => Encode(address, UriChars, keepsEscapes: true);

    private static string Encode(string text, SearchValues<char> kept, bool keepsEscapes)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (kept.Contains(text[i]) || (keepsEscapes && IsEscape(text.AsSpan(i))))
            {
                encoded.Append(text[i]);
                continue;
            }

            var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            encoded.Append(Uri.EscapeDataString(text.AsSpan(i, length)));
            i += length - 1;
        }

        return encoded.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
