using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>Makes the path of an article from a template with Jekyll's placeholders.</summary>
/// <remarks>Jekyll, "Permalinks": placeholders begin with a colon; an empty one vanishes together with its slash.</remarks>
public sealed partial class Permalinks(SiteConfig site)
{
    private const string FileExtension = ".html";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\?#%:<>\"");

    /// <summary>The path, percent-decoded, and whether the template gave it; when not, it is the default <c>/articles/{id}</c>.</summary>
    public (string Path, bool IsAsAsked) PathOf(Post post)
    {
        var template = post.Permalink ?? site.Permalink;
        if (template is null && site.Hugo is null) return (DefaultPath(post), true);
        var wanted = template is null ? HugoPermalinks.PathOf(post, site.Hugo!) : Expand(StyleOf(template), post);
        return wanted is { } path && IsSafe(path) && !ReservedPaths.Contains(path, site.Feeds) ? (path, true) : (DefaultPath(post), false);
    }

    /// <summary>The path that Jekyll's <c>post.id</c> begins with: the site's template without extension, else Jekyll's own default.</summary>
    internal string JekyllPathOf(Post post)
    {
        var template = StyleOf(post.Permalink ?? site.Permalink ?? "date");
        return Expand(template, post) is { } path && IsSafe(path) ? path : DefaultPath(post);
    }

    private static string DefaultPath(Post post)
    {
        var path = "/articles/" + post.Id;
        return IsSafe(path) && !post.Id.Contains('/') ? path : "/articles/" + Slug.From(post.Id);
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
    private string? Expand(string template, Post post)
    {
        var date = TimeZoneInfo.ConvertTime(post.Published, site.TimeZone);
        var isKnown = true;
        var decoded = template.Contains('%') ? Uri.UnescapeDataString(template) : template;
        var path = PermalinkPlaceholders.Replace(decoded, name =>
        {
            var value = ValueOf(name, post, date);
            isKnown &= value is not null;
            return value ?? "";
        });
        if (!isKnown) return null;
        return Slashes().Replace("/" + path, "/").Normalize(NormalizationForm.FormC);
    }

    private static string? ValueOf(string name, Post post, DateTimeOffset date) => name switch
    {
        "categories" or "slugified_categories" => string.Join('/', CategoriesOf(post, isSlugified: name[0] == 's')),
        "title" => post.Slug,
        "slug" => post.Slug.ToLowerInvariant(),
        "id" => post.Id,
        "name" => Slug.From(StemOf(post)).ToLowerInvariant(),
        "output_ext" => FileExtension,
        "collection" => "posts",
        _ => DateValueOf(name, date),
    };

    private static string? DateValueOf(string name, DateTimeOffset date) => name switch
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

    // As in Jekyll a category keeps its punctuation, so that old addresses stay; only what breaks an address makes it a slug.
    private static IEnumerable<string> CategoriesOf(Post post, bool isSlugified) => post.Categories
        .Select(name => name.Trim().ToLowerInvariant())
        .Where(name => name.Length > 0)
        .Select(name => isSlugified || !IsSafeSegment(name) || name.Contains('/') ? Slug.From(name) : name)
        .Distinct(StringComparer.Ordinal);

    private static string StemOf(Post post) => Path.GetFileNameWithoutExtension(post.Path);

    private static bool IsSafe(string path) => path.Length is > 1 and <= RenderingLimits.PathChars &&
        path.TrimEnd('/').Split('/').Skip(1).All(segment => segment.Length > 0 && IsSafeSegment(segment));

    private static bool IsSafeSegment(string segment) => segment is not ("." or "..") &&
        !segment.AsSpan().ContainsAny(Unsafe) && !segment.Any(char.IsControl) && IsWellFormed(segment);

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    [GeneratedRegex("/{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
