using System.Globalization;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;
using FeedApi.Queries.Search;
using FeedApi.Site;

namespace FeedApi.Queries;

/// <summary>
/// Parses the parameters that the list of articles and every feed share, so that every query of the API can be subscribed to.
/// </summary>
/// <remarks>Unknown parameters are ignored; strict callers reject them first (<see cref="Names"/>).</remarks>
internal sealed class ArticleQueryParser(ITermLookup lookup, SiteConfig site)
{
    // The first names in the list, which may be given several times.
    private const int Repeated = 6;

    private static readonly Dictionary<string, ArticleSort> Sorts = new(StringComparer.Ordinal)
    {
        ["-published"] = ArticleSort.NewestFirst,
        ["published"] = ArticleSort.OldestFirst,
        ["-updated"] = ArticleSort.RecentlyUpdatedFirst,
        ["-changed"] = ArticleSort.RecentlyChangedFirst,
        ["relevance"] = ArticleSort.Relevance,
    };

    private readonly TermFilterParser terms = new(lookup);
    private readonly SectionFilterParser sections = new(lookup, site.Hugo);
    private readonly FieldFilterParser fields = new(site);
    private readonly IdentityFilterParser identities = new(site);

    /// <summary>The names of the parameters that are parsed, besides those of the site's own fields (<see cref="Names"/>).</summary>
    public static IReadOnlyList<string> CommonNames { get; } =
    [
        "category", "tag", "author", IdentityFilterParser.Url, PartFilterParser.Name, IdentityFilterParser.Ids, "q", "from", "to",
        "updated_since", "lang", SectionFilterParser.Name, ScriptParser.Name, DedupeParser.Name, "sort", "limit",
    ];

    /// <summary>The names of all parameters that are parsed.</summary>
    public IReadOnlyList<string> Names { get; } = [.. CommonNames, .. new FieldFilterParser(site).Names];

