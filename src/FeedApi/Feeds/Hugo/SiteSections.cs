using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Site.Hugo;

namespace FeedApi.Feeds.Hugo;

/// <summary>The sections of a Hugo or Zola site: those with a page of their own, and on request those that only articles show.</summary>
internal sealed class SiteSections
{
    private readonly HugoSettings? hugo;
    private readonly IReadOnlyList<SiteSection> described;

    /// <summary>Reads the sections from the site's settings.</summary>
    public SiteSections(SiteConfig site)
    {
        hugo = site.Hugo;
        described = hugo?.Languages is not { } languages
            ? []
            : [.. languages.Active.SelectMany(language => SectionsOf(languages, language))];
    }

    /// <summary>The section with its page at a path; null when none is described there.</summary>
    /// <param name="path">Percent-decoded, without slashes at the ends.</param>
    public SiteSection? At(string path) =>
        described.FirstOrDefault(section => section.Path.Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>The section with a key; one that has no page of its own is named after its folder.</summary>
    /// <param name="key">The key.</param>
    /// <param name="language">The language; null in a site with one, where it is also ignored.</param>
    public SiteSection Of(string key, HugoLanguage? language)
    {
        var known = described.FirstOrDefault(section =>
            section.Key == key && (language is null || section.Language is null || section.Language == language));
        if (known is not null) return known;
        var path = language is { Prefix.Length: > 0 } ? $"{language.Prefix[1..]}/{key}" : key;
        return new SiteSection(key, language, path, TitleOf(key)) { HasFeed = hugo is not { IsZola: true } };
    }

    private static IEnumerable<SiteSection> SectionsOf(HugoLanguages languages, HugoLanguage language)
    {
        var settings = languages.SettingsOf(language);
        foreach (var section in settings.SectionIndexes.Values)
        {
            var key = SectionKeys.KeyOf(section.Folder.Split('/'), settings);
            yield return new SiteSection(
                key,
                languages.AreSeveral ? language : null,
                section.Address?.Trim('/') ?? $"{language.Prefix}/{key}".Trim('/'),
                section.Title ?? TitleOf(section.Folder),
                section.Description)
            {
                Keys = [.. KeysOf(section, settings)],
                HasFeed = section.HasFeed || !settings.IsZola,
            };
        }
    }

    // Zola, "Section": the pages of a transparent section are those of the section above, too.
    private static IEnumerable<string> KeysOf(SectionIndex section, HugoSettings settings)
    {
        var below = settings.SectionIndexes.Values
            .Where(other => other.IsTransparent && other.Folder[..Math.Max(0, other.Folder.LastIndexOf('/'))] == section.Folder)
            .SelectMany(other => KeysOf(other, settings));
        return below.Prepend(SectionKeys.KeyOf(section.Folder.Split('/'), settings)).Order(StringComparer.Ordinal);
    }

    // "posts/sea-life" is shown as "Sea life".
    private static string TitleOf(string folder)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..].Replace('-', ' ').Replace('_', ' ').Trim();
        return name.Length == 0 ? folder : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
