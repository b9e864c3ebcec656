using System.Globalization;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Finds the dates of a post of Hugo where the site's settings say that they are.</summary>
/// <remarks>Hugo, "Configure dates". Of each list the first source that gives a date is used.</remarks>
internal sealed class HugoPostDates
{
    private static readonly string[] Ours = ["date", "publishdate", "lastmod", "expirydate"];

    // Keys that mean a date in FeedApi but not necessarily in this site.
    private static readonly string[] Others =
        ["pubdate", "unpublishdate", "modified", "updated", "last_modified_at", "publish_date", "expiry_date"];

    private readonly ConfigMap map;
    private readonly PostFile file;
    private readonly SiteConfig site;
    private readonly HugoFileName name;
    private bool isNameUsed;

    private HugoPostDates(ConfigMap map, PostFile file, SiteConfig site, HugoSettings hugo)
    {
        (this.map, this.file, this.site) = (map, file, site);
        name = HugoFileName.Of(HugoPage.Of(file.Path, hugo).Name);
    }

    /// <summary>The front matter with the dates under <c>date</c>, <c>publishDate</c>, <c>lastmod</c> and <c>expiryDate</c>.</summary>
    /// <param name="map">Keys in any case.</param>
    /// <param name="file">The file.</param>
    /// <param name="site">The site.</param>
    /// <param name="hugo">The site's settings.</param>
    /// <param name="problems">Receives the dates that cannot be read and are left out.</param>
    public static ConfigMap Apply(ConfigMap map, PostFile file, SiteConfig site, HugoSettings hugo, ProblemLog problems) =>
        new HugoPostDates(map, file, site, hugo).Apply(hugo.Dates, problems);

    private ConfigMap Apply(HugoDates dates, ProblemLog problems)
    {
        var date = First(dates.Date);
        var publish = First(dates.Publish);
        var modified = First(dates.LastModified);
        var expiry = First(dates.Expiry);
        List<ConfigEntry> entries = [.. map.Entries.Where(entry => !IsDate(entry, dates))];
        // One that cannot be read stays, so that it is reported.
        Add(entries, "date", date ?? Written("date", dates.Date));
        Add(entries, "publishDate", ReferenceEquals(publish, date) ? null : publish);
        Add(entries, "lastmod", ReferenceEquals(modified, date) ? null : modified);
        Add(entries, "expiryDate", expiry ?? Written("expirydate", dates.Expiry));
        // As in Hugo, a date taken from the name is no part of the slug.
        if (isNameUsed && name.Slug.Length > 0 && Find("slug") is null) Add(entries, "slug", ScalarOf(name.Slug));
        WarnAboutOthers(dates, entries, problems);
        return map with { Entries = entries };
    }

    // A date that is kept is reported where it is read.
    private void WarnAboutOthers(HugoDates dates, List<ConfigEntry> kept, ProblemLog problems)
    {
        foreach (var (key, value, _, _) in map.Entries)
        {
            if (!dates.Keys.Contains(key.ToLowerInvariant()) || key.Equals("published", StringComparison.OrdinalIgnoreCase)) continue;
            if (value.IsUnset || value is ConfigScalar { Text: "" } || IsReadable(value)) continue;
            if (kept.Exists(entry => ReferenceEquals(entry.Value, value))) continue;
            var written = value is ConfigScalar scalar ? MessageText.Shorten(scalar.Text) : "a list or mapping";
            problems.Warn(ProblemCodes.BadDate, value.Line, value.Column, $"{key} is not a date: {written}", "It is left out.");
        }
    }

    // "published" may be true or false as well.
    private bool IsDate(ConfigEntry entry, HugoDates dates)
    {
        var key = entry.Key.ToLowerInvariant();
        return key == "published" ? IsReadable(entry.Value) : Ours.Contains(key) || Others.Contains(key) || dates.Keys.Contains(key);
    }

    private ConfigNode? First(IReadOnlyList<string> sources)
    {
        foreach (var source in sources)
        {
            if (ValueOf(source) is { } found) return found;
        }

        return null;
    }

    private ConfigNode? ValueOf(string source)
    {
        switch (source)
        {
            case HugoDates.FileName when name.Date is { } day:
                isNameUsed = true;
                return ScalarOf(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            case HugoDates.FileTime:
                return ScalarOf(TextOf(new DateTimeOffset(file.ModifiedTicks, TimeSpan.Zero)));
            case HugoDates.Git when site.Hugo?.CommitDates.GetValueOrDefault(file.Path) is { } committed:
                return ScalarOf(committed);
            default:
                return Find(source) is { } written && IsReadable(written) ? written : null;
        }
    }

    private bool IsReadable(ConfigNode node) => FrontMatterDate.TryParse(node, site, out _);

    private ConfigNode? Written(string key, IReadOnlyList<string> sources) => sources.Contains(key) ? Find(key) : null;

    private ConfigNode? Find(string key) =>
        map.Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value is { IsUnset: false } found
            ? found
            : null;

    private static void Add(List<ConfigEntry> entries, string key, ConfigNode? value)
    {
        if (value is not null) entries.Add(new ConfigEntry(key, value, value.Line, value.Column));
    }

    private ConfigScalar ScalarOf(string text) => new(text, true, false, map.Line, map.Column, map.Line);

    private static string TextOf(DateTimeOffset date) => date.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
