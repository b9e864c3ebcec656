using System.Text;
using FeedApi.Catalog.Pinyin;
using FeedApi.Model;

namespace FeedApi.Feeds.Opml;

/// <summary>
/// Groups categories by the initial of the pinyin of their name when it is Chinese, else by the first letter of their slug, so that
/// thousands of them fit in the menus of a reader.
/// </summary>
internal static class OpmlGroups
{
    private const string Digits = "0-9";

    /// <summary>The groups that are not empty: <c>A</c> to <c>Z</c>, <c>0-9</c>, and one for the rest.</summary>
    /// <param name="categories">In any order.</param>
    /// <param name="language">BCP 47 tag of the site, for the name of the last group.</param>
    public static IReadOnlyList<OpmlGroup> Of(IEnumerable<TermSummary> categories, string language)
    {
        var rest = string.Equals(language.Split('-')[0], "zh", StringComparison.OrdinalIgnoreCase) ? "其他" : "Other";
        return
        [
            .. categories
                .OrderBy(category => category.Slug, StringComparer.OrdinalIgnoreCase)
                .ThenBy(category => category.Slug, StringComparer.Ordinal)
                .GroupBy(category => PinyinInitials.Of(category.Name, category.Slug)?.ToString() ?? NameOf(category.Slug, rest))
                .OrderBy(group => group.Key == rest).ThenBy(group => group.Key == Digits).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new OpmlGroup(group.Key, [.. group])),
        ];
    }

    // Decomposed, so that É is an E.
    private static string NameOf(string slug, string rest)
    {
        var first = slug.Normalize(NormalizationForm.FormD)[0];
        if (char.IsAsciiLetter(first)) return char.ToUpperInvariant(first).ToString();
        return char.IsAsciiDigit(first) ? Digits : rest;
    }
}
