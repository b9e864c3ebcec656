namespace FeedApi.Http.Audience;

/// <summary>A parsed User-Agent field.</summary>
/// <param name="Name">The program's name, at most 40 chars; <c>none</c> when the field is missing.</param>
/// <param name="Version">The program's version as written; null when there is none.</param>
/// <param name="Subscribers">The number of subscribers that a service reports; null when there is none.</param>
/// <param name="FeedId">The service's id of the feed, which distinguishes several subscriptions to one address; null when there is
/// none.</param>
internal sealed record UserAgent(string Name, string? Version = null, int? Subscribers = null, string? FeedId = null)
{
    /// <summary>The value for a missing field.</summary>
    public static UserAgent None { get; } = new("none");

    /// <summary>True for a service that fetches for many subscribers, as opposed to a personal reader.</summary>
    public bool IsService => Subscribers is not null;
}
