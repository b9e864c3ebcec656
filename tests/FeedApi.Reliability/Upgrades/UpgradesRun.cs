using System.Globalization;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Catalog.Sqlite;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Kills;
using FeedApi.Reliability.Saves;
using FeedApi.Rendering;

namespace FeedApi.Reliability.Upgrades;

/// <summary>
/// Replaces the server by one that renders differently, then by one that stores differently too, then by the first one again, and so on,
/// while 200 requests a second are sent. None may fail or be answered otherwise than before; nobody who follows the change log may miss a
/// change, or be told of a post that is as it was.
/// </summary>
/// <remarks>
/// Of two servers one is killed at a random moment. Posts are changed while it is down, and the next one of its version must show what is
/// in the folder, as one with a fresh index does.
/// </remarks>
internal sealed class UpgradesRun
{
    private const int Posts = 400;
    private const int Asked = 40;

    // Posts that are never changed, so that their places in the change log tell.
    private const int Unchanging = 200;
    private const int MaxChanges = 8;
    private const int MaxMillisecondsUntilKill = 1_500;

    private static readonly ServedVersion First = new(SqliteSchema.Version, ArticleRenderer.RenderingVersion);

    private readonly Dictionary<int, int> versions = [];
    private readonly HashSet<string> changed = [];
    private readonly string root;
    private readonly FaultReport report;
    private readonly Times answers = new();
    private readonly Times starts = new();
    private int next = Posts;
    private int answered;
    private ChangeLog? log;
    private IReadOnlyDictionary<string, string> expected = new Dictionary<string, string>();

    private UpgradesRun(string root, FaultReport report) => (this.root, this.report) = (root, report);

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-upgrades-").FullName;
        try
        {
            await new UpgradesRun(root, report).RunAsync(range, cancellation);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync(FaultRange range, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        var config = Path.Combine(Content, "_config.yml");
        await File.WriteAllTextAsync(config, "title: Upgrades\nurl: https://upgrades.example\n", cancellation);
        for (var number = 0; number < Posts; number++) await File.WriteAllTextAsync(PathOf(number), TextOfNext(number), cancellation);
        using (var server = First.Start(Content, Data)) await EndAsync(server, First, range.From, range.RandomOf(range.From));
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = range.RandomOf(number);
            await UpgradeAsync(number, VersionAt(number), random);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answered} right answers: {answers}; until ready: {starts}"));
    }

    // Of tables that no index is made of yet, so that one is made each time.
    private static ServedVersion VersionAt(int number) => (number % 3) switch
    {
        0 => First with { Rendering = First.Rendering + 1 },
        1 => new ServedVersion(First.Schema + 1 + (number / 3), First.Rendering + 1),
        _ => First,
    };

    // One that went away comes back with what it had then, and catches up.
    private static bool IsBehind(int number) => VersionAt(number) == First;

    private async Task UpgradeAsync(int number, ServedVersion version, Random random)
    {
        var isKilled = number % 2 == 1;
        if (isKilled)
        {
            await KillAsync(number, version, random);
            await ChangeAsync(random);
        }

        using var server = version.Start(Content, Data);
        await UntilReadyAsync(server);
        using var enough = new CancellationTokenSource();
        var load = new UpgradeLoad(server, expected, comparesAnswers: !isKilled && !IsBehind(number));
        var asking = load.RunAsync(answers, enough.Token);
        await version.UntilCompleteAsync(server, Data);
        await enough.CancelAsync();
        await asking;
        if (!isKilled) await load.CheckAllAsync(ignoresHistory: IsBehind(number));
        Note(number, load);
        report.CountFired();
        if (isKilled) await CompareAsync(number, version, server);
        await EndAsync(server, version, number, random);
    }

    // At any moment: before it listens, while it makes its index, and when that is done.
    private async Task KillAsync(int number, ServedVersion version, Random random)
    {
        using var server = version.Start(Content, Data);
        var wait = random.Next(MaxMillisecondsUntilKill);
        if (random.Next(3) == 0)
        {
            await Task.Delay(wait);
            server.Kill();
            return;
        }

        await UntilReadyAsync(server);
        using var enough = new CancellationTokenSource();
        var load = new UpgradeLoad(server, expected, comparesAnswers: !IsBehind(number));
        var asking = load.RunAsync(answers, enough.Token);
        await Task.Delay(wait);
        await enough.CancelAsync();
        server.Kill();
        await asking;
        Note(number, load);
    }

    private Task UntilReadyAsync(ServerProcess server) => starts.MeasureAsync(() => server.UntilAsync("/health/ready", _ => true));

    private void Note(int number, UpgradeLoad load)
    {
        answered += load.Answered;
        foreach (var fault in load.Faults) report.Add(number, fault);
    }

    private async Task CompareAsync(int number, ServedVersion version, ServerProcess lived)
    {
        await NoteWrongAsync(number, lived);
        var fresh = Path.Combine(root, "fresh");
        using (var server = version.Start(Content, fresh))
        {
            await server.UntilWholeAsync();
            var (_, differences) = await AnswerComparison.RunAsync(lived.Client, server.Client);
            foreach (var difference in differences) report.Add(number, difference);
        }

        Directory.Delete(fresh, recursive: true);
    }

    private async Task NoteWrongAsync(int number, ServerProcess server)
    {
        var moment = string.Create(CultureInfo.InvariantCulture, $"upgrade {number}");
        foreach (var fault in await ShownPosts.FaultsAsync(server, versions, moment)) report.Add(number, fault);
    }

    // The change log is looked at, a few posts are changed, and what is answered then is what the next server has to answer.
    private async Task EndAsync(ServerProcess server, ServedVersion version, int number, Random random)
    {
        var present = await version.UntilCompleteAsync(server, Data);
        var unchanging = Enumerable.Range(0, Unchanging).Select(SavedPost.IdOf);
        if (log is not null)
        {
            foreach (var fault in present.FaultsAfter(log, changed, unchanging)) report.Add(number, fault);
        }

        await ChangeAsync(random);
        await NoteWrongAsync(number, server);
        changed.Clear();
        log = await version.UntilCompleteAsync(server, Data);
        expected = await UpgradeLoad.ExpectAsync(server.Client, versions.Keys.Take(Asked));
        await server.StopAsync();
    }

    private async Task ChangeAsync(Random random)
    {
        for (var count = 1 + random.Next(MaxChanges); count > 0; count--)
        {
            var changing = versions.Keys.Where(number => number >= Unchanging).ToList();
            var number = random.Next(4) == 0 ? next++ : changing[random.Next(changing.Count)];
            changed.Add(SavedPost.IdOf(number));
            // A new one that is gone before anybody saw it is no change.
            if (random.Next(6) == 0 && number < Posts && versions.Remove(number)) File.Delete(PathOf(number));
            else await File.WriteAllTextAsync(PathOf(number), TextOfNext(number));
        }
    }

    private string TextOfNext(int number) => SavedPost.TextOf(number, versions[number] = versions.GetValueOrDefault(number) + 1);

    private string PathOf(int number) => Path.Combine(Content, "_posts", SavedPost.IdOf(number) + ".md");
}
