using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Addresses;

namespace FeedApi.Queries;

/// <summary>
/// Parses filters by term: commas mean any of the terms, a leading hyphen excludes one, and a repeated parameter means all of them.
/// </summary>
internal sealed class TermFilterParser(ITermLookup lookup)
{
    // Few enough for every form of query to stay fast.
    private const int MaxSlugs = 32;

    // Bounds the cost of the suggestion.
    private const int MaxCandidates = 5_000;

    private static readonly (string Name, TermKind Kind)[] Parameters =
        [("author", TermKind.Author), ("category", TermKind.Category), ("tag", TermKind.Tag)];

    /// <summary>Parses the filters into canonical slugs, in canonical order; or returns the first fault.</summary>
    public async ValueTask<(IReadOnlyList<TermFilter> Filters, ParameterFault? Fault)> ParseAsync(
        ILookup<string, string> given, CancellationToken cancellationToken)
    {
        List<TermFilter> filters = [];
        var slugs = 0;
        foreach (var (name, kind) in Parameters)
        {
            foreach (var value in given[name])
            {
                slugs += value.AsSpan().Count(',') + 1;
                if (slugs > MaxSlugs)
                    return ([], new ParameterFault(name, $"At most {MaxSlugs} categories, tags and authors may be given."));
                if (await ReadAsync(filters, name, kind, value, cancellationToken) is { } fault) return ([], fault);
            }
        }

        return (InOrder(filters), null);
    }

    private async ValueTask<ParameterFault?> ReadAsync(
        List<TermFilter> filters, string name, TermKind kind, string value, CancellationToken cancellationToken)
    {
        List<string> wanted = [], excluded = [];
        foreach (var written in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isExcluded = written.StartsWith('-');
            var slug = isExcluded ? written[1..] : written;
            if (slug.Length == 0 || await lookup.FindTermAsync(kind, slug, cancellationToken) is not { } term)
                return await UnknownAsync(name, kind, slug, cancellationToken);
            (isExcluded ? excluded : wanted).Add(term.Slug);
        }

        if (wanted.Count == 0 && excluded.Count == 0)
            return new ParameterFault(name, $"{name} is empty; it must be the slug of one {name}, or several separated by commas.");
        if (wanted.Count > 0) filters.Add(new TermFilter(kind, Sorted(wanted)));
        if (excluded.Count > 0) filters.Add(new TermFilter(kind, Sorted(excluded), IsExcluded: true));
        return null;
    }

    private async ValueTask<ParameterFault> UnknownAsync(string name, TermKind kind, string slug, CancellationToken cancellationToken)
    {
        var known = await lookup.ListTermsAsync(kind, cancellationToken);
        var nearest = slug.Length == 0 ? null : Spelling.Nearest(slug, [.. known.Take(MaxCandidates).Select(term => term.Slug)]);
        var hint = nearest is null ? "" : $" The nearest one is \"{nearest}\".";
        return new ParameterFault(
            name,
            $"There is no {name} \"{MessageText.Shorten(slug)}\"; GET /api/v1/{SiteLinks.Collection(kind)} lists them.{hint}",
            nearest);
    }

    private static string[] Sorted(IEnumerable<string> slugs) => [.. slugs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static TermFilter[] InOrder(IEnumerable<TermFilter> filters) =>
    [
        .. filters.DistinctBy(CanonicalQuery.ValueOf, StringComparer.Ordinal)
            .OrderBy(filter => filter.Kind).ThenBy(CanonicalQuery.ValueOf, StringComparer.Ordinal),
    ];
}
