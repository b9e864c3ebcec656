using FeedApi.Site.Hugo;

namespace FeedApi.Site.Zola;

/// <summary>The section <c>slugify</c> of a Zola site's configuration.</summary>
/// <param name="Paths">Of names of files and of <c>slug</c>.</param>
/// <param name="Taxonomies">Of terms.</param>
/// <param name="Anchors">Of headings.</param>
/// <param name="KeepsDates">True when a date at the start of a file's name stays in the address.</param>
internal sealed record ZolaSettings(
    SlugifyMode Paths = SlugifyMode.On,
    SlugifyMode Taxonomies = SlugifyMode.On,
    SlugifyMode Anchors = SlugifyMode.On,
    bool KeepsDates = false)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="SiteConfigException">A mode is unknown.</exception>
    public static ZolaSettings Read(HugoConfigFile file) => new(
        ModeOf(file, "slugify.paths"),
        ModeOf(file, "slugify.taxonomies"),
        ModeOf(file, "slugify.anchors"),
        file.Claims("slugify.paths_keep_dates"));

    private static SlugifyMode ModeOf(HugoConfigFile file, string key) => file.Text(key) switch
    {
        null or "on" => SlugifyMode.On,
        "safe" => SlugifyMode.Safe,
        "off" => SlugifyMode.Off,
        _ => throw file.Wrong(key, file.Find(key)!, "on, safe or off"),
    };
}
