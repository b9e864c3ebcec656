using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Kills;

/// <summary>Compares what a server shows with the posts in its folder.</summary>
internal static class ShownPosts
{
    // Longer than a post waits for anything but the next scan of the whole folder.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// What is wrong. Everything that is in the folder must be shown in its last version, and nothing else; counts and search agree.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="versions">The version of each post in the folder.</param>
    /// <param name="moment">What has happened to the server, for the line that says that a post came late.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(
        ServerProcess server, IReadOnlyDictionary<int, int> versions, string moment)
    {
        var expected = versions.ToDictionary(
            each => SavedPost.IdOf(each.Key), each => SavedPost.TitleOf(each.Key, each.Value), StringComparer.Ordinal);
        await server.UntilWholeAsync();
        var clock = Stopwatch.StartNew();
        string? late = null;
        while (true)
        {
            var shown = await ArticleTitles.ReadAsync(server.Client);
            var wrong = expected.Where(each => shown.GetValueOrDefault(each.Key) != each.Value)
                .Select(each => each.Key)
                .Concat(shown.Keys.Except(expected.Keys))
                .ToList();
            if (wrong.Count == 0) break;
            if (clock.Elapsed > Late) late = wrong[0];
            if (clock.Elapsed > Patience) return [FaultOf(wrong, expected, shown)];
            await Task.Delay(20);
        }

        if (late is not null)
        {
            var seconds = string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s");
            Console.WriteLine($"{moment}: {late} was right {seconds} after the server was ready");
        }

        return await ArticleCounts.FaultsAsync(server.Client, [.. versions.Keys]);
    }

    private static string FaultOf(
        List<string> wrong, Dictionary<string, string> expected, IReadOnlyDictionary<string, string> shown)
    {
        var posts = wrong.Take(5).Select(id =>
            $"{id} is {expected.GetValueOrDefault(id, "deleted")} and shown as {shown.GetValueOrDefault(id, "nothing")}");
        return string.Create(CultureInfo.InvariantCulture, $"{wrong.Count} posts are wrong: {string.Join("; ", posts)}");
    }
}
