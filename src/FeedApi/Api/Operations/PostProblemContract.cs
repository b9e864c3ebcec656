namespace FeedApi.Api.Operations;

/// <summary>A fault of one post file.</summary>
/// <param name="Code">Stable name of the kind of fault.</param>
/// <param name="Severity">warning: the post is shown, something in it was repaired or left out. error: it is held back, or its
/// last good version stays.</param>
/// <param name="File">Path below the content folder.</param>
/// <param name="Line">1-based; missing when the whole file is meant.</param>
/// <param name="Column">1-based; missing when the whole line is meant.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Action">What was done.</param>
internal sealed record PostProblemContract(
    string Code, string Severity, string File, int? Line, int? Column, string Message, string Action);

/// <summary>All current faults of post files.</summary>
/// <param name="Data">By file and line.</param>
internal sealed record PostProblemListContract(IReadOnlyList<PostProblemContract> Data);
