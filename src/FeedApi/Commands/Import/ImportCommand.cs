using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Import;

namespace FeedApi.Commands.Import;

/// <summary><c>feedapi import</c>: makes posts of feeds and of exports of other programs.</summary>
internal static class ImportCommand
{
    private const int LeftCode = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly Argument<string[]> Files = new("file") { Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> To = new("--to")
    {
        Description = Localized.Text("The content folder that the posts go to."),
        Required = true,
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = Localized.Text("How the report is written: text or json."),
        DefaultValueFactory = _ => "text",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import", Localized.Text("Make posts of feeds and of exports of other programs.")) { Files, To, Format };
        Format.AcceptOnlyFromAmong("text", "json");
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(result.GetValue(Files)!, result.GetValue(To)!, result.GetValue(Format) == "json", stop),
            cancellationToken,
            isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string folder, bool isJson, CancellationToken stop)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new ServerSettingsException(Localized.Text($"There is no file {missing}"));
        var target = ImportTarget.Of(folder);
        List<FileReport> reports = [];
        List<(string Title, string Address)> listed = [];
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            reports.Add(await ImportAsync(file, target, listed, stop));
        }

        if (isJson)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { Files = reports, Feeds = listed.Select(FeedOf) }, Json));
        else await ImportReport.WriteAsync(Console.Out, reports, listed, target.Folder);
        return reports.Any(report => report.Fault is not null) ? LeftCode : 0;
    }

    private static object FeedOf((string Title, string Address) feed) => new { feed.Title, feed.Address };

    private static async Task<FileReport> ImportAsync(
        string file, ImportTarget target, List<(string Title, string Address)> listed, CancellationToken stop)
    {
        try
        {
            var read = ImportReader.Read(await File.ReadAllBytesAsync(file, stop), TimeZoneInfo.Utc);
            var (added, known) = (0, 0);
            foreach (var post in read.Posts)
            {
                stop.ThrowIfCancellationRequested();
                if (target.Files.Write(post).IsNew) added++;
                else known++;
            }

            listed.AddRange(read.Feeds);
            return new FileReport(
                file, read.Kind, added, known, read.Posts.Count(post => !post.IsPublic || post.Published is null), read.Left, null);
        }
        catch (Exception fault) when (fault is ImportException or JsonException or ArgumentException or InvalidOperationException
            or FormatException or PathTooLongException)
        {
            // What other files hold is not lost for it.
            return new FileReport(file, null, 0, 0, 0, new Dictionary<string, int>(), fault.Message);
        }
    }
}

/// <summary>What became of a file.</summary>
/// <param name="File">As named on the command line.</param>
/// <param name="Kind">What it is; null when it could not be read.</param>
/// <param name="Added">Posts that were written.</param>
/// <param name="Known">Posts that were there already.</param>
/// <param name="Hidden">Drafts and what only some may read, which are not published.</param>
/// <param name="Left">What has no place in posts, with how often it occurs.</param>
/// <param name="Fault">Why it could not be read; null when it could.</param>
internal sealed record FileReport(
    string File, string? Kind, int Added, int Known, int Hidden, IReadOnlyDictionary<string, int> Left, string? Fault);
