using System.Globalization;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Reading;

/// <summary>Lets hostile posts of one kind be read, one after the other.</summary>
internal static class ReadingRun
{
    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    /// <param name="name">Of the program.</param>
    /// <param name="range">Which posts.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="make">Makes the bytes of a post of a dialect; its last argument is the post's number.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task RunAsync(
        string name, FaultRange range, FaultReport report, Func<Random, Dialect, int, byte[]> make, CancellationToken cancellation)
    {
        using var trial = new PostTrial(name);
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var dialect = (Dialect)(number % Enum.GetValues<Dialect>().Length);
            if (await trial.FaultOfAsync(number, dialect, make(range.RandomOf(number), dialect, number)) is { } fault)
                report.Add(number, $"the post ({dialect}) {fault}");
            report.CountFired();
        }

        Console.WriteLine(string.Join(", ", trial.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}")));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"slowest: post {trial.Slowest.Number}, {trial.Slowest.Time.TotalMilliseconds:0} ms of a processor"));
    }
}
