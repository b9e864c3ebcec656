using FeedApi.Http;

namespace FeedApi.Catalog;

/// <summary>What the query of an address came to: a selection, or what is wrong with one of its parameters.</summary>
/// <param name="Query">The selection; null when there is a fault.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Selection">Filters and order in canonical form, percent-encoded; equal for equal selections however they are written.</param>
/// <param name="Canonical"><paramref name="Selection"/> with the limit, if it is not the default.</param>
public sealed record ParsedQuery(ArticleQuery? Query, ParameterFault? Fault, string Selection, string Canonical)
{
    /// <summary>A query that cannot be answered.</summary>
    public static ParsedQuery Faulty(ParameterFault fault) => new(null, fault, "", "");
}
