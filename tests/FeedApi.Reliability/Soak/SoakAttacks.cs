using System.Globalization;
using FeedApi.Reliability.Attack;
using FeedApi.Reliability.Starve;

namespace FeedApi.Reliability.Soak;

/// <summary>Attacks a server in turn: slow searches, slow clients, idle connections, floods of h2.</summary>
internal sealed class SoakAttacks(Target target, int seed)
{
    private const int Searchers = 48;

    private readonly Attack.Attack[] others =
    [
        .. SlowConnections.Attacks, new("idle", IdleConnections.RunAsync), .. Http2Flood.Attacks
    ];

    private int turn;

    /// <summary>Answers to attackers that the documentation does not promise.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How often which attack ran, and the answers to slow searches.</summary>
    public int Runs { get; private set; }

    /// <summary>The attack that is running.</summary>
    public string Current { get; private set; } = "none";

    /// <summary>Runs the next attack; every other one is that of slow searches.</summary>
    public async Task RunNextAsync(TimeSpan time)
    {
        Runs++;
        var number = turn++;
        if (number % 2 == 0) await SearchAsync(time, seed + number);
        else await RunAsync(others[(number / 2) % others.Length], time);
        Current = "none";
    }

    private async Task SearchAsync(TimeSpan time, int seedOfTurn)
    {
        Current = "searches";
        using var attack = SearchAttack.Start(target.Http1, Searchers, seedOfTurn);
        await Task.Delay(time);
        var answers = await attack.StopAsync();
        Wrong.AddRange(answers.Wrong);
        if (answers.Total == 0) Wrong.Add("no answer to slow searches");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {time.TotalSeconds:0} s of searches: {answers}"));
    }

    private async Task RunAsync(Attack.Attack attack, TimeSpan time)
    {
        Current = attack.Name;
        using var end = new CancellationTokenSource(time);
        var told = await attack.RunAsync(target, end.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {time.TotalSeconds:0} s of {attack.Name}: {told}"));
    }
}
