using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>
/// The correction of a post: <c>correction: {text, date}</c>, a list of these, <c>correction: text</c> beside a date under <c>updated</c>,
/// or <c>updated: {date, text}</c>.
/// </summary>
internal static class PostCorrection
{
    private const string Key = "correction";
    private const string NotUsed = "It is not shown, and lifts the post in no feed.";
    private static readonly string[] UpdateKeys = ["last_modified_at", "updated", "lastmod"];

    /// <summary>When the post last changed; null when unset.</summary>
    public static DateTimeOffset? UpdatedOf(FieldReader fields, SiteConfig site, string action) =>
        UpdateOf(fields) is { } update ? update.Date(site, action, "date") : fields.Date(site, action, UpdateKeys);

    /// <summary>The latest correction; null when there is none, or none with both text and date.</summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="site">For dates without an offset.</param>
    /// <param name="updated">When the post last changed, which is the date of a correction without its own.</param>
    public static Correction? Of(FieldReader fields, SiteConfig site, DateTimeOffset? updated)
    {
        Correction? latest = null;
        if (UpdateOf(fields) is { } update && update.Line("text", FieldReader.TitleChars) is { } said && updated is { } at)
            latest = new Correction(said, at);
        if (fields.Find(Key) is not { } value) return latest;
        foreach (var entry in fields.Entries(Key, value))
        {
            var correction = Read(fields, site, entry, updated);
            if (correction is not null && !(latest?.At > correction.At)) latest = correction;
        }

        return latest;
    }

    private static FieldReader? UpdateOf(FieldReader fields) =>
        fields.FindFirst(UpdateKeys).Value is ConfigMap map ? new FieldReader(map, fields.Problems) : null;

    private static Correction? Read(FieldReader fields, SiteConfig site, ConfigNode entry, DateTimeOffset? updated)
    {
        var inside = entry is ConfigMap map ? new FieldReader(map, fields.Problems) : null;
        var text = inside is null ? fields.Line(Key, entry, FieldReader.TitleChars) : inside.Line("text", FieldReader.TitleChars);
        var date = inside?.Date(site, "The date of the last change is used.", "date") ?? updated;
        if (text is not null && date is { } at) return new Correction(text, at);
        var lack = text is null ? "has no text" : "has no date, and the post none of its last change";
        fields.Problems.Warn(ProblemCodes.IncompleteCorrection, entry.Line, entry.Column, $"A correction {lack}.", NotUsed);
        return null;
    }
}
