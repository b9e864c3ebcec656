using FeedApi.Api.Articles;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Api.Changes;

/// <summary>Whose changes a client follows, and how they are shown.</summary>
/// <param name="Query">The selection, with the bodies to load.</param>
/// <param name="Presentation">The members of articles.</param>
/// <param name="Scope">The selection for tokens (<see cref="CanonicalQuery.ScopeOf"/>).</param>
/// <param name="QueryString">Selection and presentation in canonical form, without a question mark.</param>
/// <param name="Since">The token that the client has; null when it begins.</param>
internal sealed record ChangeSelection(
    ArticleQuery Query, ArticlePresentation Presentation, string Scope, string QueryString, ChangeToken? Since);

/// <summary>Reads the parameters that the changes and the events share.</summary>
internal sealed class ChangeSelectionParser(ArticleQueryParser queries, SiteConfig site)
{
    /// <summary>The parameter of tokens.</summary>
    public const string SinceParameter = "since";

    /// <summary>
    /// The parameter of a search, which events take and changes do not: whether an article matches may change without a change of the
    /// article, so no copy could be kept by it.
    /// </summary>
    public const string SearchParameter = "q";

    /// <summary>The key of tokens.</summary>
    public byte[] Key { get; } = Cursor.KeyOf(site);

    // Of the list, where they make sense; a selection by anything that is not a property of the article could change by itself.
    private static readonly string[] OfLists = [SearchParameter, "updated_since", "sort", "cursor", "include", "highlight", "ids", "url"];

    private readonly string[] selecting =
    [
        "category", "tag", "author", "lang", SectionFilterParser.Name, "from", "to", PartFilterParser.Name,
        .. queries.Names.Where(name => name.StartsWith(FieldFilter.Prefix, StringComparison.Ordinal)),
    ];

    /// <summary>Reads the selection, or returns the response to a fault.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="others">Names of further parameters that are allowed.</param>
    /// <param name="since">A token that does not come from the query; null for none.</param>
    /// <param name="cancellationToken">Cancels the lookup of terms.</param>
    public async ValueTask<(ChangeSelection? Selection, HttpProblem? Fault)> ParseAsync(
        IQueryCollection query, IEnumerable<string> others, string? since, CancellationToken cancellationToken)
    {
        if (StrictParameters.FaultIn(query, [.. selecting, SinceParameter, "fields", "content", .. others]) is { } unknown)
            return (null, OfList(unknown));
        if (ArticlePresentation.Parse(query, "none", [], out var fault) is not { } presentation)
            return (null, HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest));
        var filters = query
            .Where(parameter => selecting.Contains(parameter.Key, StringComparer.Ordinal)
                || (parameter.Key == SearchParameter && others.Contains(SearchParameter, StringComparer.Ordinal)))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? "")));
        var parsed = await queries.ParseAsync(filters, cancellationToken);
        if (parsed.Query is not { } selected)
            return (null, HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest));
        var scope = CanonicalQuery.ScopeOf(selected);
        ChangeToken? token = null;
        if ((since ?? query[SinceParameter].FirstOrDefault()) is { Length: > 0 } written)
        {
            token = ChangeToken.Read(written, scope, Key);
            if (token is null) return (null, BadToken());
        }

        var selection = CanonicalQuery.SelectionOf(selected);
        var shown = presentation.QueryString;
        var queryString = selection.Length == 0 || shown.Length == 0 ? selection + shown : $"{selection}&{shown}";
        return (new ChangeSelection(selected with { Bodies = presentation.Bodies }, presentation, scope, queryString, token), null);
    }

    private HttpProblem OfList(ParameterFault unknown) => OfLists.Contains(unknown.Parameter, StringComparer.Ordinal)
        ? HttpProblem.BadParameter(
            unknown.Parameter,
            $"{MessageText.Shorten(unknown.Parameter)} does not select changes: whether an article matches it could change without a "
                + $"change of the article, or is not known of a deleted one. Allowed are {string.Join(", ", selecting)}.",
            nearest: null)
        : HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);

    private static HttpProblem BadToken()
    {
        const string detail = "The token is not valid for these filters, or was altered. Start again without since.";
        return new HttpProblem(400, "bad-token", "Bad token", detail) { Errors = [new BadParameterError(SinceParameter, detail)] };
    }
}
