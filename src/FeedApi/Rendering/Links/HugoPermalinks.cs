using System.Globalization;
using System.Text;
using FeedApi.Content.Hugo;
using FeedApi.Model;
using FeedApi.Site.Hugo;

namespace FeedApi.Rendering.Links;

/// <summary>Makes the path of an article as Hugo and Zola do: below its sections, or from the template of its first section.</summary>
/// <remarks>Hugo, "URL management"; Zola, "Page, output paths".</remarks>
internal static class HugoPermalinks
{
    private const string NoSection = "/";

    /// <summary>The path, percent-decoded; not yet validated.</summary>
    public static string PathOf(Post post, HugoSettings hugo)
    {
        hugo = hugo.Of(post.Path);
        var page = HugoPage.Of(post.Path, hugo);
        var name = post.HasOwnSlug || hugo.TakesDateFromName ? post.Slug : page.Name;
        if (!hugo.Permalinks.TryGetValue(page.Sections is [var section, ..] ? section : NoSection, out var template))
        {
            var path = "/" + string.Join('/', page.Sections.Append(name).Select(each => Segment(each, hugo)));
            return hugo.HasUglyAddresses ? path + ".html" : path + "/";
        }

        var expanded = HugoPlaceholders.Replace(template, (word, slice) => ValueOf(word, slice, post, page, hugo));
        var parts = expanded.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return "/" + string.Join('/', parts) + (parts is [.., var last] && last.Contains('.') && !template.EndsWith('/') ? "" : "/");
    }

    /// <summary>A path segment as Hugo or Zola writes it.</summary>
    public static string Segment(string text, HugoSettings hugo)
    {
        var segment = new StringBuilder(text.Length);
        var needsHyphen = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var isKept = Rune.IsLetterOrDigit(rune)
                || IsMark(rune)
                || (!hugo.IsZola && rune.Value is '.' or '_' or '+' or '~' or '-' or '@');
            if (!isKept)
            {
                needsHyphen |= hugo.IsZola || Rune.IsWhiteSpace(rune);
                continue;
            }

            if (needsHyphen && segment.Length > 0 && segment[^1] != '-') segment.Append('-');
            needsHyphen = false;
            segment.Append(hugo.KeepsCase ? rune.ToString() : Rune.ToLowerInvariant(rune).ToString());
        }

        return segment.ToString();
    }

    private static string ValueOf(string word, string? slice, Post post, HugoPage page, HugoSettings hugo) => word switch
    {
        "section" => page.Sections is [var section, ..] ? Segment(section, hugo) : "",
        "sections" => string.Join('/', Slice(page.Sections, slice).Select(each => Segment(each, hugo))),
        "title" => Segment(post.Title.Replace('/', '-'), hugo),
        "slug" => Segment(post.HasOwnSlug ? post.Slug : post.Title.Replace('/', '-'), hugo),
        "slugorfilename" or "slugorcontentbasename" => Segment(post.HasOwnSlug ? post.Slug : page.Name, hugo),
        "filename" or "contentbasename" => Segment(hugo.TakesDateFromName ? post.Slug : page.Name, hugo),
        _ => DateValueOf(word, post.Published),
    };

    private static string DateValueOf(string word, DateTimeOffset date) => word switch
    {
        "year" => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        "month" => date.Month.ToString("00", CultureInfo.InvariantCulture),
        "monthname" => date.ToString("MMMM", CultureInfo.InvariantCulture).ToLowerInvariant(),
        "day" => date.Day.ToString("00", CultureInfo.InvariantCulture),
        "weekday" => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        "weekdayname" => date.DayOfWeek.ToString().ToLowerInvariant(),
        "yearday" => date.DayOfYear.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    // [1:], [:2], [0], [last]: like Go slices, except that a range out of bounds is empty.
    private static IEnumerable<string> Slice(IReadOnlyList<string> sections, string? slice)
    {
        if (slice is null) return sections;
        var bounds = slice[1..^1].Split(':');
        var from = Index(bounds[0], 0, sections.Count);
        var to = bounds.Length == 1 ? from + 1 : Index(bounds[1], sections.Count, sections.Count);
        return sections.Skip(from).Take(Math.Max(0, to - from));
    }

    private static int Index(string written, int unset, int count) => written switch
    {
        "" => unset,
        "last" => Math.Max(0, count - 1),
        _ => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : count,
    };

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
