using FeedApi.Api;

namespace FeedApi.Commands.Check;

/// <summary>Writes a report for programs, as documented in <c>docs/operations.md</c>; members are only ever added.</summary>
internal static class JsonReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var written = new
        {
            report.Summary,
            Problems = report.Problems.Select(each => new
            {
                each.Problem.Code,
                Severity = each.Problem.Severity.ToString().ToLowerInvariant(),
                File = each.IsOfFeed ? null : each.Problem.File,
                Feed = each.IsOfFeed ? each.Problem.File : null,
                each.Problem.Line,
                each.Problem.Column,
                each.Problem.Message,
                each.Problem.Action,
                each.Excerpt,
            }),
        };
        output.WriteLine(System.Text.Encoding.UTF8.GetString(ApiJson.Write(written)));
    }
}
