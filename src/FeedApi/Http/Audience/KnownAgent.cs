namespace FeedApi.Http.Audience;

/// <summary>A parsed User-Agent field with the counters of its name.</summary>
/// <param name="Agent">The parsed field.</param>
/// <param name="Hash">Hash of the whole field, different in every process.</param>
/// <param name="Polls">The counters, shared by all fields with the same name.</param>
internal sealed record KnownAgent(UserAgent Agent, uint Hash, PollCounts Polls);
