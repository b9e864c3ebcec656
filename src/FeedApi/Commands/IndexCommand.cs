using System.CommandLine;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Commands.Options;
using FeedApi.Commands.Reload;
using FeedApi.Model;
using FeedApi.Publishing;
using FeedApi.Site.Files;

namespace FeedApi.Commands;

/// <summary>
/// <c>feedapi index</c>: brings the index of a data folder up to date with the posts without serving it, and ends. So a new version can be
/// made ready while the former one serves its own data folder.
/// </summary>
internal static class IndexCommand
{
    private const int IncompleteCode = 1;

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var from = new Option<string?>("--from")
        {
            Description = Localized.Text(
                "The data folder of another server, whose change log, former addresses and withdrawals go on in this one."),
        };
        var command = new Command("index", Localized.Text("Index the posts without serving them, and end.")) { from };
        command.SetAction((result, cancellationToken) =>
            CommandRun.RunAsync(
                stop => RunAsync(settings, result.GetValue(from), stop), cancellationToken, isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? from, CancellationToken stop)
    {
        string? report;
        // Never started, so it listens nowhere.
        await using (var server = FeedServer.Create([.. settings, OfflineServer.NoTelemetry], builder => Adjust(builder, from)))
            report = await IndexAsync(server.Services, stop);
        if (report is null)
        {
            await Console.Error.WriteLineAsync(
                "feedapi: " + Localized.Text("Not all posts could be indexed; the log above tells why. Run it again"));
            return IncompleteCode;
        }

        await Console.Out.WriteLineAsync(report);
        return 0;
    }

    private static void Adjust(WebApplicationBuilder builder, string? from)
    {
        // Nobody waits for the first feed.
        builder.Services.AddSingleton(new PublishOptions { OutlinesFrom = int.MaxValue });
        if (from is null) return;
        var data = ServerOptionsReader.Read(builder.Configuration, builder.Environment.IsDevelopment()).DataFolder;
        var folder = Path.GetFullPath(from);
        if (!RegularFile.FolderExists(folder))
            throw new ServerSettingsException(Localized.Text($"--from is {from}, and there is no such folder"));
        if (RegularFile.RealPathOf(folder) == RegularFile.RealPathOf(Path.GetFullPath(data)))
        {
            throw new ServerSettingsException(
                Localized.Text($"--from is {from}, the folder of --data itself; name that of another server"));
        }

        Withdrawals.TakeOver(folder, data);
        builder.Services.AddSingleton(new IndexUpgrade { From = folder });
    }

    // Null when the index is not complete.
    private static async Task<string?> IndexAsync(IServiceProvider server, CancellationToken stop)
    {
        var time = server.GetRequiredService<TimeProvider>();
        var begunAt = time.GetTimestamp();
        return await OfflineIndexing.RunAsync(server, stop)
            ? await ReportAsync(server.GetRequiredService<SiteSwitch>(), time.GetElapsedTime(begunAt), stop)
            : null;
    }

    private static async Task<string> ReportAsync(SiteSwitch site, TimeSpan elapsed, CancellationToken stop)
    {
        var posts = await site.Current.Get<ISourceIndex>().CountSourcesAsync(stop);
        await using var snapshot = await site.Current.Get<IArticleReader>().OpenSnapshotAsync(stop);
        var terms = 0;
        foreach (var kind in Enum.GetValues<TermKind>()) terms += (await snapshot.ListTermsAsync(kind, stop)).Count;
        var problems = (await snapshot.MeasureAsync(stop)).Problems.Sum(each => each.Count);
        var articles = snapshot.State.ArticleCount;
        return Localized.Text(
            $"Indexed {posts} posts: {articles} articles, {terms} terms, {problems} problems, {elapsed.TotalSeconds:0.0} s");
    }
}
