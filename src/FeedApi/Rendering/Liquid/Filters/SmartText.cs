using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Typographic quotes, dashes, ellipses and guillemets in place of typewriter ones; what stands inside tags stays.</summary>
internal static partial class SmartText
{
    private const int LongestReference = 34;

    private static readonly (string Plain, string Smart)[] Signs = [("...", "…"), ("---", "—"), ("--", "–"), ("<< ", "«\u00a0"), (" >>", "\u00a0»"), ("<<", "«"), (">>", "»")];

    /// <summary>The text with typographic signs.</summary>
    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length);
        var lastTagEnd = text.LastIndexOf('>');
        for (var i = 0; i < text.Length;)
        {
            if (SignAt(text, i) is { Plain: not null } sign)
            {
                made.Append(sign.Smart);
                i += sign.Plain.Length;
            }
            else if (i < lastTagEnd && TagLength(text, i) is > 0 and var length)
            {
                made.Append(text, i, length);
                i += length;
            }
            else
            {
                if (text[i] == '&' && !Reference().IsMatch(text.AsSpan(i, Math.Min(LongestReference, text.Length - i)))) made.Append("&amp;");
                else made.Append(Quote(text, i));
                i++;
            }
        }

        return made.ToString();
    }

    private static (string Plain, string Smart) SignAt(string text, int at) =>
        text[at] is '.' or '-' or '<' or ' ' or '>' ? Array.Find(Signs, sign => text.AsSpan(at).StartsWith(sign.Plain)) : default;

    private static int TagLength(string text, int at)
    {
        if (text[at] != '<' || at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!')) return 0;
        var end = text.AsSpan(at).IndexOf('>');
        return end + 1;
    }

    private static char Quote(string text, int at)
    {
        var mark = text[at];
        if (mark is not ('"' or '\'')) return mark;
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        // '90s: a decade, not the beginning of a quotation.
        if (mark == '\'' && char.IsAsciiDigit(after) && !char.IsLetterOrDigit(before)) return '’';
        var opens = (char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '–' or '—' or '>' or '"' or '\'') && !char.IsWhiteSpace(after) && after is not ('.' or ',' or ';' or '!' or '?');
        return mark == '"' ? (opens ? '“' : '”') : opens ? '‘' : '’';
    }

    [GeneratedRegex("^&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
