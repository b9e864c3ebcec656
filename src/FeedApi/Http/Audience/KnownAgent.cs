namespace FeedApi.Http.Audience;

/// <summary>A User-Agent field that has been read, with what is counted under its name.</summary>
/// <param name="Agent">What it says.</param>
/// <param name="Hash">Of the whole field, different in every process.</param>
/// <param name="Polls">The counts of its name, shared by all fields with that name.</param>
internal sealed record KnownAgent(UserAgent Agent, uint Hash, PollCounts Polls);
