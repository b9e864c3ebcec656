using System.Buffers;
using System.Text;

namespace FeedApi.Site.Zola;

/// <summary>Makes parts of addresses of names, as Zola does.</summary>
/// <remarks>Zola 0.22, "Configuration, slugification strategies": its crate slug 0.1.6 with deunicode 1.6.2.</remarks>
internal static class ZolaSlug
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>The part for the name of a file or term; empty when nothing of the name is left.</summary>
    public static string Of(string name, SlugifyMode mode) => mode switch
    {
        SlugifyMode.On => Transliterate(name),
        SlugifyMode.Safe => WithoutUnsafe(name.TrimEnd(' ', '.')),
        _ => name,
    };

    /// <summary>The id of a heading; empty when nothing of its text is left.</summary>
    public static string OfHeading(string text, SlugifyMode mode)
    {
        if (mode == SlugifyMode.On) return Transliterate(text);
        return string.Concat(text.Select(letter => letter is ' ' or '\t' or '\n' or '\r' or '\f' ? '_' : letter));
    }

    private static string WithoutUnsafe(string name) =>
        name.AsSpan().ContainsAny(Unsafe) ? string.Concat(name.Where(letter => !Unsafe.Contains(letter))) : name;

    private static string Transliterate(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!rune.IsAscii)
            {
                foreach (var letter in Transliterations.Of(rune)) Append(slug, letter);
            }
            else
            {
                Append(slug, (char)rune.Value);
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    private static void Append(StringBuilder slug, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
        else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
    }
}
