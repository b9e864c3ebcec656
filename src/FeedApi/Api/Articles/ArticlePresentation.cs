using FeedApi.Model.Text;
using FeedApi.Queries;

namespace FeedApi.Api.Articles;

/// <summary>
/// The parts of each article that a response contains: the parameters <c>content</c>, <c>fields</c>, <c>include</c> and <c>highlight</c>.
/// </summary>
/// <param name="Bodies">The bodies to load.</param>
/// <param name="Fields">The members to return; empty for all.</param>
/// <param name="Included">What to return besides the articles.</param>
/// <param name="Highlights">Whether to highlight where an article matches the search.</param>
/// <param name="QueryString">The same parameters in canonical form; empty when all have their defaults.</param>
internal sealed record ArticlePresentation(
    ArticleBodies Bodies, IReadOnlyList<string> Fields, IReadOnlyList<string> Included, bool Highlights, string QueryString)
{
    private static readonly Dictionary<string, ArticleBodies> Contents = new(StringComparer.Ordinal)
    {
        ["html"] = ArticleBodies.Html,
        ["text"] = ArticleBodies.Text,
        ["markdown"] = ArticleBodies.Markdown,
        ["none"] = ArticleBodies.None,
    };

    /// <summary>Whether <c>include</c> contains a name.</summary>
    public bool Wants(string name) => Included.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads the parameters; the presentation is null when there is a fault.</summary>
    /// <param name="query">The whole query.</param>
    /// <param name="defaultContent">The value of <c>content</c> when it is absent.</param>
    /// <param name="includes">The values of <c>include</c>.</param>
    /// <param name="fault">The invalid parameter; null when there is none.</param>
    public static ArticlePresentation? Parse(
        IQueryCollection query, string defaultContent, IReadOnlyList<string> includes, out ParameterFault? fault)
    {
        var content = query["content"] is [{ } written] ? written : query["content"].Count == 0 ? defaultContent : "";
        fault = Contents.ContainsKey(content) ? null : Wrong("content", query["content"].ToString(), [.. Contents.Keys]);
        string[] fields = [.. ListOf(query, "fields")];
        string[] included = [.. ListOf(query, "include")];
        fault ??= FaultIn("fields", fields, ArticleFields.Names) ?? FaultIn("include", included, includes);
        string[] highlight = [.. ListOf(query, "highlight")];
        fault ??= FaultIn("highlight", highlight, ["0", "1"]);
        var highlights = highlight is ["1"];
        if (fault is not null) return null;
        List<string> pairs = [];
        if (content != defaultContent) pairs.Add("content=" + content);
        if (fields.Length > 0) pairs.Add("fields=" + string.Join(',', fields));
        if (included.Length > 0) pairs.Add("include=" + string.Join(',', included));
        if (highlights) pairs.Add("highlight=1");
        return new ArticlePresentation(Contents[content], fields, included, highlights, string.Join('&', pairs));
    }

    private static IEnumerable<string> ListOf(IQueryCollection query, string name) => query[name]
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static ParameterFault? FaultIn(string parameter, IEnumerable<string> values, IReadOnlyList<string> allowed) =>
        values.FirstOrDefault(value => !allowed.Contains(value, StringComparer.Ordinal)) is { } unknown
            ? Wrong(parameter, unknown, allowed)
            : null;

    private static ParameterFault Wrong(string parameter, string value, IReadOnlyList<string> allowed)
    {
        var nearest = Spelling.Nearest(value, allowed);
        return new ParameterFault(
            parameter,
            $"{parameter} is \"{MessageText.Shorten(value)}\"; it must be {string.Join(", ", allowed)}{Spelling.Hint(value, allowed)}.",
            nearest);
    }
}
