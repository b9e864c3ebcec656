using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>
/// Reads the pages of a Hugo site's sections, at any depth: what they cascade to the pages below them, and whether they hide these.
/// </summary>
/// <remarks>
/// Everything that posts take from <c>_index.md</c> is in the result, so that reading it again is enough when such a page has changed.
/// </remarks>
internal static class HugoSectionReader
{
    private const int MaxDepth = 100;

    // A page that cannot be read stops the start only if it may hide posts or change them.
    private static readonly string[] Effective = ["cascade", "draft", "published", "date"];

    /// <summary>The site with its sections.</summary>
    /// <exception cref="SiteConfigException">A page's front matter is invalid.</exception>
    public static SiteConfig Complete(SiteConfig site)
    {
        if (site.Hugo is not { IsZola: false, Languages: { } languages }) return site;
        List<Problem> problems = [];
        var complete = languages.With(
            (language, settings) => settings with { Sections = SectionsOf(site, settings, languages, language, problems) });
        return site with { Hugo = complete.SettingsOf(complete.Default), Problems = [.. site.Problems, .. problems] };
    }

    private static HugoSections SectionsOf(
        SiteConfig site, HugoSettings hugo, HugoLanguages languages, HugoLanguage language, List<Problem> problems)
    {
        Dictionary<string, ConfigMap> pages = new(StringComparer.Ordinal);
        Dictionary<string, SectionFaults> faults = new(StringComparer.Ordinal);
        foreach (var path in PathsOf(site.ContentFolder, languages, language))
        {
            var below = languages.BelowFolder(path);
            var folder = below.LastIndexOf('/') is > 0 and var slash ? below[..slash] : "";
            if (Read(site, path) is not { } map) continue;
            pages[folder] = map;
            faults[folder] = new SectionFaults(path, site, hugo);
        }

        var sections = pages.ToDictionary(
            page => page.Key,
            page => faults[page.Key].Of(new HugoSection(IsHidden: false, HugoCascade.Read(Find(page.Value, "cascade"))), page.Value),
            StringComparer.Ordinal);
        problems.AddRange(faults.Values.SelectMany(found => found.All));
        var shown = new HugoSections(sections, hugo.Cascades, language.Key);
        foreach (var (folder, map) in pages.Where(page => page.Key.Length > 0))
        {
            var effective = shown.Under($"{folder}/{IndexPage.FileName}", map, "section");
            if (IsHidden(effective, site, hugo)) sections[folder] = sections[folder] with { IsHidden = true };
        }

        return new HugoSections(sections, hugo.Cascades, language.Key);
    }

    private static ConfigMap? Read(SiteConfig site, string path)
    {
        if (IndexPage.Read(site, path) is not { } page) return null;
        if (page.Fault is { } fault && Effective.Any(word => page.Text.Contains(word, StringComparison.OrdinalIgnoreCase))) throw fault;
        return page.Map ?? new ConfigMap([], 1, 1);
    }

    private static IEnumerable<string> PathsOf(string root, HugoLanguages languages, HugoLanguage language)
    {
        var folder = Path.Combine(root, language.ContentFolder);
        return FolderTree.FilesBelow(folder, skipsHidden: true, followsLinks: false, MaxDepth)
            .Where(path => Path.GetFileName(path).StartsWith(IndexPage.AnyExtension, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => PostPath.IsPostName(Path.GetFileName(path))
                && Path.GetFileNameWithoutExtension(languages.WithoutSuffix(path)) == "_index"
                && languages.Of(path) == language)
            .Order(StringComparer.Ordinal);
    }

    // Hugo 0.111: a section whose page is not built is dropped with everything below it.
    private static bool IsHidden(ConfigMap map, SiteConfig site, HugoSettings hugo)
    {
        if ((HugoBoolean.Of(Find(map, "draft")) ?? !HugoBoolean.Of(Find(map, "published"))) == true) return true;
        var now = DateTimeOffset.UtcNow;
        return (!site.ShowsFuture && DateOf(map, hugo.Dates.Publish, site) > now) || DateOf(map, hugo.Dates.Expiry, site) <= now;
    }

    private static DateTimeOffset? DateOf(ConfigMap map, IReadOnlyList<string> sources, SiteConfig site)
    {
        foreach (var source in sources)
        {
            if (FrontMatterDate.TryParse(Find(map, source), site, out var date)) return date;
        }

        return null;
    }

    private static ConfigNode? Find(ConfigMap map, string key) =>
        map.Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
}
