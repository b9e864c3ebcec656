using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Soak;

/// <summary>Compares what a server shows that has lived through everything with what one shows that has read only the last state.</summary>
internal static class SoakEnd
{
    private const int EqualLooks = 5;

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Compares them, and ends both.</summary>
    /// <param name="lived">The server that has lived.</param>
    /// <param name="root">Where its folders are.</param>
    /// <param name="posts">Posts in the folder.</param>
    /// <param name="verdict">Where differences are noted.</param>
    public static async Task CompareAsync(ServerProcess lived, string root, int posts, SoakVerdict verdict)
    {
        using var fresh = ServerProcess.Start(Path.Combine(root, "content"), Path.Combine(root, "fresh"), PatientSearch.Options);
        await fresh.UntilWholeAsync();
        await UntilCurrentAsync(lived, fresh);
        var total = await lived.TotalAsync();
        if (total != posts) verdict.Add(string.Create(CultureInfo.InvariantCulture, $"{total} articles of {posts} posts"));
        var (compared, differences) = await AnswerComparison.RunAsync(lived.Client, fresh.Client);
        Console.WriteLine($"{compared} answers compared with those of a fresh index, {differences.Count} differ");
        foreach (var difference in differences) verdict.Add(difference);
        var (code, freshCode) = (await lived.StopAsync(), await fresh.StopAsync());
        if (code != 0 || freshCode != 0) verdict.Add($"exit codes {code} and {freshCode}");
    }

    private static async Task UntilCurrentAsync(ServerProcess lived, ServerProcess fresh)
    {
        var clock = Stopwatch.StartNew();
        var equal = 0;
        while (clock.Elapsed < Patience)
        {
            var (one, other) = (await BodyAsync(lived), await BodyAsync(fresh));
            // The last files may have been written in the middle of a list.
            equal = one == other ? equal + 1 : 0;
            if (equal == EqualLooks) break;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all is current after {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static Task<string> BodyAsync(ServerProcess server) =>
        server.Client.GetStringAsync(new Uri("/api/v1/articles?include=total&sort=-updated&limit=100", UriKind.Relative));
}
