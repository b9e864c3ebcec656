using FeedApi.Model.Text;
using FeedApi.Site.Hugo;

namespace FeedApi.Queries;

/// <summary>
/// Parses the parameter <c>section</c>: commas mean any of the sections, a leading hyphen excludes one, <c>/*</c> at the end includes
/// the sections below.
/// </summary>
internal sealed class SectionFilterParser(ITermLookup lookup, HugoSettings? hugo)
{
    /// <summary>The parameter.</summary>
    public const string Name = "section";

    // As for terms: few enough for every form of query to stay fast.
    private const int MaxSections = 32;

    /// <summary>Parses the filters into known keys, in canonical order; or returns the first fault.</summary>
    /// <param name="value">The parameter's value; null when it is not given.</param>
    /// <param name="cancellationToken">Cancels the lookup of sections.</param>
    public async ValueTask<(IReadOnlyList<SectionFilter> Filters, ParameterFault? Fault)> ParseAsync(
        string? value, CancellationToken cancellationToken)
    {
        if (value is null) return ([], null);
        var written = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (written.Length == 0)
            return ([], new ParameterFault(Name, "section is empty; it must be one section, or several separated by commas."));
        if (written.Length > MaxSections) return ([], new ParameterFault(Name, $"At most {MaxSections} sections may be given."));
        IReadOnlyList<string> known = [.. (await lookup.ListSectionsAsync(cancellationToken)).Union(Described, StringComparer.Ordinal)];
        List<string> wanted = [], excluded = [];
        foreach (var each in written)
        {
            var isExcluded = each.StartsWith('-');
            if (KeyOf(isExcluded ? each[1..] : each, known) is not { } key) return ([], Unknown(each.TrimStart('-'), known));
            (isExcluded ? excluded : wanted).Add(key);
        }

        List<SectionFilter> filters = [];
        if (wanted.Count > 0) filters.Add(new SectionFilter(Sorted(wanted)));
        if (excluded.Count > 0) filters.Add(new SectionFilter(Sorted(excluded), IsExcluded: true));
        return (filters, null);
    }

    // Sections with a page may have no articles yet.
    private IEnumerable<string> Described => (hugo?.Languages?.Active ?? [])
        .SelectMany(language => hugo!.Languages!.SettingsOf(language).SectionIndexes.Keys)
        .Select(folder => hugo!.IsZola
            ? folder
            : string.Join('-', folder.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // A section above others may have no articles of its own.
    private static string? KeyOf(string written, IReadOnlyList<string> known)
    {
        var isWhole = written.EndsWith(SectionFilter.Below, StringComparison.Ordinal);
        var key = (isWhole ? written[..^SectionFilter.Below.Length] : written).Trim('/');
        var found = known.FirstOrDefault(section => section.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? (isWhole && key.Length > 0 ? known
                .FirstOrDefault(section => section.StartsWith(key + "/", StringComparison.OrdinalIgnoreCase))?[..key.Length] : null);
        return found is null ? null : isWhole ? found + SectionFilter.Below : found;
    }

    private static ParameterFault Unknown(string written, IReadOnlyList<string> known)
    {
        var nearest = written.Length == 0 ? null : Spelling.Nearest(written, known);
        var hint = nearest is not null ? $" The nearest one is \"{nearest}\"."
            : known.Count == 0 ? " Only posts of Hugo and Zola sites have sections." : "";
        return new ParameterFault(Name, $"There is no section \"{MessageText.Shorten(written)}\".{hint}", nearest);
    }

    private static string[] Sorted(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
