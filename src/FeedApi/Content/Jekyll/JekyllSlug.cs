using System.Globalization;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Content.Jekyll;

/// <summary>
/// Makes slugs exactly as Jekyll does, so that old addresses stay valid. <see cref="Slug"/> is for FeedApi's own addresses.
/// </summary>
/// <remarks>
/// Jekyll, "Liquid Filters", slugify: runs of characters that the mode does not keep become one hyphen, and one
/// hyphen is removed from either end.
/// </remarks>
internal static class JekyllSlug
{
    private const string Pretty = "._~!$&'()+,;=@";

    /// <summary>The slug; empty when the mode keeps nothing of the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="mode"><c>raw</c>, <c>default</c>, <c>pretty</c>, <c>ascii</c> or <c>latin</c>; any other
    /// leaves the text as it is.</param>
    /// <param name="keepsCase">False: lower case.</param>
    public static string Of(string text, string mode = "default", bool keepsCase = false)
    {
        Func<Rune, bool>? keeps = mode switch
        {
            "raw" => rune => !(rune.Value is ' ' or (>= '\t' and <= '\r')),
            "default" => IsWord,
            "pretty" => rune => IsWord(rune) || (rune.IsAscii && Pretty.Contains((char)rune.Value)),
            "ascii" => IsAsciiWord,
            "latin" => IsWord,
            _ => null,
        };
        var slug = keeps is null ? text : WithHyphens(mode == "latin" ? LatinLetters.Of(text) : text, keeps);
        return keepsCase ? slug : Lower(slug);
    }

    /// <summary>The text in lower case as in Ruby, which, unlike .NET, decomposes the Turkish İ in every locale.</summary>
    public static string Lower(string text) => text.Replace("İ", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();

    private static string WithHyphens(string text, Func<Rune, bool> keeps)
    {
        var slug = new StringBuilder(text.Length);
        var isInside = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var isKept = keeps(rune);
            if (isKept) slug.Append(rune.ToString());
            else if (isInside) slug.Append('-');
            isInside = isKept;
        }

        // One hyphen, not all: the raw mode keeps those in the text.
        if (slug.Length > 0 && slug[0] == '-') slug.Remove(0, 1);
        if (slug.Length > 0 && slug[^1] == '-') slug.Length--;
        return slug.ToString();
    }

    private static bool IsAsciiWord(Rune rune) => rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value);

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
