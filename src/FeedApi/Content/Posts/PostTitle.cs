using FeedApi.Model.Text;
using FeedApi.Site.Files;

namespace FeedApi.Content.Posts;

/// <summary>The title in the front matter, or one made from the file's name.</summary>
internal static class PostTitle
{
    /// <summary>The key <c>title</c> verbatim on one line, else the slug's words with capitals.</summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="isJekyll">True: as Jekyll makes titles, with no capitals inside words.</param>
    public static string Of(FieldReader fields, PostFileName name, bool isJekyll) =>
        fields.Line("title", FieldReader.TitleChars)
            ?? (isJekyll ? JekyllTitle(name.Slug.TrimEnd('.')) : null) ?? Titleize(name.Slug) ?? Titleize(name.Stem) ?? name.Stem;

    private static string? Titleize(string slug)
    {
        var words = XmlText.Clean(slug).Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join(' ', words.Select(Capitalize)) : null;
    }

    // Jekyll 4.3, lib/jekyll/utils.rb, titleize_slug: only hyphens separate words, and each is capitalised as Ruby does.
    private static string? JekyllTitle(string slug)
    {
        var words = XmlText.Clean(slug).Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var title = string.Join(' ', words.Select(word => Capitalize(word.ToLowerInvariant())));
        return XmlText.IsVisible(title) ? title : null;
    }

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
