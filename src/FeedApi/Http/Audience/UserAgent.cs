namespace FeedApi.Http.Audience;

/// <summary>What a User-Agent field says of the reader that sends it.</summary>
/// <param name="Name">The program's name, <c>none</c> when the field is missing, at most 40 characters.</param>
/// <param name="Version">Its version as written; null when there is none.</param>
/// <param name="Subscribers">People that it says it fetches for; null when it does not say.</param>
/// <param name="FeedId">Its own number of the feed, for services that keep several subscriptions to one
/// address; null when it has none.</param>
internal sealed record UserAgent(string Name, string? Version = null, int? Subscribers = null, string? FeedId = null)
{
    /// <summary>There is no field.</summary>
    public static UserAgent None { get; } = new("none");

    /// <summary>True for a service that fetches for many people, as opposed to one person's program.</summary>
    public bool IsService => Subscribers is not null;
}
