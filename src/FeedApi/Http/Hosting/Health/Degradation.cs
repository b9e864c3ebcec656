namespace FeedApi.Http.Hosting.Health;

/// <summary>One reason for which the server is degraded.</summary>
/// <param name="Code">One of <see cref="DegradationCodes"/>.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Since">When it began.</param>
internal sealed record Degradation(string Code, string Detail, DateTimeOffset Since);
