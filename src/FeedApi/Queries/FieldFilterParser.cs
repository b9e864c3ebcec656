using System.Globalization;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Settings;

namespace FeedApi.Queries;

/// <summary>
/// Parses filters by the site's own front matter, <c>meta.code=600519,000001</c>: commas mean any of the values; a leading hyphen excludes
/// texts; numbers and dates may be ranges, <c>10..20</c>, <c>10..</c> or <c>..20</c>, with both ends included.
/// </summary>
internal sealed class FieldFilterParser(SiteConfig site)
{
    private const int MaxValues = 32;
    private const int MaxChars = 200;
    private const string Dots = "..";

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Names { get; } = [.. site.Fields.Keys.Select(key => FieldFilter.Prefix + key)];

    /// <summary>Parses the filters, in canonical order; or returns the first fault.</summary>
    public (IReadOnlyList<FieldFilter> Filters, ParameterFault? Fault) Parse(ILookup<string, string> given)
    {
        List<FieldFilter> filters = [];
        foreach (var (field, type) in site.Fields)
        {
            foreach (var value in given[FieldFilter.Prefix + field])
            {
                if (Read(filters, field, type, value) is { } fault) return ([], fault);
            }
        }

        return ([.. filters.DistinctBy(filter => (filter.Parameter, filter.Value))
            .OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Value, StringComparer.Ordinal)], null);
    }

    private ParameterFault? Read(List<FieldFilter> filters, string field, FieldType type, string value)
    {
        List<FieldRange> wanted = [], excluded = [];
        var written = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var name = FieldFilter.Prefix + field;
        if (written.Length is 0 or > MaxValues)
            return new ParameterFault(name, $"{name} must be 1 to {MaxValues} values, separated by commas.");
        foreach (var each in written)
        {
            var isExcluded = type == FieldType.Text && each.StartsWith('-');
            if (RangeOf(type, isExcluded ? each[1..] : each) is not { } range) return Wrong(name, type, each);
            (isExcluded ? excluded : wanted).Add(range);
        }

        if (wanted.Count > 0) filters.Add(new FieldFilter(field, Sorted(wanted)));
        if (excluded.Count > 0) filters.Add(new FieldFilter(field, Sorted(excluded), IsExcluded: true));
        return null;
    }

    private FieldRange? RangeOf(FieldType type, string written) => type switch
    {
        FieldType.Text => written.Length is > 0 and <= MaxChars
            ? new FieldRange(written.ToLowerInvariant(), written.ToLowerInvariant(), null, null)
            : null,
        FieldType.Boolean => written is "true" or "false" ? new FieldRange(written, written, null, null) : null,
        _ when written.Split(Dots) is [var from, var to] => OrderedRange(type, from, to),
        FieldType.Number => NumberOf(written) is { } number ? new FieldRange(TextOf(number), null, number, number) : null,
        _ => DateOf(written, isEnd: false) is { } start && DateOf(written, isEnd: true) is { } end
            ? new FieldRange(written, null, start.Second, end.Second, end.IsDay)
            : null,
    };

    private FieldRange? OrderedRange(FieldType type, string from, string to)
    {
        if (from.Length == 0 && to.Length == 0) return null;
        var range = type == FieldType.Number ? NumbersOf(from, to) : DatesOf(from, to);
        return range is null || range.From > range.To ? null : range;
    }

    private static FieldRange? NumbersOf(string from, string to)
    {
        var (least, most) = (NumberOf(from), NumberOf(to));
        if ((least is null && from.Length > 0) || (most is null && to.Length > 0)) return null;
        return new FieldRange($"{(least is { } low ? TextOf(low) : "")}{Dots}{(most is { } high ? TextOf(high) : "")}", null, least, most);
    }

    private FieldRange? DatesOf(string from, string to)
    {
        var (start, end) = (DateOf(from, isEnd: false), DateOf(to, isEnd: true));
        if ((start is null && from.Length > 0) || (end is null && to.Length > 0)) return null;
        return new FieldRange(from + Dots + to, null, start?.Second, end?.Second, end?.IsDay == true);
    }

    // A plus sign that was not percent-encoded arrives as a space. A day ends with its last second.
    private (double Second, bool IsDay)? DateOf(string written, bool isEnd)
    {
        if (!PostDate.TryParse(written.Replace(' ', '+'), site.TimeZone, out var date)) return null;
        if (!isEnd || written.Length > "2022-04-19".Length) return (date.ToUnixTimeSeconds(), false);
        var day = DateOnly.FromDateTime(date.DateTime);
        return day == DateOnly.MaxValue
            ? (date.ToUnixTimeSeconds(), false)
            : (PostDate.Midnight(day.AddDays(1), site.TimeZone).ToUnixTimeSeconds(), true);
    }

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string TextOf(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static ParameterFault Wrong(string name, FieldType type, string written) => new(
        name,
        $"{name} is \"{MessageText.Shorten(written)}\"; it must be " + type switch
        {
            FieldType.Number => "a number, or a range of numbers such as 10..20, 10.. or ..20.",
            FieldType.Date => "a day or instant, or a range of them such as 2026-01-01..2026-03-31.",
            FieldType.Boolean => "true or false.",
            _ => $"a text of at most {MaxChars} characters.",
        });

    private static FieldRange[] Sorted(IEnumerable<FieldRange> ranges) =>
        [.. ranges.DistinctBy(range => range.Written, StringComparer.Ordinal).OrderBy(range => range.Written, StringComparer.Ordinal)];
}