    /// <summary>Parses a query string.</summary>
    /// <param name="parameters">Names and decoded values; only filters by term, address and field may be repeated.</param>
    /// <param name="cancellationToken">Cancels the lookup of terms.</param>
    public async ValueTask<ParsedQuery> ParseAsync(
        IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        var given = parameters.ToLookup(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        foreach (var name in CommonNames.Skip(Repeated))
        {
            if (given[name].Skip(1).Any())
                return ParsedQuery.Faulty(new ParameterFault(name, $"The parameter {name} may be given only once."));
        }

        var (filters, fault) = await terms.ParseAsync(given, cancellationToken);
        if (fault is not null) return ParsedQuery.Faulty(fault);
        var (bySection, unknown) = await sections.ParseAsync(given[SectionFilterParser.Name].FirstOrDefault(), cancellationToken);
        if (unknown is not null) return ParsedQuery.Faulty(unknown);
        var (byField, wrong) = fields.Parse(given);
        if (wrong is not null) return ParsedQuery.Faulty(wrong);
        var (ids, paths, other) = identities.Parse(given);
        if (other is not null) return ParsedQuery.Faulty(other);
        var query = new ArticleQuery { Terms = filters, Sections = bySection, Fields = byField, Ids = ids, Paths = paths };
        fault = ReadSearch(given, ref query)
            ?? ReadDates(given, ref query)
            ?? ReadLanguage(given, ref query)
            ?? PartFilterParser.Read(given, ref query)
            ?? ScriptParser.Read(given, ref query)
            ?? DedupeParser.Read(given, site, ref query)
            ?? ReadSort(given, ref query)
            ?? ReadLimit(given, ref query);
        if (fault is not null) return ParsedQuery.Faulty(fault);
        return new ParsedQuery(query, null, CanonicalQuery.WithLimit(CanonicalQuery.SelectionOf(query), query.Limit));
    }

    private static ParameterFault? ReadSearch(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (given["q"].FirstOrDefault() is not { } written || string.IsNullOrWhiteSpace(written)) return null;
        if (written.Length > SearchQuery.MaxChars)
        {
            return new ParameterFault(
                "q",
                string.Create(CultureInfo.InvariantCulture, $"q has {written.Length} characters; {SearchQuery.MaxChars} are allowed."),
                written[..SearchQuery.MaxChars]);
        }

        query = query with { Search = SearchQuery.Parse(written) };
        return null;
    }

    private ParameterFault? ReadDates(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (!TryDate(given["from"], isEnd: false, out var from)) return BadDate("from", given["from"].First());
        if (!TryDate(given["to"], isEnd: true, out var to)) return BadDate("to", given["to"].First());
        if (!TryDate(given["updated_since"], isEnd: false, out var since)) return BadDate("updated_since", given["updated_since"].First());
        query = query with { From = from, To = to, UpdatedSince = since };
        return from >= to ? new ParameterFault("to", "The end (to) must be later than the beginning (from).") : null;
    }

    // A day is its first instant, or as an end its last, in the site's time zone.
    private bool TryDate(IEnumerable<string> values, bool isEnd, out DateTimeOffset? instant)
    {
        instant = null;
        if (values.FirstOrDefault() is not { } text) return true;
        // A plus sign that was not percent-encoded arrives as a space.
        var written = text.Trim().Replace(' ', '+');
        if (!PostDate.TryParse(written, site.TimeZone, out var found)) return false;
        var isDay = written.Length == "2022-04-19".Length;
        var day = DateOnly.FromDateTime(found.DateTime);
        // DateOnly has no day after this one, so there is no upper bound.
        if (isDay && isEnd && day == DateOnly.MaxValue) return true;
        instant = (isDay && isEnd ? PostDate.Midnight(day.AddDays(1), site.TimeZone) : found).ToUniversalTime();
        return true;
    }

    private static ParameterFault BadDate(string name, string value) => new(
        name,
        $"{name} is \"{MessageText.Shorten(value)}\"; "
            + "it must be a day such as 2022-04-19 or an instant such as 2022-04-19T10:24:35%2B08:00.");

    private static ParameterFault? ReadLanguage(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (given["lang"].FirstOrDefault() is not { } written) return null;
        string[] tags = [.. written.Split(',').Select(tag => tag.ToLowerInvariant())];
        string[] excluded = [.. tags.Where(tag => tag.StartsWith('-')).Select(tag => tag[1..]).Distinct().Order(StringComparer.Ordinal)];
        string[] wanted = [.. tags.Where(tag => !tag.StartsWith('-'))];
        if (wanted.Length > 1 || !wanted.Concat(excluded).All(LanguageTag.IsValid))
        {
            return new ParameterFault(
                "lang",
                $"lang is \"{MessageText.Shorten(written)}\"; it must be a language tag such as en or zh-CN, "
                    + "which others with a leading - may follow.");
        }

        query = query with { Language = wanted.FirstOrDefault(), ExcludedLanguages = excluded };
        return null;
    }

    private static ParameterFault? ReadSort(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (given["sort"].FirstOrDefault() is not { } written) return null;
        if (!Sorts.TryGetValue(written, out var sort))
        {
            var nearest = Spelling.Nearest(written, Sorts.Keys);
            return new ParameterFault(
                "sort", $"sort is \"{MessageText.Shorten(written)}\"; it must be one of {string.Join(", ", Sorts.Keys)}.", nearest);
        }

        if (sort == ArticleSort.Relevance && query.Search is null)
            return new ParameterFault("sort", "sort=relevance requires q.", "-published");
        if (sort == ArticleSort.RecentlyChangedFirst && query.Search is not null)
            return new ParameterFault("sort", "sort=-changed and q exclude each other; updated_since restricts a search.", "-updated");
        query = query with { Sort = sort };
        return null;
    }

    private static ParameterFault? ReadLimit(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (given["limit"].FirstOrDefault() is not { } written) return null;
        var isNumber = long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit);
        if (!isNumber || limit is < 1 or > ArticleQuery.MaxLimit)
        {
            var nearest = isNumber ? Math.Clamp(limit, 1, ArticleQuery.MaxLimit) : ArticleQuery.DefaultLimit;
            return new ParameterFault(
                "limit",
                $"limit is \"{MessageText.Shorten(written)}\"; it must be a number from 1 to {ArticleQuery.MaxLimit}.",
                nearest.ToString(CultureInfo.InvariantCulture));
        }

        query = query with { Limit = (int)limit };
        return null;
    }
}
