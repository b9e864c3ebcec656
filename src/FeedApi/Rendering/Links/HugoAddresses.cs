using System.Globalization;
using FeedApi.Content.Hugo;
using FeedApi.Model;
using FeedApi.Site.Hugo;

namespace FeedApi.Rendering.Links;

/// <summary>Makes the path of an article as Hugo does: its <c>url</c>, else the template of its section, else below its folders.</summary>
/// <remarks>Hugo, "URL management"; 0.111, resources/page.</remarks>
internal static class HugoAddresses
{
    /// <summary>The path, percent-decoded; not yet validated. Null when nothing of the name can be part of an address.</summary>
    public static string? PathOf(Post post, HugoSettings hugo)
    {
        var page = HugoPage.Of(post.Path, hugo);
        if (post.Permalink is { } own) return OwnPathOf(own, post, page, hugo);
        var section = page.Sections is [var first, ..] ? first : "";
        var slug = SlugOf(post);
        var written = hugo.Permalinks.OfPage(section) is { } template
            ? Expand(template, post, page, hugo)
            : $"{string.Join('/', page.Sections)}/{(slug.Length > 0 ? slug : page.Name)}";
        var path = HugoPath.Sanitize(HugoPath.Clean("/" + written).TrimEnd('/'), hugo);
        if (path.Length == 0 || path.EndsWith('/')) return null;
        return Decode(HugoPath.Clean(path)) + (hugo.UglyAddresses.AreOf(section) ? ".html" : "/");
    }

    // Since Hugo 0.131 a url may have placeholders; one with other colons is meant as it is.
    private static string OwnPathOf(string own, Post post, HugoPage page, HugoSettings hugo)
    {
        if (!own.Contains(':') || !HugoPlaceholders.AreNamed(own)) return own;
        var path = HugoPath.Clean(Expand(own, post, page, hugo));
        return Decode(path.Contains(' ') ? HugoPath.Sanitize(path, hugo) : path);
    }

    private static string Expand(string template, Post post, HugoPage page, HugoSettings hugo) =>
        HugoPath.Unescape(HugoPlaceholders.Replace(template, (word, slice) => ValueOf(word, slice, post, page, hugo)));

    private static string ValueOf(string word, string? slice, Post post, HugoPage page, HugoSettings hugo) => word switch
    {
        "section" => page.Sections is [var section, ..] ? section : "",
        "sections" => string.Join('/', HugoSlices.Of(hugo.Sections.Of(page.Sections), slice)),
        "title" => HugoPath.NameOf(post.Title, hugo),
        "slug" => HugoPath.NameOf(SlugOf(post) is { Length: > 0 } slug ? slug : post.Title, hugo),
        "slugorfilename" or "slugorcontentbasename" => HugoPath.NameOf(SlugOf(post) is { Length: > 0 } slug ? slug : page.Name, hugo),
        "filename" or "contentbasename" => HugoPath.NameOf(page.Name, hugo),
        _ => DateValueOf(word, post.Published),
    };

    private static string DateValueOf(string word, DateTimeOffset date) => word switch
    {
        "year" => date.Year.ToString(CultureInfo.InvariantCulture),
        "month" => date.Month.ToString("00", CultureInfo.InvariantCulture),
        "monthname" => date.ToString("MMMM", CultureInfo.InvariantCulture),
        "day" => date.Day.ToString("00", CultureInfo.InvariantCulture),
        "weekday" => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        "weekdayname" => date.DayOfWeek.ToString(),
        "yearday" => date.DayOfYear.ToString(CultureInfo.InvariantCulture),
        _ => GoLayout.Format(word, date),
    };

    // Hugo trims hyphens of a slug.
    private static string SlugOf(Post post) => post.HasOwnSlug ? post.WrittenSlug.Trim('-') : "";

    private static string Decode(string path) => path.Contains('%') ? Uri.UnescapeDataString(path) : path;
}
