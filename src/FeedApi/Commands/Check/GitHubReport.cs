using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Commands.Check;

/// <summary>
/// Writes a report as workflow commands of GitHub Actions, which shows each problem at its line; see "Workflow commands for GitHub
/// Actions", <c>error</c> and <c>warning</c>, in its documentation.
/// </summary>
internal static class GitHubReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">The standard output.</param>
    /// <param name="report">The report.</param>
    /// <param name="folder">The content folder as given: files are named relative to the folder in which the workflow runs.</param>
    public static void Write(TextWriter output, CheckReport report, string folder)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        foreach (var each in report.Problems)
        {
            var problem = each.Problem;
            var severity = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
            List<string> properties = [$"title={Property(problem.Code)}"];
            if (!each.IsOfFeed) properties.Insert(0, $"file={Property(Path.Combine(folder, problem.File).Replace('\\', '/'))}");
            if (problem.Line is { } line) properties.Add(string.Create(CultureInfo.InvariantCulture, $"line={line}"));
            if (problem.Column is { } column) properties.Add(string.Create(CultureInfo.InvariantCulture, $"col={column}"));
            var where = each.IsOfFeed ? problem.File + ": " : "";
            output.WriteLine($"::{severity} {string.Join(',', properties)}::{Data($"{where}{problem.Message} {problem.Action}")}");
        }
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
