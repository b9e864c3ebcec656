using System.Globalization;

namespace FeedApi.Commands.Import;

/// <summary>Writes for people what became of imported files.</summary>
internal static class ImportReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="reports">A report for each file.</param>
    /// <param name="feeds">Feeds that lists of feeds named.</param>
    /// <param name="folder">The folder of the posts.</param>
    public static async Task WriteAsync(
        TextWriter output, IReadOnlyList<FileReport> reports, IReadOnlyList<(string Title, string Address)> feeds, string folder)
    {
        foreach (var report in reports)
        {
            await output.WriteLineAsync(report.Fault is { } fault ? $"{report.File}: {fault}" : Line(report));
            foreach (var (what, count) in report.Left)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  no place for {count} {what}"));
        }

        foreach (var (title, address) in feeds) await output.WriteLineAsync($"  feed {title}: {address}");
        if (feeds.Count > 0) await output.WriteLineAsync("Feeds are not fetched: save those that you want, and import them as files.");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports.Sum(report => report.Added)} posts written to {folder}, {reports.Sum(report => report.Known)} were there already"));
    }

    private static string Line(FileReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.File}: {report.Kind}, {report.Added + report.Known} posts, {report.Hidden} of them hidden");
}
