using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Finds keys of a section's page that are nearly ones that are read, and values that cannot be.</summary>
/// <remarks>One that may be meant to hide the pages below holds them back, as the same key of a post holds back the post.</remarks>
internal sealed class SectionFaults(string path, SiteConfig site, HugoSettings hugo)
{
    private const string Cascade = "cascade";

    private readonly List<Problem> problems = [];

    /// <summary>The problems found, all that <see cref="Of"/> has seen.</summary>
    public IReadOnlyList<Problem> All => problems;

    /// <summary>The section with the faults of its page.</summary>
    /// <param name="section">The section.</param>
    /// <param name="written">The front matter of its page.</param>
    public HugoSection Of(HugoSection section, ConfigMap written)
    {
        var own = FirstOf(written, isPage: false);
        ConfigEntry[] near = [.. written.Entries.Where(entry => IsNearCascade(entry.Key))];
        var hasCascade = written.Entries.Any(entry => IsCascade(entry.Key));
        foreach (var entry in hasCascade ? [] : near) own = NearCascade(entry) ?? own;
        var maps = MapsOf(written.Entries.FirstOrDefault(entry => IsCascade(entry.Key)).Value);
        return section with
        {
            Fault = own,
            Cascades =
            [
                .. section.Cascades.Zip(
                    maps, (cascade, map) => FirstOf(map, isPage: true) is { } fault ? cascade.With(fault) : cascade),
            ],
        };
    }

    // "headless" and build options of a section concern nothing below it.
    private Problem? FirstOf(ConfigMap written, bool isPage)
    {
        Problem? first = null;
        if (isPage && HugoBuild.FaultIn(written) is var (option, code, why)) first = Add(option, code, why, hides: true);
        var map = HugoFrontMatter.Translate(written, path, hugo);
        foreach (var entry in map.Entries)
        {
            if (IsNearCascade(entry.Key) || IsTarget(entry.Key) || (!isPage && Spelling.IsNear(entry.Key, "headless"))) continue;
            var found = PostVisibility.IsUnreadable(entry.Key, entry.Value, site)
                ? Add(entry, ProblemCodes.FieldType, $"{entry.Key} is neither true nor false.", hides: true)
                : MisspelledKeys.Of(entry, map, site) is var (message, hides) ? Add(entry, ProblemCodes.MisspelledKey, message, hides)
                : null;
            first ??= found;
        }

        return first;
    }

    private Problem? NearCascade(ConfigEntry entry)
    {
        var message = $"{MessageText.Shorten(entry.Key)} is not a key that is read (did you mean {Cascade}?).";
        return Add(entry, ProblemCodes.MisspelledKey, message, MapsOf(entry.Value).Any(Hides));
    }

    private bool Hides(ConfigMap written) =>
        written.Entries.Any(entry => HugoBuild.Is(entry) && entry.Value is ConfigMap build && HugoBuild.Hides(build))
        || HugoFrontMatter.Translate(written, path, hugo).Entries.Any(entry => PostVisibility.WouldHide(entry.Key, entry.Value, site));

    private Problem? Add(ConfigEntry entry, string code, string message, bool hides)
    {
        var severity = hides ? ProblemSeverity.Error : ProblemSeverity.Warning;
        var action = hides ? "The posts below are held back." : "It has no effect.";
        var problem = new Problem(code, severity, path, entry.Line, entry.Column, message, action);
        problems.Add(problem);
        return hides ? problem : null;
    }

    private static IEnumerable<ConfigMap> MapsOf(ConfigNode? cascade) => cascade switch
    {
        ConfigMap map => [map],
        ConfigList list => list.Items.OfType<ConfigMap>(),
        _ => [],
    };

    private static bool IsCascade(string key) => key.Equals(Cascade, StringComparison.OrdinalIgnoreCase);

    private static bool IsNearCascade(string key) => !IsCascade(key) && Spelling.IsNear(key, Cascade);

    private static bool IsTarget(string key) => key.TrimStart('_').Equals("target", StringComparison.OrdinalIgnoreCase);
}
