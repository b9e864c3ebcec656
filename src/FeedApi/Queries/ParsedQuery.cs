namespace FeedApi.Queries;

/// <summary>The result of parsing a query string: a selection, or the fault of one of its parameters.</summary>
/// <param name="Query">The selection; null when there is a fault.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Canonical">Filters, order and limit in canonical form, percent-encoded; equal for all spellings of the same query,
/// and empty when there is a fault.</param>
internal sealed record ParsedQuery(ArticleQuery? Query, ParameterFault? Fault, string Canonical)
{
    /// <summary>The result for an invalid query.</summary>
    public static ParsedQuery Faulty(ParameterFault fault) => new(null, fault, "");
}
