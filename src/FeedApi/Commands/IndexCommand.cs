using System.CommandLine;
using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands.Options;
using FeedApi.Commands.Reload;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Publishing;
using FeedApi.Publishing.Outlines;
using FeedApi.Publishing.Scan;
using FeedApi.Publishing.Watch;
using FeedApi.Site.Files;

namespace FeedApi.Commands;

/// <summary>
/// <c>feedapi index</c>: brings the index of a data folder up to date with the posts without serving it, and ends. So a new version can be
/// made ready while the former one serves its own data folder.
/// </summary>
internal static class IndexCommand
{
    // The second scan confirms what the first would not believe, such as that half of the posts are gone.
    private const int MaxScans = 2;
    private const int IncompleteCode = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Some hundred articles take a second.
    private static readonly TimeSpan PatienceWithRendering = TimeSpan.FromMinutes(1);

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var from = new Option<string?>("--from")
        {
            Description = "The data folder of another server, whose change log, former addresses and withdrawals go on in this one.",
        };
        var command = new Command("index", "Index the posts without serving them, and end.") { from };
        command.SetAction((result, cancellationToken) =>
            CommandRun.RunAsync(stop => RunAsync(settings, result.GetValue(from), stop), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? from, CancellationToken stop)
    {
        string? report;
        // Never started, so it listens nowhere.
        await using (var server = FeedServer.Create([.. settings], builder => Adjust(builder, from)))
            report = await IndexAsync(server.Services, stop);
        if (report is null)
        {
            await Console.Error.WriteLineAsync("feedapi: Not all posts could be indexed; the log above tells why. Run it again");
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
        if (!RegularFile.FolderExists(folder)) throw new ServerSettingsException($"--from is {from}, and there is no such folder");
        if (RegularFile.RealPathOf(folder) == RegularFile.RealPathOf(Path.GetFullPath(data)))
            throw new ServerSettingsException($"--from is {from}, the folder of --data itself; name that of another server");
        Withdrawals.TakeOver(folder, data);
        builder.Services.AddSingleton(new IndexUpgrade { From = folder });
    }

    // Null when the index is not complete.
    private static async Task<string?> IndexAsync(IServiceProvider server, CancellationToken stop)
    {
        var time = server.GetRequiredService<TimeProvider>();
        var begunAt = time.GetTimestamp();
        var site = server.GetRequiredService<SiteSwitch>();
        var scans = site.Current.Get<ScanLoop>();
        for (var scan = 1; scan <= MaxScans; scan++)
        {
            scans.Begin(stop);
            await scans.FinishAsync(stop);
            await PublishSavedAsync(site, time, stop);
            await RenderOutlinesAsync(site, time, stop);
            if (await IsCompleteAsync(site, server.GetRequiredService<IIndexDamage>(), stop))
                return await ReportAsync(site, time.GetElapsedTime(begunAt), stop);
        }

        return null;
    }

    // What was saved a moment ago, and deletions, which are debounced like it. The server finds what is saved without end.
    private static async Task PublishSavedAsync(SiteSwitch site, TimeProvider time, CancellationToken stop)
    {
        var saves = site.Current.Get<SaveLoop>();
        var begunAt = time.GetTimestamp();
        while (saves.NextDueAt is { } dueAt && time.GetElapsedTime(begunAt) < Patience)
        {
            var wait = dueAt - time.GetUptime();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop);
            await saves.PublishAsync(stop);
        }
    }

    // What a server has left that was stopped before it had rendered everything.
    private static async Task RenderOutlinesAsync(SiteSwitch site, TimeProvider time, CancellationToken stop)
    {
        var (outlines, completion) = (site.Current.Get<OutlinedArticles>(), site.Current.Get<OutlineCompletion>());
        completion.Start(stop);
        completion.Begin();
        try
        {
            while (outlines.Any)
            {
                await completion.WaitAsync(stop).WaitAsync(PatienceWithRendering, time, stop);
                await completion.CommitAsync(stop);
            }
        }
        catch (TimeoutException)
        {
            // Of files that are gone or being written the next scan knows more.
        }
    }

    private static async Task<bool> IsCompleteAsync(SiteSwitch site, IIndexDamage index, CancellationToken stop) =>
        !index.IsOutdated
        && !site.Current.Get<OutlinedArticles>().Any
        && !site.Current.Get<DeletionGuard>().IsHolding
        && await site.Current.Get<ISourceIndex>().ReadFingerprintAsync(stop) == site.Site.Fingerprint;

    private static async Task<string> ReportAsync(SiteSwitch site, TimeSpan elapsed, CancellationToken stop)
    {
        var posts = await site.Current.Get<ISourceIndex>().CountSourcesAsync(stop);
        await using var snapshot = await site.Current.Get<IArticleReader>().OpenSnapshotAsync(stop);
        var terms = 0;
        foreach (var kind in Enum.GetValues<TermKind>()) terms += (await snapshot.ListTermsAsync(kind, stop)).Count;
        var problems = (await snapshot.MeasureAsync(stop)).Problems.Sum(each => each.Count);
        var articles = snapshot.State.ArticleCount;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Indexed {posts} posts: {articles} articles, {terms} terms, {problems} problems, {elapsed.TotalSeconds:0.0} s");
    }
}
