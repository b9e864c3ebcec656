namespace FeedApi.Api.Operations;

/// <summary>A problem of one post file.</summary>
/// <param name="Code">Stable identifier of the kind of problem.</param>
/// <param name="Severity">warning: the post is published, but a part was repaired or left out. error: the post is held back, or its
/// last good version is kept.</param>
/// <param name="File">Path below the content folder.</param>
/// <param name="Line">1-based; absent when the problem concerns the whole file.</param>
/// <param name="Column">1-based; absent when the problem concerns the whole line.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Action">The action taken.</param>
internal sealed record PostProblemContract(
    string Code, string Severity, string File, int? Line, int? Column, string Message, string Action);

/// <summary>All current problems of post files.</summary>
/// <param name="Data">The problems, ordered by file and line.</param>
internal sealed record PostProblemListContract(IReadOnlyList<PostProblemContract> Data);
