using System.Globalization;

namespace FeedApi.Content;

/// <summary>The title of a post that has one, or a title made from its file's name.</summary>
internal static class PostTitle
{
    /// <summary>The field <c>title</c> word for word on one line, else the slug's words with capitals.</summary>
    public static string Of(FieldReader fields, PostFileName name) =>
        (fields.Line("title", FieldReader.TitleChars) is { } title && title.Any(IsVisible) ? title : null) ?? Titleize(name.Slug) ?? Titleize(name.Stem) ?? name.Stem;

    // Readers take a title of nothing but marks such as U+FEFF for none.
    private static bool IsVisible(char letter) => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format;

    private static string? Titleize(string slug)
    {
        var words = XmlText.Clean(slug).Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join(' ', words.Select(Capitalize)) : null;
    }

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
