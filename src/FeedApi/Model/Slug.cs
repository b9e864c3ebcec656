using System.Globalization;
using System.Text;

namespace FeedApi.Model;

/// <summary>URL-safe names of terms and posts: letters and digits of every script, <c>-</c>, <c>_</c> and <c>.</c>; case is kept.</summary>
public static class Slug
{
    /// <summary>
    /// Makes a slug from any text: width is folded (NFKC), <c>+</c> and <c>#</c> are spelled out, and everything else that is not
    /// allowed is replaced with <c>-</c>.
    /// </summary>
    /// <returns>A slug that is never empty and never begins with a dot; a text without any letter or digit becomes <c>u-</c>
    /// followed by its code points in hex.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static string From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder(text.Length);
        foreach (var rune in NormalizeWidth(text).EnumerateRunes())
        {
            if (IsAllowed(rune)) slug.Append(rune.ToString());
            else if (rune.Value == '+') AppendWord(slug, "plus");
            else if (rune.Value == '#') AppendWord(slug, "sharp");
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var made = slug.ToString().TrimStart('-', '.').TrimEnd('-');
        return made.Any(char.IsLetterOrDigit) || made.Any(char.IsSurrogate) ? made : HexOf(text);
    }

    /// <summary>The key that all spellings of a name share: case, spaces, width and hyphens between letters are ignored.</summary>
    /// <remarks>A hyphen between digits is significant: <c>1-2</c> is not <c>12</c>.</remarks>
    public static string KeyOf(string slugOrName)
    {
        var slug = From(slugOrName).ToLowerInvariant();
        var key = new StringBuilder(slug.Length);
        for (var i = 0; i < slug.Length; i++)
        {
            var isBetweenDigits = i > 0 && i + 1 < slug.Length && char.IsDigit(slug[i - 1]) && char.IsDigit(slug[i + 1]);
            if (slug[i] != '-' || isBetweenDigits) key.Append(slug[i]);
        }

        return key.Length > 0 ? key.ToString() : slug;
    }

    /// <summary>True when <see cref="From"/> would return the text unchanged.</summary>
    public static bool IsSlug(string text) => !string.IsNullOrEmpty(text) && string.Equals(From(text), text, StringComparison.Ordinal);

    private static string NormalizeWidth(string text)
    {
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) wellFormed.Append(rune.ToString());
        return wellFormed.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsAllowed(Rune rune) => rune.Value is '-' or '_' or '.' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or
        UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void AppendWord(StringBuilder slug, string word)
    {
        if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        slug.Append(word);
    }

    private static string HexOf(string text) =>
        "u-" + string.Join('-', text.EnumerateRunes().Take(16).Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)));
}
