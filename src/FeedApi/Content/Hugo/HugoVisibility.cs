using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Finds out whether Hugo lists a page: <c>build</c>, <c>headless</c>, <c>draft</c>, <c>published</c>, and its sections.</summary>
/// <remarks>
/// Hugo, "Build options". A page that is rendered but not listed, or listed but not rendered, is hidden: every article here is in lists and
/// has an address. <c>headless</c> hides any page, as in newer versions of Hugo; in 0.111 only bundles.
/// </remarks>
internal static class HugoVisibility
{
    private const string Draft = "draft";
    private const string Published = "published";
    private const string Headless = "headless";

    /// <summary>
    /// The front matter with a <c>draft</c> in place of what else hides a post; null when the post must be held back.
    /// </summary>
    /// <param name="map">Keys in any case.</param>
    /// <param name="path">The post's path, relative to the site's root.</param>
    /// <param name="hugo">The site's settings.</param>
    /// <param name="problems">Receives a build option that cannot be read.</param>
    public static ConfigMap? Apply(ConfigMap map, string path, HugoSettings hugo, ProblemLog problems)
    {
        var build = map.Entries.FirstOrDefault(IsBuild).Value as ConfigMap;
        if (IsShown(build, "list", problems) is not { } isListed || IsShown(build, "render", problems) is not { } isRendered) return null;
        var isHidden = !isListed
            || !isRendered
            || HugoBoolean.Of(Find(map, Headless)) == true
            || hugo.Sections.AreHidden(HugoPage.Below(path, hugo));
        return WithDraft(map, isHidden);
    }

    // Whether "draft" or "published" hide the post is left to the reader of these keys (PostVisibility).
    private static ConfigMap WithDraft(ConfigMap map, bool isHidden)
    {
        var entries = map.Entries.Where(entry => !IsBuild(entry) && !Is(entry, Headless));
        if (!isHidden)
        {
            return map with
            {
                Entries = [.. entries.Select(entry => Is(entry, Published) ? entry with { Key = Published } : entry)],
            };
        }

        var value = new ConfigScalar("true", true, false, map.Line, map.Column, map.Line);
        var others = entries.Where(entry => !Is(entry, Draft) && !Is(entry, Published));
        return map with { Entries = [.. others, new ConfigEntry(Draft, value, map.Line, map.Column)] };
    }

    // Newer versions of Hugo have the name without the underscore; before, it may be a parameter of the theme.
    private static bool IsBuild(ConfigEntry entry) =>
        entry.Value is ConfigMap or { IsUnset: true } && (Is(entry, "_build") || Is(entry, "build"));

    private static bool? IsShown(ConfigMap? build, string option, ProblemLog problems)
    {
        var written = build is null ? null : Find(build, option);
        switch (written is null or { IsUnset: true } ? "" : (written as ConfigScalar)?.Text.Trim().ToLowerInvariant())
        {
            case "" or "always" or "link" or "true" or "1":
                return true;
            case "never" or "local" or "false" or "0":
                return false;
            default:
                problems.Hold(
                    ProblemCodes.FieldType, written!.Line, written.Column, $"The build option {option} must be always or never.");
                return null;
        }
    }

    private static bool Is(ConfigEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static ConfigNode? Find(ConfigMap map, string key) => map.Entries.FirstOrDefault(entry => Is(entry, key)).Value;
}
