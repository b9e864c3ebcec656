namespace FeedApi.Queries;

/// <summary>What the query of an address came to: a selection, or what is wrong with one of its parameters.</summary>
/// <param name="Query">The selection; null when there is a fault.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Canonical">Filters, order and limit in canonical form, percent-encoded; equal for equal queries
/// however they are written.</param>
internal sealed record ParsedQuery(ArticleQuery? Query, ParameterFault? Fault, string Canonical)
{
    /// <summary>A query that cannot be answered.</summary>
    public static ParsedQuery Faulty(ParameterFault fault) => new(null, fault, "");
}
