using System.Globalization;

namespace FeedApi.Reliability.Faults;

/// <summary>What a run saw: how many of its faults took effect, and what was wrong after them.</summary>
internal sealed class FaultReport
{
    private const int MaxShown = 20;
    private readonly List<string> wrong = [];

    /// <summary>How many faults took effect. A fault that did not fire shows nothing.</summary>
    public int Fired { get; private set; }

    /// <summary>Counts a fault that took effect.</summary>
    public void CountFired(int more = 1) => Fired += more;

    /// <summary>Notes what was lost, torn, leaked, stale or wrong after a fault.</summary>
    public void Add(int number, string what)
    {
        wrong.Add(what);
        if (wrong.Count <= MaxShown) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fault {number}: {what}"));
    }

    /// <summary>Writes the line of the result.</summary>
    /// <returns>0 when faults took effect and nothing was wrong.</returns>
    public int Conclude(string program, FaultRange range)
    {
        var passed = wrong.Count == 0 && Fired > 0;
        var verdict = passed ? "passed" : "FAILED";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{program} {range.Count} --from {range.From} --seed {range.Seed}: {Fired} fired, {wrong.Count} wrong: {verdict}"));
        return passed ? 0 : 1;
    }
}
