namespace FeedApi.Http.Semantics;

/// <summary>The fault of one query parameter, an element of <see cref="HttpProblem.Errors"/>.</summary>
/// <param name="Parameter">The parameter's name as sent.</param>
/// <param name="Detail">What is wrong, with the allowed or the nearest valid value.</param>
/// <param name="Nearest">The nearest valid name or value; null when there is none.</param>
internal sealed record BadParameterError(string Parameter, string Detail, string? Nearest = null);
