using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Hugo;

/// <summary>Tells bundles that only lend their files to other pages, which Hugo publishes, from those that are hidden.</summary>
/// <remarks>
/// Hugo, "Headless bundle", "Build options": without a page of its own, and with <c>publishResources</c>, which is the default.
/// </remarks>
internal static class HugoSharedFiles
{
    /// <summary>True for a post that Hugo does not show, but whose files it publishes.</summary>
    public static bool Are(SiteConfig site, Post post, DateTimeOffset now)
    {
        if (site.Hugo is not { IsZola: false } hugo || site.BundleOf(post.Path) is null) return false;
        if (post.ShownUntil <= now || (!site.ShowsFuture && (post.ShownFrom ?? post.Published) > now)) return false;
        if (IndexPage.Read(site, post.Path)?.Map is not { } written) return false;
        var own = hugo.Of(post.Path);
        var below = HugoPage.Below(post.Path, own);
        var map = own.Sections.Under(below, written);
        var isMeantSo = HugoBoolean.Of(Find(map, "headless")) == true || (HugoBuild.FaultIn(map) is null && !HugoBuild.IsShown(map));
        return isMeantSo && !IsDraft(map) && !own.Sections.AreHidden(below) && PublishesFiles(map);
    }

    private static bool IsDraft(ConfigMap map) =>
        (HugoBoolean.Of(Find(map, "draft")) ?? !HugoBoolean.Of(Find(map, "published"))) == true;

    private static bool PublishesFiles(ConfigMap map) =>
        map.Entries.FirstOrDefault(HugoBuild.Is).Value is not ConfigMap build || HugoBoolean.Of(Find(build, "publishResources")) != false;

    private static ConfigNode? Find(ConfigMap map, string key) =>
        map.Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
}
