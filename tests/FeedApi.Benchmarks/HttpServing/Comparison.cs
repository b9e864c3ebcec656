using System.Globalization;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>
/// Loads two servers in turn, again and again, and gives the medians of the pairs: what else the machine does then hits both.
/// </summary>
internal sealed class Comparison(WebServer ours, WebServer other, int pairs, int seconds)
{
    private const string Feed = "/feed.rss";

    /// <summary>Measures every case by wrk, and by h2load, and prints a row for each.</summary>
    public async Task PrintAsync()
    {
        foreach (var served in ServingCase.All)
        {
            Print(served.Name + ", wrk", await ByWrkAsync(served));
            Print(served.Name + ", h2load", await ByH2LoadAsync(served));
        }
    }

    /// <summary>Measures a case by wrk.</summary>
    public async Task<IReadOnlyList<(Load Ours, Load Other)>> ByWrkAsync(ServingCase served)
    {
        var (own, others) = (await served.FieldsForAsync(ours), await served.FieldsForAsync(other));
        return Pairs(() => LoadPrograms.Wrk(ours, Feed, seconds, own), () => LoadPrograms.Wrk(other, Feed, seconds, others));
    }

    private async Task<IReadOnlyList<(Load Ours, Load Other)>> ByH2LoadAsync(ServingCase served)
    {
        var (own, others) = (await served.FieldsForAsync(ours), await served.FieldsForAsync(other));
        return Pairs(() => LoadPrograms.H2Load(ours, Feed, seconds, own), () => LoadPrograms.H2Load(other, Feed, seconds, others));
    }

    private List<(Load Ours, Load Other)> Pairs(Func<Load> loadOurs, Func<Load> loadOther)
    {
        List<(Load Ours, Load Other)> measured = [];
        // The first pair warms up.
        for (var i = 0; i <= pairs; i++) measured.Add((loadOurs(), loadOther()));
        return measured[1..];
    }

    private void Print(string name, IReadOnlyList<(Load Ours, Load Other)> measured) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22} against {other.Name,-6} requests/s {Median(measured, load => load.PerSecond):0.00} "
            + $"({measured.Select(pair => pair.Ours.PerSecond).Median():0}), CPU {Median(measured, load => load.CpuMicroseconds):0.00} "
            + $"({measured.Select(pair => pair.Ours.CpuMicroseconds).Median():0.0} us), "
            + $"p99 {Median(measured, load => load.P99Milliseconds):0.00} "
            + $"({measured.Select(pair => pair.Ours.P99Milliseconds).Median():0.00} ms), "
            + $"failures {measured.Sum(pair => pair.Ours.Failures)}"));

    private static double Median(IReadOnlyList<(Load Ours, Load Other)> measured, Func<Load, double> figure) =>
        measured.Select(pair => figure(pair.Ours) / figure(pair.Other)).Median();
}

/// <summary>Medians.</summary>
internal static class NumberExtensions
{
    /// <summary>The number in the middle.</summary>
    public static double Median(this IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }
}
