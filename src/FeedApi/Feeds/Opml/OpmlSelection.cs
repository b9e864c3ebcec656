using System.Globalization;
using FeedApi.Model.Text;
using FeedApi.Queries;

namespace FeedApi.Feeds.Opml;

/// <summary>What the query of the list of feeds selects.</summary>
/// <param name="Categories">Categories must match every filter; empty: all do.</param>
/// <param name="ActiveDays">Only categories with an article of today or of so many days before it; null: all.</param>
/// <param name="Top">Only so many categories, those with the most articles; null: all.</param>
/// <param name="IsFlat">True: one list without groups.</param>
/// <param name="QueryString">The canonical query; equal for equal selections.</param>
internal sealed record OpmlSelection(IReadOnlyList<TermFilter> Categories, int? ActiveDays, int? Top, bool IsFlat, string QueryString);

/// <summary>Reads the query of the list of feeds. Strict: a misspelt filter would otherwise give every feed there is.</summary>
internal sealed class OpmlSelectionParser(ArticleQueryParser articles)
{
    private const int MaxDays = 3_650, MaxCategories = 10_000, SomeDays = 30, SomeCategories = 100;
    private const string Category = "category", ActiveDays = "active_days", Top = "top", Flat = "flat";

    private static readonly string[] Names = [Category, ActiveDays, Top, Flat];

    /// <summary>The selection, or what is wrong with a parameter.</summary>
    public async ValueTask<(OpmlSelection? Selection, ParameterFault? Fault)> ParseAsync(
        IQueryCollection query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        int? days = null, top = null;
        var isFlat = false;
        var fault = StrictParameters.FaultIn(query, Names) ?? RepetitionIn(query)
            ?? ReadNumber(query, ActiveDays, MaxDays, SomeDays, out days)
            ?? ReadNumber(query, Top, MaxCategories, SomeCategories, out top)
            ?? ReadFlat(query, out isFlat);
        if (fault is not null) return (null, fault);
        var categories = await articles.ParseAsync(
            query[Category].Select(value => KeyValuePair.Create(Category, value ?? "")), cancellationToken);
        if (categories.Query is null) return (null, categories.Fault);
        FormattableString rest = $"{categories.Canonical}&active_days={days}&top={top}&flat={isFlat || top is not null}";
        return (
            new OpmlSelection(categories.Query.Terms, days, top, isFlat || top is not null, rest.ToString(CultureInfo.InvariantCulture)),
            null);
    }

    private static ParameterFault? RepetitionIn(IQueryCollection query) =>
        Names.Skip(1).FirstOrDefault(name => query[name].Count > 1) is { } repeated
            ? new ParameterFault(repeated, $"The parameter {repeated} may stand only once.")
            : null;

    private static ParameterFault? ReadNumber(IQueryCollection query, string name, int most, int defaultValue, out int? number)
    {
        number = null;
        if (!query.TryGetValue(name, out var values)) return null;
        var written = values.ToString();
        var isNumber = long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value >= 1 && value <= most)
        {
            number = (int)value;
            return null;
        }

        var nearest = (isNumber ? Math.Clamp(value, 1, most) : defaultValue).ToString(CultureInfo.InvariantCulture);
        return new ParameterFault(name, $"{name} is \"{MessageText.Shorten(written)}\"; it must be a number from 1 to {most}.", nearest);
    }

    private static ParameterFault? ReadFlat(IQueryCollection query, out bool isFlat)
    {
        isFlat = query[Flat] == "1";
        if (isFlat || !query.TryGetValue(Flat, out var values) || values == "0") return null;
        return new ParameterFault(Flat, $"{Flat} is \"{MessageText.Shorten(values.ToString())}\"; it must be 1 or 0.", "1");
    }
}
