using System.CommandLine;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands.Export.Trees;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Commands.Options;
using FeedApi.Publishing;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Export;

/// <summary>
/// <c>feedapi export</c>: writes the whole public site as static files, so that it can be served by any server of files.
/// </summary>
internal static class ExportCommand
{
    private const int IncompleteCode = 1;

    private static readonly Option<string> Out = new("--out")
    {
        Description = Localized.Text("The folder of the export."),
        Required = true,
    };

    private static readonly Option<string?> BaseUrl = new("--base-url")
    {
        Description = Localized.Text("The public address of the static site, in place of that of the settings."),
    };

    private static readonly Option<bool> Compress = new("--compress")
    {
        Description = Localized.Text("Write .gz and .br beside every text."),
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("export", Localized.Text("Write the whole site as static files, and end.")) { Out, BaseUrl, Compress };
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(settings, result.GetValue(Out)!, result.GetValue(BaseUrl), result.GetValue(Compress), stop),
            cancellationToken,
            isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings, string folder, string? address, bool isCompressed, CancellationToken stop)
    {
        var time = TimeProvider.System;
        var begunAt = time.GetTimestamp();
        var content = new CommandSettings(settings).Options.ContentFolder;
        if (PostPath.IsInside(RegularFile.RealPathOf(content) ?? Path.GetFullPath(content), Path.GetFullPath(folder)))
        {
            throw new ServerSettingsException(
                Localized.Text($"--out is {folder}, inside the content folder {content}; name a folder outside of it"));
        }

        var trees = new ExportTrees(folder);
        await using var server = await StartAsync(settings, trees, address, stop);
        if (server.Site.HasProvisionalUrl)
        {
            await Console.Error.WriteLineAsync("feedapi: " + Localized.Text(
                $"The public address is unknown, so links lead to {server.Site.PublicUrl}; name it with --base-url"));
        }

        var report = await new SiteExport(server, trees, isCompressed, time).RunAsync(stop);
        foreach (var failure in report.Failures)
            await Console.Error.WriteLineAsync("feedapi: " + Localized.Text($"not exported: {failure}"));
        await Console.Out.WriteLineAsync(Localized.Text(
            $"Exported {report.Addresses} addresses to {Path.Combine(folder, "current", ExportTrees.SiteFolder)}: "
            + $"{report.Written} files written, {time.GetElapsedTime(begunAt).TotalSeconds:0.0} s"));
        return report.Failures.Count > 0 ? IncompleteCode : 0;
    }

    // The data folder of the site's server, if there is one, knows what was withdrawn, and former addresses.
    private static async Task<OfflineServer> StartAsync(
        IReadOnlyList<string> settings, ExportTrees trees, string? address, CancellationToken stop)
    {
        var ofServer = Path.GetFullPath(new CommandSettings(settings).Options.DataFolder);
        if (RegularFile.FolderExists(ofServer)) Withdrawals.TakeOver(ofServer, trees.IndexFolder);
        var others = settings.Where(setting => !setting.StartsWith("--data=", StringComparison.OrdinalIgnoreCase));
        string[] own =
            [$"--data={trees.IndexFolder}", "--Pages:Search=false", .. address is null ? (string[])[] : [$"--Site:Url={address}"]];
        return await OfflineServer.StartAsync([.. others, .. own], OfflineRun.Options, stop, builder =>
            {
                if (RegularFile.FolderExists(ofServer)) builder.Services.AddSingleton(new IndexUpgrade { From = ofServer });
            })
            ?? throw new ServerSettingsException(
                Localized.Text("Not all posts could be read; run it again when nobody writes to the folder"));
    }
}
