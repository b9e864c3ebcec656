using System.Globalization;

namespace FeedApi.Reliability.Soak;

/// <summary>Everything that was wrong in a soak.</summary>
/// <param name="samples">What the server had after each part of the time.</param>
/// <param name="limits">What may grow.</param>
internal sealed class SoakVerdict(IReadOnlyList<SoakSample> samples, SoakLimits limits)
{
    private const int UpdatesPerHour = 2_880;
    private const int MaxShown = 20;

    private readonly List<string> wrong = [];

    /// <summary>Notes a fault.</summary>
    public void Add(string what)
    {
        wrong.Add(what);
        if (wrong.Count <= MaxShown) Console.WriteLine($"FAULT {what}");
    }

    /// <summary>Looks at what was measured and answered while the server ran.</summary>
    public void Check(SoakClients clients, SoakAttacks attacks, SoakPosts posts, TimeSpan time)
    {
        var (half, last) = (samples[(samples.Count / 2) - 1], samples[^1]);
        var growth = last.OwnMegabytes - half.OwnMegabytes;
        var buffers = samples.Take(samples.Count / 2).Max(each => each.PinnedMegabytes);
        var answers = string.Join(
            ", ", clients.Answers.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value}x {each.Key}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{posts.Updates} updates, of them {posts.Breaks} broken posts; {attacks.Runs} attacks; answers to good clients: "
                + $"{answers}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"second half: live heap without cached documents and buffers of connections {half.OwnMegabytes:0.00} to "
                + $"{last.OwnMegabytes:0.00} MB, these buffers at most {buffers:0.00} MB in the first half and "
                + $"{last.PinnedMegabytes:0.00} MB at last, articles {half.Articles} to {last.Articles}, "
                + $"handles {half.Handles} to {last.Handles}, threads {half.Threads} to {last.Threads}"));
        if (growth > limits.Megabytes) Add(string.Create(CultureInfo.InvariantCulture, $"the live heap grew by {growth:0.00} MB"));
        if (last.PinnedMegabytes > buffers + limits.Megabytes) Add("the buffers of connections became more and more");
        if (last.Handles > half.Handles + limits.Handles) Add($"handles grew from {half.Handles} to {last.Handles}");
        foreach (var each in clients.Wrong) Add($"{each.Value}x {each.Key}");
        foreach (var each in attacks.Wrong) Add(each);
        if (posts.Updates < UpdatesPerHour * time.TotalHours) Add($"only {posts.Updates} updates");
        if (posts.Breaks == 0 || attacks.Runs == 0) Add("nothing was broken or attacked");
    }

    /// <summary>Writes the line of the result.</summary>
    /// <returns>0 when nothing was wrong.</returns>
    public int Conclude(TimeSpan time, int seed)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"soak --minutes {time.TotalMinutes:0.##} --seed {seed}: {wrong.Count} wrong: {(wrong.Count == 0 ? "passed" : "FAILED")}"));
        return wrong.Count == 0 ? 0 : 1;
    }
}
