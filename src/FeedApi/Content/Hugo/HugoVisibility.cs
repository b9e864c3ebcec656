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
    /// <param name="problems">Receives what may be meant to hide the post, but cannot be read.</param>
    public static ConfigMap? Apply(ConfigMap map, string path, HugoSettings hugo, ProblemLog problems)
    {
        var below = HugoPage.Below(path, hugo);
        if (hugo.Sections.FaultAbove(below) is { } above)
        {
            var place = FormattableString.Invariant($"{above.File}:{above.Line}");
            problems.Hold(above.Code, null, null, $"The pages of a section may be meant to be hidden: {place}: {above.Message}");
            return null;
        }

        if (HugoBuild.FaultIn(map) is var (entry, code, message))
        {
            problems.Hold(code, entry.Line, entry.Column, message);
            return null;
        }

        var headless = Find(map, Headless);
        var isHeadless = HugoBoolean.Of(headless) == true;
        if (isHeadless && !IsBundle(path)) WarnHeadless(headless!, problems);
        return WithDraft(map, isHeadless || !HugoBuild.IsShown(map) || hugo.Sections.AreHidden(below));
    }

    private static bool IsBundle(string path) =>
        Path.GetFileName(path.AsSpan()).StartsWith("index.", StringComparison.Ordinal);

    private static void WarnHeadless(ConfigNode headless, ProblemLog problems) => problems.Warn(
        ProblemCodes.FieldType,
        headless.Line,
        headless.Column,
        "headless hides any page only in newer versions of Hugo; in 0.111 only one in a folder of its own.",
        "The post is hidden.");

    // Whether "draft" or "published" hide the post is left to the reader of these keys (PostVisibility).
    private static ConfigMap WithDraft(ConfigMap map, bool isHidden)
    {
        var entries = map.Entries.Where(entry => !HugoBuild.Is(entry) && !Is(entry, Headless));
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

    private static bool Is(ConfigEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static ConfigNode? Find(ConfigMap map, string key) => map.Entries.FirstOrDefault(entry => Is(entry, key)).Value;
}
