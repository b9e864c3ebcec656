using System.Globalization;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Hugo;
using FeedApi.Site.Settings;

namespace FeedApi.Rendering.Links;

/// <summary>Makes the path of an article from a template with Jekyll's placeholders.</summary>
/// <remarks>Jekyll, "Permalinks": placeholders begin with a colon; an empty one is removed together with its slash.</remarks>
internal sealed class Permalinks(SiteConfig site)
{
    private const string FileExtension = ".html";

    private readonly JekyllPlaceholders jekyll = new(site.Sources);
    private readonly DocumentAddresses documents = new(site);

    /// <summary>The path, percent-decoded, and whether it is the template's; if not, it is the default <c>/articles/{id}</c>.</summary>
    public (string Path, bool IsAsAsked) PathOf(Post post)
    {
        if ((post.Permalink ?? site.Permalink) is null && site.Hugo is null) return (DefaultPath(post), true);
        return WantedPath(post) is { } path && !ReservedPaths.Contains(path, site.Feeds) ? (path, true) : (DefaultPath(post), false);
    }

    /// <summary>The path of a template that is an address of the program or of a feed; null when it is none, or not acceptable.</summary>
    public string? ReservedPathOf(Post post) =>
        WantedPath(post) is { } path && ReservedPaths.Contains(path, site.Feeds) ? path : null;

    private string? WantedPath(Post post)
    {
        var template = post.Permalink ?? site.Permalink;
        var wanted = site.Sources.CollectionOf(post.Path) is not null ? documents.PathOf(post.Path)
            : template is null || site.Hugo is { IsZola: false } ? HugoPath(post, site.Hugo!)
            : Expand(StyleOf(template), post, site.IsJekyll);
        // Hugo's addresses contain signs that Jekyll's do, escaped.
        return wanted is { } path && PermalinkPaths.IsSafe(path, site.IsJekyll || site.Hugo is { IsZola: false }) ? path : null;
    }

    /// <summary>
    /// The path that Jekyll's <c>post.id</c> begins with: the site's template without extension, else Jekyll's own default.
    /// </summary>
    internal string JekyllPathOf(Post post)
    {
        if (site.Sources.CollectionOf(post.Path) is not null) return documents.PathOf(post.Path) ?? DefaultPath(post);
        var template = StyleOf(post.Permalink ?? site.Permalink ?? "date");
        return Expand(template, post, isJekyll: true) is { } path && PermalinkPaths.IsSafe(path, isJekyll: true) ? path : DefaultPath(post);
    }

    // A url has the language's prefix already.
    private static string? HugoPath(Post post, HugoSettings site)
    {
        var hugo = site.Of(post.Path);
        var path = hugo.IsZola ? ZolaPermalinks.PathOf(post, hugo) : HugoAddresses.PathOf(post, hugo);
        return path is null || post.Permalink is not null ? path : hugo.Language?.Prefix + path;
    }

    private static string DefaultPath(Post post)
    {
        var path = "/articles/" + post.Id;
        return PermalinkPaths.IsSafe(path, isJekyll: false) && !post.Id.Contains('/') ? path : "/articles/" + Slug.From(post.Id);
    }

    private static string StyleOf(string template) => template.Trim() switch
    {
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        var written => written,
    };

    // Null when a placeholder is unknown.
    private string? Expand(string template, Post post, bool isJekyll)
    {
        var date = TimeZoneInfo.ConvertTime(post.Published, site.TimeZone);
        var isKnown = true;
        var decoded = template.Contains('%') ? Uri.UnescapeDataString(template) : template;
        var path = PermalinkPlaceholders.Replace(decoded, name =>
        {
            var value = (isJekyll ? jekyll.ValueOf(name, post) : ValueOf(name, post)) ?? DateValueOf(name, date);
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown ? PermalinkPaths.Tidy(path, isJekyll) : null;
    }

    private static string? ValueOf(string name, Post post) => name switch
    {
        "categories" or "slugified_categories" => string.Join('/', CategoriesOf(post, isSlugified: name[0] == 's')),
        "title" => post.Slug,
        "slug" => post.Slug.ToLowerInvariant(),
        "id" => post.Id,
        "name" => Slug.From(StemOf(post)).ToLowerInvariant(),
        "output_ext" => FileExtension,
        "collection" => "posts",
        _ => null,
    };

    /// <summary>The value of a placeholder that is part of a date; null for any other.</summary>
    internal static string? DateValueOf(string name, DateTimeOffset date) => name switch
    {
        "year" => Digits(date.Year, "0000"),
        "short_year" => Digits(date.Year % 100, "00"),
        "month" => Digits(date.Month, "00"),
        "i_month" => Digits(date.Month, "0"),
        "short_month" => date.ToString("MMM", CultureInfo.InvariantCulture),
        "long_month" => date.ToString("MMMM", CultureInfo.InvariantCulture),
        "day" => Digits(date.Day, "00"),
        "i_day" => Digits(date.Day, "0"),
        "y_day" => Digits(date.DayOfYear, "000"),
        "w_year" => Digits(ISOWeek.GetYear(date.DateTime), "0000"),
        "week" => Digits(ISOWeek.GetWeekOfYear(date.DateTime), "00"),
        "w_day" => Digits(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, "0"),
        "short_day" => date.ToString("ddd", CultureInfo.InvariantCulture),
        "long_day" => date.ToString("dddd", CultureInfo.InvariantCulture),
        "hour" => Digits(date.Hour, "00"),
        "minute" => Digits(date.Minute, "00"),
        "second" => Digits(date.Second, "00"),
        _ => null,
    };

    private static string Digits(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    // As in Jekyll, a category keeps its punctuation, so that old addresses stay valid; it becomes a slug only if it breaks an address.
    private static IEnumerable<string> CategoriesOf(Post post, bool isSlugified) => post.Categories
        .Select(name => name.Trim().ToLowerInvariant())
        .Where(name => name.Length > 0)
        .Select(name => isSlugified || !PermalinkPaths.IsSafeSegment(name, isJekyll: false) || name.Contains('/') ? Slug.From(name) : name)
        .Distinct(StringComparer.Ordinal);

    private static string StemOf(Post post) => Path.GetFileNameWithoutExtension(post.Path);
}
