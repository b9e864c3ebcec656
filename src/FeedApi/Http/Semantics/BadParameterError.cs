namespace FeedApi.Http.Semantics;

/// <summary>What is wrong with one query parameter, as a member of <see cref="HttpProblem.Errors"/>.</summary>
/// <param name="Parameter">Its name as sent.</param>
/// <param name="Detail">What is wrong, with the allowed or the nearest valid value.</param>
/// <param name="Nearest">The nearest valid name or value; null when there is none.</param>
internal sealed record BadParameterError(string Parameter, string Detail, string? Nearest = null);
