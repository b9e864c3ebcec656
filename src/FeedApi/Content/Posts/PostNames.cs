using FeedApi.Content.Jekyll;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Reads the names of categories and tags.</summary>
internal static class PostNames
{
    // Ruby's white space: names with U+3000 or U+00A0 in them stay whole, as in Jekyll.
    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>The categories of the front matter, each once; in Jekyll's order those under the plural key come first.</summary>
    public static IReadOnlyList<string> CategoriesOf(FieldReader fields, SiteConfig site) =>
        Of(fields, "category", "categories", site, pluralFirst: site.IsJekyll);

    /// <summary>
    /// The categories with the names that Jekyll makes of numbers and truth values; null when they are the same.
    /// </summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="categories">All categories of the post as written.</param>
    public static IReadOnlyList<string>? JekyllCategoriesOf(FieldReader fields, IReadOnlyList<string> categories)
    {
        if (categories.Count == 0) return null;
        Dictionary<string, string>? names = null;
        Collect(fields.Find("category"));
        if (fields.Find("categories") is ConfigList many) Collect(many);
        return names is null ? null : [.. categories.Select(name => names.GetValueOrDefault(name, name))];

        void Collect(ConfigNode? node)
        {
            foreach (var item in (node as ConfigList)?.Items ?? []) Collect(item);
            if (node is not ConfigScalar { IsPlain: true, IsUnset: false, Text: var text }) return;
            var written = text.Trim();
            if (PsychScalar.TextOf(written) is var read && read != written) (names ??= new(StringComparer.Ordinal))[written] = read;
        }
    }

    /// <summary>The tags, each once.</summary>
    public static IReadOnlyList<string> TagsOf(FieldReader fields, SiteConfig site) => Of(fields, "tag", "tags", site, pluralFirst: false);

    // A text under the singular key is one name; under the plural key it is split on white space, as in Jekyll, if set so.
    private static List<string> Of(FieldReader fields, string singular, string plural, SiteConfig site, bool pluralFirst)
    {
        // A taxonomy of Hugo has one key, its plural.
        var one = site.Hugo is { IsZola: false } ? null : fields.Find(singular);
        var many = fields.Find(plural);
        if (one is null && many is null) return [];
        List<string> names = [];
        if (pluralFirst) Add(names, fields, plural, many, site.SplitsCategories);
        Add(names, fields, singular, one, splits: false);
        if (!pluralFirst) Add(names, fields, plural, many, site.SplitsCategories);
        return names.Count > FieldReader.MaxEntries ? Cut(names, fields, plural, (many ?? one)!) : names;
    }

    private static void Add(List<string> names, FieldReader fields, string key, ConfigNode? value, bool splits)
    {
        if (value is ConfigScalar { IsUnset: false } text && splits)
        {
            foreach (var name in text.Text.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries))
                Add(names, fields, key, text with { Text = name, IsPlain = false }, splits: false);
            return;
        }

        foreach (var entry in value is null ? [] : fields.Entries(key, value))
        {
            if (entry is ConfigList inner) Add(names, fields, key, inner, splits: false);
            else if (fields.Line(key, entry, FieldReader.NameChars) is { } name && !names.Contains(name)) names.Add(name);
        }
    }

    private static List<string> Cut(List<string> names, FieldReader fields, string key, ConfigNode at)
    {
        const int max = FieldReader.MaxEntries;
        fields.Problems.Warn(
            ProblemCodes.FieldTooLong, at.Line, at.Column, $"{key} has {names.Count} names; {max} are allowed.", "The rest is left out.");
        return names[..max];
    }
}
