using System.Text.RegularExpressions;
using FeedApi.Model.Dates;
using FeedApi.Site.Files;

namespace FeedApi.Site.Zola;

/// <summary>
/// The parsed name of a page of Zola: <c>YYYY-MM-DD</c> or a whole RFC 3339 time, then <c>_</c> or <c>-</c> and the slug.
/// </summary>
/// <remarks>Zola, "Page": what follows such a date without <c>_</c> or <c>-</c> leaves the whole name the slug.</remarks>
internal static partial class ZolaFileName
{
    /// <summary>The name with Zola's slug; colons, which only the time has, are hyphens in the stem.</summary>
    /// <param name="path">Relative path with <c>/</c> as separator.</param>
    /// <param name="keepsDates">True when the date stays part of the slug.</param>
    public static PostFileName Of(string path, bool keepsDates)
    {
        var name = PostFileName.Of(path);
        var isDated = TryReadDate(name.Stem, out var written, out var slug);
        var hasDay = isDated & PostDate.TryParse(written, TimeZoneInfo.Utc, out var date);
        return name with
        {
            Stem = name.Stem.Replace(':', '-'),
            Date = hasDay ? DateOnly.FromDateTime(date.DateTime) : null,
            Slug = keepsDates || slug is null ? name.Stem : slug,
        };
    }

    /// <summary>The date at the start of a page's name as written; null when there is none.</summary>
    /// <param name="path">Relative path with <c>/</c> as separator.</param>
    public static string? DateOf(string path) => TryReadDate(PostFileName.Of(path).Stem, out var date, out _) ? date : null;

    private static bool TryReadDate(string stem, out string date, out string? slug)
    {
        var match = Dated().Match(stem);
        date = match.Groups["date"].Value;
        slug = match.Groups["slug"] is { Success: true } rest ? rest.Value : null;
        return match.Success;
    }

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + @"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?)(\s?[_-](?<slug>.+)$)?",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Dated();
}
