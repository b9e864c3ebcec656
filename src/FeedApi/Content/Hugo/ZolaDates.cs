using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Site.Zola;

namespace FeedApi.Content.Hugo;

/// <summary>
/// Finds the dates of a Zola page that are not under <c>date</c> and <c>updated</c>: in the file's name, under <c>extra</c>, in
/// <c>path</c>, or in the names of its folders.
/// </summary>
/// <remarks>
/// Zola itself takes only the first; the others are read because a site's own templates do so. Days of <c>path</c> and of folders are
/// <c>2024/03/04</c> or <c>2024-03-04</c>.
/// </remarks>
internal static partial class ZolaDates
{
    private const string Date = "date";

    private static readonly string[] Published = [Date, "published", "published_at", "publish_date", "pubdate", "created", "created_at"];

    private static readonly string[] Updated =
        ["updated", "updated_at", "last_updated", "modified", "modified_at", "lastmod", "last_modified", "last_modified_at"];

    /// <summary>Adds the dates that the front matter lacks.</summary>
    /// <param name="entries">The front matter, in our keys.</param>
    /// <param name="path">The page's path, relative to the site's root.</param>
    public static void Complete(OrderedDictionary<string, ConfigEntry> entries, string path)
    {
        if (Find(entries, Date) is null && DateOf(entries, path) is { } date) entries[Date] = date;
        if (Find(entries, "updated") is null && Find(entries, "lastmod") is null && OfExtra(entries, Updated) is { } updated)
            entries["updated"] = updated;
    }

    private static ConfigEntry? DateOf(OrderedDictionary<string, ConfigEntry> entries, string path)
    {
        if (ZolaFileName.DateOf(path) is { } ofName) return Entry(ofName, 1, 1);
        if (OfExtra(entries, Published) is { } ofExtra) return ofExtra;
        var written = Find(entries, "permalink");
        if (written?.Value is ConfigScalar scalar && DayOf(scalar.Text) is { } ofPath) return Entry(ofPath, scalar.Line, scalar.Column);
        return DayOf(path) is { } ofFolders ? Entry(ofFolders, 1, 1) : null;
    }

    private static ConfigEntry? OfExtra(OrderedDictionary<string, ConfigEntry> entries, string[] keys)
    {
        if (Find(entries, "extra")?.Value is not ConfigMap extra) return null;
        foreach (var key in keys)
        {
            var isDate = extra.Find(key) is ConfigScalar scalar && PostDate.TryParse(scalar.Text, TimeZoneInfo.Utc, out _);
            if (isDate) return extra.Entries.First(entry => entry.Key == key);
        }

        return null;
    }

    private static string? DayOf(string path)
    {
        foreach (var match in Day().EnumerateMatches(path))
        {
            var day = path.AsSpan(match.Index, match.Length).TrimStart('/').ToString().Replace('/', '-');
            if (PostDate.TryParse(day, TimeZoneInfo.Utc, out _)) return day;
        }

        return null;
    }

    private static ConfigEntry? Find(OrderedDictionary<string, ConfigEntry> entries, string key) =>
        entries.TryGetValue(key, out var entry) && !entry.Value.IsUnset && entry.Value is not ConfigScalar { Text: "" } ? entry : null;

    private static ConfigEntry Entry(string date, int line, int column) =>
        new(Date, new ConfigScalar(date, IsPlain: true, IsQuoted: false, line, column, line), line, column);

    [GeneratedRegex(
        "(^|/)[0-9]{4}(/[0-9]{1,2}/[0-9]{1,2}|-[0-9]{1,2}-[0-9]{1,2})\\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
