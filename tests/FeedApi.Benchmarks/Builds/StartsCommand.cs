using System.CommandLine;

namespace FeedApi.Benchmarks.Builds;

/// <summary><c>starts FOLDER --old FILE</c>: from the start of the process with an index to the first feed.</summary>
internal static class StartsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => BuildPair.CreateCommand(
        "starts", "A start with an index until the first feed, of two builds in turn.", MeasureAsync,
        "first feed, ms", "processor time until then, ms");

    private static async Task<double[]> MeasureAsync(ComparedBuild build, int number)
    {
        using var server = build.Start();
        await server.UntilAsync("/feed.rss", body => body.Contains("</rss>", StringComparison.Ordinal));
        double[] figures = [server.Age.TotalMilliseconds, server.ProcessorTime.TotalMilliseconds];
        // The comparison of the folder that follows must not go on beside the next start.
        await server.UntilWholeAsync();
        await server.StopAsync();
        return figures;
    }
}
