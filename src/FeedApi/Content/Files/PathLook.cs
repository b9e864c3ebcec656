using FeedApi.Model;

namespace FeedApi.Content.Files;

/// <summary>
/// What is at a path: a post file, something that must not or cannot be read, or nothing. Two looks may differ, so whoever concludes that a
/// file is gone does so from one.
/// </summary>
/// <param name="File">The post file; null when there is none that may be read.</param>
/// <param name="Problem">Why what is there, or may be, is not read; null when there is a post file, or nothing.</param>
internal readonly record struct PathLook(PostFile? File, Problem? Problem)
{
    /// <summary>True when there is nothing at the path.</summary>
    public bool IsGone => File is null && Problem is null;

    /// <summary>True when it cannot be found out what is at the path, or it cannot be read.</summary>
    public bool IsUnreadable => Problem?.Code == ProblemCodes.Unreadable;
}
