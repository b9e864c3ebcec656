using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Reading.Markdown;

/// <summary><c>markdown N</c>.</summary>
internal static class MarkdownCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "markdown", "Pathological Markdown in three dialects, below, at and above the limits of the guards.",
        (range, report, cancellation) =>
            ReadingRun.RunAsync("markdown", range, report, (random, _, _) => PathologicalMarkdown.Of(random), cancellation));
}
