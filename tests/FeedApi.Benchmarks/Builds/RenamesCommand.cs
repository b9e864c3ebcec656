using System.CommandLine;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds;

/// <summary><c>renames FOLDER --old FILE</c>: from the renaming of a file into place to its feed.</summary>
internal static class RenamesCommand
{
    private const int Renames = 200;

    /// <summary>The command.</summary>
    public static Command Create() => BuildPair.CreateCommand(
        "renames", "200 files renamed into place until each is in its feed, of two builds in turn.", MeasureAsync,
        "p50, ms", "p99, ms", "longest, ms", "processor time, ms");

    private static async Task<double[]> MeasureAsync(ComparedBuild build, int number)
    {
        using var server = build.Start();
        await server.UntilWholeAsync();
        var times = new Times();
        var first = -1 - (number * (Renames + 1));
        // The first one waits for the comparison of the folder at the start.
        await RenameAsync(server, build.Content, first, new Times());
        var before = server.ProcessorTime;
        for (var post = first - 1; post >= first - Renames; post--) await RenameAsync(server, build.Content, post, times);
        var spent = server.ProcessorTime - before;
        await server.StopAsync();
        for (var post = first; post >= first - Renames; post--) File.Delete(Path.Combine(build.Content, Corpus.PathOf(post)));
        return [times.Percentile(50), times.Percentile(99), times.Percentile(100), spent.TotalMilliseconds];
    }

    private static async Task RenameAsync(ServerProcess server, string content, int number, Times times)
    {
        var path = Path.Combine(content, Corpus.PathOf(number));
        var slug = Path.GetFileNameWithoutExtension(path)["2026-01-01-".Length..];
        await File.WriteAllTextAsync(path + ".tmp", new Corpus().TextOf(number));
        await times.MeasureAsync(async () =>
        {
            File.Move(path + ".tmp", path);
            // The post is the newest of its category, and so at the head of its feed.
            var feed = $"/categories/{Corpus.CategoryOf(number)}/feed.rss";
            await server.UntilAsync(feed, body => body.Contains(slug, StringComparison.Ordinal));
        });
    }
}
