using System.Globalization;
using FeedApi.Model.Text;
using FeedApi.Queries;

namespace FeedApi.Feeds.Opml;

/// <summary>The selection made by the query of the list of feeds.</summary>
/// <param name="Categories">Categories must match every filter; empty for all categories.</param>
/// <param name="ActiveDays">Only categories with an article of today or of this many days before; null for all.</param>
/// <param name="Top">At most this many categories, those with the most articles; null for all.</param>
/// <param name="IsFlat">True: one list without groups.</param>
/// <param name="QueryString">The canonical query; equal for equal selections.</param>
internal sealed record OpmlSelection(IReadOnlyList<TermFilter> Categories, int? ActiveDays, int? Top, bool IsFlat, string QueryString);

/// <summary>Reads the query of the list of feeds. Strict: a misspelt filter would otherwise return every feed.</summary>
internal sealed class OpmlSelectionParser(ArticleQueryParser articles)
{
    private const int MaxDays = 3_650, MaxCategories = 10_000, ExampleDays = 30, ExampleCategories = 100;
    private const string Category = "category", ActiveDays = "active_days", Top = "top", Flat = "flat";

    private static readonly string[] Names = [Category, ActiveDays, Top, Flat];

    /// <summary>The selection, or the fault of a parameter.</summary>
    public async ValueTask<(OpmlSelection? Selection, ParameterFault? Fault)> ParseAsync(
        IQueryCollection query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        int? days = null, top = null;
        var isFlat = false;
        var fault = StrictParameters.FaultIn(query, Names) ?? RepetitionIn(query)
            ?? ReadNumber(query, ActiveDays, MaxDays, ExampleDays, out days)
            ?? ReadNumber(query, Top, MaxCategories, ExampleCategories, out top)
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
            ? new ParameterFault(repeated, $"The parameter {repeated} may be given only once.")
            : null;

    private static ParameterFault? ReadNumber(IQueryCollection query, string name, int maximum, int example, out int? number)
    {
        number = null;
        if (!query.TryGetValue(name, out var values)) return null;
        var written = values.ToString();
        var isNumber = long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value >= 1 && value <= maximum)
        {
            number = (int)value;
            return null;
        }

        var nearest = (isNumber ? Math.Clamp(value, 1, maximum) : example).ToString(CultureInfo.InvariantCulture);
        return new ParameterFault(name, $"{name} is \"{MessageText.Shorten(written)}\"; it must be a number from 1 to {maximum}.", nearest);
    }

    private static ParameterFault? ReadFlat(IQueryCollection query, out bool isFlat)
    {
        isFlat = query[Flat] == "1";
        if (isFlat || !query.TryGetValue(Flat, out var values) || values == "0") return null;
        return new ParameterFault(Flat, $"{Flat} is \"{MessageText.Shorten(values.ToString())}\"; it must be 1 or 0.", "1");
    }
}
