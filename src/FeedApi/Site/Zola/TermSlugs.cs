using FeedApi.Model;

namespace FeedApi.Site.Zola;

/// <summary>The slugs of categories, tags and authors: on sites of Zola those of its own addresses, else FeedApi's.</summary>
/// <remarks>Zola, "Taxonomies, output paths": names that give the same slug are one term.</remarks>
internal static class TermSlugs
{
    /// <summary>True when slugs have other letters than names.</summary>
    public static bool AreTransliterated(SiteConfig site) => site.Hugo is { IsZola: true, Zola.Taxonomies: SlugifyMode.On };

    /// <summary>The slug of a term; never empty.</summary>
    public static string Of(SiteConfig site, string name)
    {
        if (!AreTransliterated(site)) return Slug.From(name);
        return ZolaSlug.Of(name, SlugifyMode.On) is { Length: > 0 } slug ? slug : Slug.From(name);
    }

    /// <summary>The categories that the site describes, by the keys of these slugs.</summary>
    public static IReadOnlyDictionary<string, CategoryEntry> Described(SiteConfig site)
    {
        if (site.Hugo is not { IsZola: true }) return site.Categories;
        Dictionary<string, CategoryEntry> categories = new(StringComparer.Ordinal);
        foreach (var entry in site.Categories.Values)
        {
            var slug = Of(site, entry.Slug);
            categories.TryAdd(Slug.KeyOf(slug), entry with { Slug = slug });
        }

        return categories;
    }
}
