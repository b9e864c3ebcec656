namespace FeedApi.Reliability.Sites;

/// <summary>A problem as the server lists it.</summary>
/// <param name="File">Path below the content folder.</param>
/// <param name="Code">Which kind.</param>
/// <param name="IsError">True when the post is held back, or its last good version shown.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ListedProblem(string File, string Code, bool IsError, string Message);
