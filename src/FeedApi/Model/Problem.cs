namespace FeedApi.Model;

/// <summary>How serious a <see cref="Problem"/> is.</summary>
internal enum ProblemSeverity
{
    /// <summary>The post is published; something in it was repaired or left out.</summary>
    Warning,

    /// <summary>The post is not published, or its last good version stays published.</summary>
    Error,
}

/// <summary>A named fault of one post: what is wrong, where, and what was done about it.</summary>
/// <param name="Code">Stable, kebab-case name from <see cref="ProblemCodes"/>, for example <c>front-matter-unclosed</c>.</param>
/// <param name="Severity">Whether the post is published nevertheless.</param>
/// <param name="File">Path relative to the content folder, with <c>/</c> as separator.</param>
/// <param name="Line">1-based line in the file; null when the problem concerns the whole file.</param>
/// <param name="Column">1-based column in chars; null when the problem concerns the whole line.</param>
/// <param name="Message">What is wrong, in one sentence without the file name.</param>
/// <param name="Action">What was done, in one sentence, for example "The post is held back."</param>
internal sealed record Problem(
    string Code, ProblemSeverity Severity, string File, int? Line, int? Column, string Message, string Action);
