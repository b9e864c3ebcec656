namespace FeedApi.Queries;

/// <summary>What is wrong with one query parameter.</summary>
/// <param name="Parameter">The parameter's name as sent.</param>
/// <param name="Detail">What is wrong, with the allowed or the nearest valid value, in one or more sentences.</param>
/// <param name="Nearest">The nearest valid name or value; null when there is none.</param>
internal sealed record ParameterFault(string Parameter, string Detail, string? Nearest = null);
