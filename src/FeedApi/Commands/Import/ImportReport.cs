using System.Globalization;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Terminal;

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
        if (TerminalTable.IsTerminal) WriteTable(reports);
        else await WriteLinesAsync(output, reports);
        foreach (var (title, address) in feeds) await output.WriteLineAsync(Localized.Text($"  feed {title}: {address}"));
        if (feeds.Count > 0)
        {
            await output.WriteLineAsync(
                Localized.Text("Feeds are not fetched: save those that you want, and import them as files."));
        }

        var (added, known) = (reports.Sum(report => report.Added), reports.Sum(report => report.Known));
        await output.WriteLineAsync(
            Localized.Text($"{Posts(added)} written to {folder}, {known} were there already"));
    }

    private static void WriteTable(IReadOnlyList<FileReport> reports)
    {
        string[] columns =
        [
            Localized.Text("File"), Localized.Text("Kind"), Localized.Text("Posts"), Localized.Text("Hidden"),
            Localized.Text("No place for"),
        ];
        TerminalTable.Write(columns, reports.Select(report => (string?[])
        [
            report.File,
            report.Fault is { } fault ? Localized.Text(fault) : report.Kind,
            Number(report.Added + report.Known),
            Number(report.Hidden),
            string.Join('\n', report.Left.Select(left => $"{Number(left.Value)} {Localized.Text(left.Key)}")),
        ]));
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static async Task WriteLinesAsync(TextWriter output, IReadOnlyList<FileReport> reports)
    {
        foreach (var report in reports)
        {
            await output.WriteLineAsync(Line(report));
            foreach (var (what, count) in report.Left)
                await output.WriteLineAsync(Localized.Text($"  no place for {count} {Localized.Text(what)}"));
        }
    }

    private static string Line(FileReport report) => report.Fault is { } fault
        ? Localized.Text($"{report.File}: {Localized.Text(fault)}")
        : Localized.Text($"{report.File}: {report.Kind}, {Posts(report.Added + report.Known)}, {report.Hidden} of them hidden");

    private static string Posts(int count) => Quantity.Of(count, "post", "posts");
}
