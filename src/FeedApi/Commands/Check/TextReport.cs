using System.Globalization;
using FeedApi.Commands.Localization;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Commands.Check;

/// <summary>Writes a report for people: the problems by file, each with its line and what was done, and the counts.</summary>
internal static class TextReport
{
    private const int MaxExcerptChars = 100;

    // Of a long line what stands before the problem.
    private const int CharsBefore = 60;

    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        foreach (var file in report.Problems.GroupBy(each => each.Problem.File, StringComparer.Ordinal))
        {
            output.WriteLine(LogText.Escape(file.Key));
            foreach (var each in file) Write(output, each);
            output.WriteLine();
        }

        output.WriteLine(Counts(report));
    }

    private static void Write(TextWriter output, CheckedProblem found)
    {
        var problem = found.Problem;
        var place = problem.Line is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"{line}{(problem.Column is { } column ? $":{column}" : "")} ")
            : "";
        output.WriteLine($"  {place}{ProblemText.Of(problem.Severity == ProblemSeverity.Error, problem.Code, problem.Message)}");
        if (found.Excerpt is { } excerpt) WriteExcerpt(output, excerpt, problem.Column);
        output.WriteLine($"    {ProblemText.OfAction(problem.Action)}");
    }

    private static void WriteExcerpt(TextWriter output, string excerpt, int? column)
    {
        var start = column > MaxExcerptChars ? column.Value - CharsBefore : 0;
        var shown = excerpt.AsSpan(Math.Min(start, excerpt.Length));
        var isCut = shown.Length > MaxExcerptChars;
        var line = string.Concat(start > 0 ? "…" : "", shown[..Math.Min(shown.Length, MaxExcerptChars)], isCut ? "…" : "");
        output.WriteLine("    | " + LogText.Escape(line.Replace('\t', ' ')));
        if (column is { } at && at - start <= line.Length)
            output.WriteLine("    | " + Blank(line, at - start - 1 + (start > 0 ? 1 : 0)) + "^");
    }

    // Han letters take two columns of a terminal.
    private static string Blank(string line, int chars) =>
        string.Concat(line[..Math.Clamp(chars, 0, line.Length)].Select(letter => letter >= '\u1100' ? '\u3000' : ' '));

    private static string Counts(CheckReport report)
    {
        var summary = report.Summary;
        var errors = report.Problems.Count(each => each.Problem.Severity == ProblemSeverity.Error);
        var warnings = report.Problems.Count - errors;
        var posts = Quantity.Of(summary.Posts, "post", "posts");
        var terms = Quantity.Of(summary.MergedTerms, "term", "terms");
        var feeds = Quantity.Of(summary.Feeds, "feed", "feeds");
        var links = Quantity.Of(summary.Links, "link", "links");
        string[] lines =
        [
            Localized.Text(
                $"{posts}: {summary.Published} published, {summary.Repaired} of them repaired, {summary.Scheduled} scheduled, "
                + $"{summary.Hidden} hidden, {summary.Held} held back; {terms} merged"),
            Localized.Text($"{feeds} in three formats and {links} within the site checked"),
            Localized.Text($"{Quantity.Of(errors, "error", "errors")}, {Quantity.Of(warnings, "warning", "warnings")}"),
        ];
        return string.Join('\n', lines);
    }
}
