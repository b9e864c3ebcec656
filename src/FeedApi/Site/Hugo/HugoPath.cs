using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedApi.Site.Hugo;

/// <summary>Paths as Hugo writes them.</summary>
/// <remarks>Hugo 0.111, helpers/path.go: letters, digits and marks stay, and a few signs; white space becomes one hyphen.</remarks>
internal static class HugoPath
{
    private const int CapitalIWithDot = 0x130;

    /// <summary>The path with the characters that Hugo keeps. Slashes stay; a number letter such as U+3007 is no letter to Hugo.</summary>
    /// <param name="written">Any text.</param>
    /// <param name="hugo">Whether case and accents stay.</param>
    public static string Sanitize(string written, HugoSettings hugo)
    {
        var text = hugo.RemovesAccents ? WithoutAccents(written) : written;
        var path = new StringBuilder(text.Length);
        var needsHyphen = false;
        for (var index = 0; index < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) != OperationStatus.Done)
            {
                index += length;
                continue;
            }

            if (IsKept(rune) || (rune.Value == '%' && IsEscape(text, index)))
            {
                if (needsHyphen && rune.Value != '-') path.Append('-');
                needsHyphen = false;
                path.Append(hugo.KeepsCase ? rune.ToString() : LowerOf(rune));
            }
            else if (path.Length > 0 && path[^1] != '-')
            {
                needsHyphen |= Rune.IsWhiteSpace(rune);
            }

            index += length;
        }

        return path.ToString();
    }

    /// <summary>
    /// The path from the root: one slash at its start, none doubled, <c>.</c> and <c>..</c> resolved; one at its end stays.
    /// </summary>
    public static string Clean(string path)
    {
        List<string> parts = [];
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        }

        var isFolder = path.EndsWith('/') && parts.Count > 0;
        return "/" + string.Join('/', parts) + (isFolder ? "/" : "");
    }

    /// <summary>A name in place of a placeholder. Hugo parses it as a URL, which loses an empty fragment.</summary>
    public static string NameOf(string text, HugoSettings hugo)
    {
        var path = Sanitize(text, hugo);
        return path.IndexOf('#') == path.Length - 1 ? path.TrimEnd('#') : path;
    }

    /// <summary>The path of a template with its values. Hugo reads it as part of a query, in which a plus sign is a space.</summary>
    public static string Unescape(string path)
    {
        var text = path.Replace('+', ' ');
        return text.Contains('%') ? Uri.UnescapeDataString(text) : text;
    }

    private static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD)
            .Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .Normalize(NormalizationForm.FormC);

    private static bool IsKept(Rune rune) =>
        rune.Value is '.' or '/' or '_' or '#' or '+' or '~' or '-' or '@' || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsEscape(string text, int index) =>
        index + 2 < text.Length && char.IsAsciiHexDigit(text[index + 1]) && char.IsAsciiHexDigit(text[index + 2]);

    // Go has no culture, and the simple lower case of this letter; .NET's invariant culture leaves it as it is.
    private static string LowerOf(Rune rune) => rune.Value == CapitalIWithDot ? "i" : Rune.ToLowerInvariant(rune).ToString();
}
