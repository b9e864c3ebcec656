using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Syncs;

/// <summary>
/// Changes posts while clients keep copies of the articles: the program of the documentation, which is killed again and again; two that
/// follow the events over connections that break; and one that follows the changes of a category. At the end each copy must be what the
/// list has, to the byte, and no event may be ahead of what can be read.
/// </summary>
/// <remarks>The server is killed, stopped, and killed with its index removed in turn, at the same address.</remarks>
internal sealed class SyncsRun : IDisposable
{
    private const int Posts = 300;
    private const int Followers = 2;
    private const int MaxMillisecondsBetween = 50;

    private const int KillEvery = 25;
    private const int MaxMillisecondsUntilKill = 300;
    private const int MaxMillisecondsDown = 300;

    private const int RestartEvery = 400;
    private const int RestartAt = 30;

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Filter = "&category=" + PostOperations.CategoryOf(1);

    private readonly PostHistory history = new();
    private readonly SyncedSite site = new();
    private readonly FaultRange range;
    private readonly FaultReport report;
    private readonly PostOperations operations;
    private readonly SyncProgram program;
    private readonly List<(EventsClient Client, EventCheck Check)> followers = [];
    private readonly ChangesClient selective;
    private int restarts;

    private SyncsRun(FaultRange range, FaultReport report)
    {
        (this.range, this.report) = (range, report);
        operations = new PostOperations(site.Posts, history);
        program = new SyncProgram(site.Address, Path.Combine(site.Outside, "copy.db"));
        selective = new ChangesClient(site.Client, Filter, range.RandomOf(-1));
        for (var follower = 0; follower < Followers; follower++)
        {
            var check = new EventCheck(site, history);
            followers.Add((new EventsClient(site, check, range.RandomOf(-2 - follower)), check));
        }
    }

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        using var run = new SyncsRun(range, report);
        await run.RunAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        program.Dispose();
        site.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        operations.Fill(Posts);
        await site.StartAsync();
        using var stop = new CancellationTokenSource();
        List<Task> clients = [selective.RunAsync(stop.Token), .. followers.Select(each => each.Client.RunAsync(stop.Token))];
        await OperateAsync(cancellation);
        await UntilShownAsync();
        await CompareAsync();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        foreach (var fault in followers.SelectMany(each => each.Check.Faults)) report.Add(range.From, fault);
        Print();
    }

    private async Task OperateAsync(CancellationToken cancellation)
    {
        var (killing, restarting) = (Task.CompletedTask, Task.CompletedTask);
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = range.RandomOf(number);
            if (number % RestartEvery == RestartAt)
            {
                await restarting;
                restarting = RestartAsync(number);
            }

            operations.Operate(random);
            report.CountFired();
            if (number % KillEvery == range.RandomOf(-10 - (number / KillEvery)).Next(KillEvery))
            {
                await killing;
                killing = KillAsync(number, random.Next(MaxMillisecondsUntilKill), random.Next(MaxMillisecondsDown));
            }

            await Task.Delay(random.Next(MaxMillisecondsBetween), cancellation);
        }

        await killing;
        await restarting;
    }

    private async Task RestartAsync(int number)
    {
        var how = (Restart)(number / RestartEvery % Enum.GetValues<Restart>().Length);
        if (await site.RestartAsync(how) is { } fault) report.Add(number, fault);
        restarts++;
    }

    // The first time it only starts: at some moment, as each time.
    private async Task KillAsync(int number, int until, int down)
    {
        await Task.Delay(until);
        if (await program.KillAsync() is { } fault) report.Add(number, $"the program ended by itself: {fault}");
        await Task.Delay(down);
        program.Start();
    }

    private async Task UntilShownAsync()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var titles = (await ListedArticles.ReadAsync(site.Client, "")).ToDictionary(
                each => each.Key, each => (string)JsonNode.Parse(each.Value)!["title"]!, StringComparer.Ordinal);
            var wrong = ListedArticles.DifferencesOf(operations.Shown, titles);
            if (wrong.Count == 0) return;
            if (clock.Elapsed > Patience)
            {
                report.Add(range.From, $"the list: {string.Join("; ", wrong.Take(5))}");
                return;
            }

            await Task.Delay(50);
        }
    }

    private async Task CompareAsync()
    {
        if (await program.KillAsync() is { } ended) report.Add(range.From, $"the program ended by itself: {ended}");
        await CompareAsync("the program", "", async () =>
        {
            if (await program.CatchUpAsync() is { } fault) report.Add(range.From, $"the program did not catch up: {fault}");
            return program.ReadCopy();
        });
        foreach (var (client, _) in followers) await CompareAsync("a client of events", "", () => Task.FromResult(client.Copy.Articles));
        await CompareAsync("the client of a category", Filter, () => Task.FromResult(selective.Copy.Articles));
    }

    // A file that was renamed last is shown at once, but its new address may come after a moment.
    private async Task CompareAsync(string who, string filter, Func<Task<IReadOnlyDictionary<string, string>>> read)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var copy = await read();
            var wrong = ListedArticles.DifferencesOf(await ListedArticles.ReadAsync(site.Client, filter), copy);
            if (wrong.Count == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who}: {copy.Count} articles as in the list"));
                return;
            }

            if (clock.Elapsed > Patience)
            {
                foreach (var each in wrong) report.Add(range.From, $"{who}: {each}");
                return;
            }

            await Task.Delay(100);
        }
    }

    private void Print()
    {
        Print($"operations: {string.Join(", ", operations.Counts.Select(each => $"{each.Key} {each.Value}"))}");
        Print($"restarts of the server: {restarts}, with {site.Indexes} new indexes; kills of the program: {program.Kills}");
        foreach (var (client, check) in followers)
        {
            Print($"events: {string.Join(", ", client.Types.Select(each => $"{each.Key} {each.Value}"))}");
            Print($"checked {check.Checked}, {check.Outlived} of a former index; cut {client.Cuts}, walks {1 + client.Copy.NewWalks}");
        }

        Print($"requests for changes of a category that were cut: {selective.Cuts}, walks {1 + selective.Copy.NewWalks}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
