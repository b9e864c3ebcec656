using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Dates.Ruby;

namespace FeedApi.Site.Files;

/// <summary>The parsed name of a post file: <c>YYYY-M-D-slug.ext</c>, or only a slug.</summary>
/// <param name="Stem">The name without its extension; for a bundle, the folder's name.</param>
/// <param name="Date">The date at its start; null when there is none.</param>
/// <param name="Slug">The stem without the date; not yet URL-safe.</param>
/// <param name="Format">The format by the extension.</param>
internal readonly partial record struct PostFileName(string Stem, DateOnly? Date, string Slug, PostFormat Format)
{
    /// <summary>Parses the name of a file.</summary>
    /// <param name="path">Relative path with <c>/</c> as separator.</param>
    public static PostFileName Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        var stem = PostPath.BundleOf(path) is { } bundle ? bundle[(bundle.LastIndexOf('/') + 1)..] : dot > 0 ? name[..dot] : name;
        var isHtml = dot > 0 && name.AsSpan(dot).StartsWith(".htm", StringComparison.OrdinalIgnoreCase);
        var format = isHtml ? PostFormat.Html : PostFormat.Markdown;
        if (DayOf(stem, out var slug) is { } day) return new PostFileName(stem, day, slug, format);
        return JekyllName().IsMatch(name) && (PostPath.IsBelowPosts(path) || PostPath.IsDraft(path))
            ? OfNoSuchDay(stem, format)
            : new PostFileName(stem, null, stem, format);
    }

    /// <summary>True when Jekyll treats a file of that name below <c>_posts</c> as a post.</summary>
    public static bool IsJekyllName(string path) => JekyllName().IsMatch(path[(path.LastIndexOf('/') + 1)..]);

    // As in Jekyll, 30 February is a day of March; month 13 is none, but what follows it is the slug nevertheless.
    private static PostFileName OfNoSuchDay(string stem, PostFormat format)
    {
        var parts = stem.Split('-', 4);
        var year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        if (parts[0].Length == 2) year = WithCentury(year);
        var month = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var clock = new RubyClock(year, month, int.Parse(parts[2], CultureInfo.InvariantCulture), 0, 0, 0);
        DateOnly? day = clock.TryLocal(out var local) ? DateOnly.FromDateTime(local) : null;
        return new PostFileName(stem, day, parts[3].Length > 0 ? parts[3] : stem, format);
    }

    // As in Ruby, so that old Jekyll files keep their year.
    private static int WithCentury(int year) => year < 69 ? year + 2000 : year + 1900;

    private static DateOnly? DayOf(string stem, out string slug)
    {
        slug = "";
        var rest = stem.AsSpan();
        var yearDigits = DigitsOf(rest);
        if (yearDigits is not (2 or 4) || !Part(ref rest, yearDigits, out var year) || !Part(ref rest, 2, out var month)) return null;
        var dayDigits = DigitsOf(rest);
        if (dayDigits is not (1 or 2) || (rest.Length > dayDigits && rest[dayDigits] != '-')) return null;
        var day = int.Parse(rest[..dayDigits], CultureInfo.InvariantCulture);
        if (yearDigits == 2) year = WithCentury(year);
        if (!PostDate.TryDay(year, month, day, out var date)) return null;
        slug = rest.Length > dayDigits + 1 ? rest[(dayDigits + 1)..].ToString() : stem;
        return date;
    }

    private static bool Part(ref ReadOnlySpan<char> rest, int maxDigits, out int number)
    {
        var digits = DigitsOf(rest);
        number = 0;
        if (digits == 0 || digits > maxDigits || rest.Length == digits || rest[digits] != '-') return false;
        number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        rest = rest[(digits + 1)..];
        return true;
    }

    private static int DigitsOf(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    [GeneratedRegex(@"^[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2}-.*\.[^.]+$", RegexOptions.Singleline)]
    private static partial Regex JekyllName();
}
