using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Saves;

/// <summary>
/// Saves posts in the ways of editors and tools while a client polls feeds fifty times a second, and compares the end with a fresh index.
/// Nothing may be torn, empty, lost, malformed or different.
/// </summary>
internal sealed class SavesRun
{
    private const int Posts = 300;
    private const int Writers = 8;
    private const int NewEvery = 40;
    private const int MaxPause = 60;
    // How long a file must be unchanged before it is read (PublishOptions.DebounceTime), less the timers' slack.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(180);

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Ledger ledger = new();
    private readonly Dictionary<string, int> counts = SavePattern.Names.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly string root;
    private readonly FaultRange range;
    private readonly FaultReport report;

    private SavesRun(string root, FaultRange range, FaultReport report) => (this.root, this.range, this.report) = (root, range, report);

    private string Content => Path.Combine(root, "content");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-saves-").FullName;
        try
        {
            await new SavesRun(root, range, report).RunAsync();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        Fill();
        using var server = ServerProcess.Start(Content, Path.Combine(root, "lived"), PatientSearch.Options);
        await server.UntilWholeAsync();
        using var stop = new CancellationTokenSource();
        var poller = new FeedPoller(server.Client, ledger, Posts);
        var polling = poller.RunAsync(stop.Token);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer))));
        var writing = clock.Elapsed;
        clock.Restart();
        var late = await UntilCurrentAsync(server);
        Print("saves", string.Join(", ", counts.Select(each => $"{each.Key} {each.Value}")));
        Print(
            "time",
            string.Create(
                CultureInfo.InvariantCulture, $"{writing.TotalSeconds:0} s, {range.Count / writing.TotalSeconds:0} saves a second"));
        Print("last save to everything current", $"{clock.ElapsedMilliseconds} ms");
        await stop.CancelAsync();
        await polling;
        Print("polls", $"{poller.Polls}, {poller.Times}");
        Print("writers held up by the machine", $"{ledger.Excused}");
        foreach (var (fault, times) in ledger.ListFaults())
            report.Add(range.From, string.Create(CultureInfo.InvariantCulture, $"{fault} ({times} times)"));
        foreach (var post in late) report.Add(range.From, post);
        await CompareAsync(server);
        report.CountFired(counts.Values.Sum());
    }

    private void Fill()
    {
        foreach (var folder in new[] { "a", "b" }) Directory.CreateDirectory(Path.Combine(Content, "_posts", folder));
        File.WriteAllText(Path.Combine(Content, "_config.yml"), "title: Saves\nurl: https://saves.example\n");
        for (var number = 0; number < Posts; number++)
        {
            ledger.Begin(number, 1);
            File.WriteAllText(PathOf(number, "a"), SavedPost.TextOf(number, 1));
        }
    }

    // Each writer has posts of its own, and makes a new one now and then.
    private async Task WriteAsync(int writer)
    {
        var folders = Enumerable.Range(0, Posts).Where(number => number % Writers == writer).ToDictionary(number => number, _ => "a");
        var next = Posts + writer;
        foreach (var save in range.Numbers.Where(save => save % Writers == writer))
        {
            var random = range.RandomOf(save);
            var number = random.Next(NewEvery) == 0 ? next : folders.Keys.ElementAt(random.Next(folders.Count));
            if (folders.TryAdd(number, "a")) next += Writers;
            var name = SavePattern.Names[random.Next(SavePattern.Names.Count)];
            await SaveAsync(new SavePattern(random), name, number, folders);
            await Task.Delay(random.Next(MaxPause));
        }
    }

    private async Task SaveAsync(SavePattern pattern, string name, int number, Dictionary<int, string> folders)
    {
        var version = ledger.Versions.GetValueOrDefault(number) + 1;
        ledger.Begin(number, version);
        var other = folders[number] == "a" ? "b" : "a";
        var begun = DateTime.UtcNow;
        var still = await pattern.SaveAsync(
            name, PathOf(number, folders[number]), PathOf(number, other), SavedPost.TextOf(number, version));
        if (name == "move") folders[number] = other;
        if (still > Rest) ledger.AddStall(number, begun);
        lock (gate) counts[name]++;
    }

    private string PathOf(int number, string folder) => Path.Combine(Content, "_posts", folder, SavedPost.IdOf(number) + ".md");

    // Gives what is still not current when patience is over.
    private async Task<List<string>> UntilCurrentAsync(ServerProcess server)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var late = await ListLateAsync(server);
            if (late.Count == 0 || clock.Elapsed > Patience) return late;
            await Task.Delay(20);
        }
    }

    private async Task<List<string>> ListLateAsync(ServerProcess server)
    {
        var titles = await ArticleTitles.ReadAsync(server.Client);
        List<string> late = [];
        foreach (var (number, version) in ledger.Versions)
        {
            var shown = titles.GetValueOrDefault(SavedPost.IdOf(number));
            if (shown != SavedPost.TitleOf(number, version)) late.Add($"post {number} is shown as \"{shown}\", not version {version}");
        }

        return late;
    }

    private async Task CompareAsync(ServerProcess lived)
    {
        using var fresh = ServerProcess.Start(Content, Path.Combine(root, "fresh"), PatientSearch.Options);
        await fresh.UntilWholeAsync();
        var (compared, differences) = await AnswerComparison.RunAsync(lived.Client, fresh.Client);
        Print("answers equal to a fresh index", $"{compared - differences.Count} of {compared}");
        foreach (var difference in differences) report.Add(range.From, difference);
    }

    private static void Print(string figure, string value) => Console.WriteLine($"{figure,-32} {value}");
}
