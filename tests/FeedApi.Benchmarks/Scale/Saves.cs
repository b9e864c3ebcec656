using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Scale;

/// <summary>Adds posts one by one, and waits until each is in the feed of its category.</summary>
/// <param name="server">Serves the content folder.</param>
/// <param name="content">The content folder.</param>
internal sealed class Saves(ServerProcess server, string content)
{
    private readonly Corpus corpus = new();

    /// <summary>Takes the time from each save to the feed.</summary>
    /// <param name="first">The number of the first post, below 0; those that follow have lower ones.</param>
    /// <param name="count">How many are added.</param>
    /// <param name="isRenamed">True: each is renamed into place; false: it is written in place.</param>
    public async Task<Times> MeasureAsync(int first, int count, bool isRenamed)
    {
        var times = new Times();
        for (var number = first; number > first - count; number--) await MeasureAsync(times, number, isRenamed);
        return times;
    }

    /// <summary>Deletes the posts again.</summary>
    public void Delete(int first, int count)
    {
        for (var number = first; number > first - count; number--) File.Delete(PathOf(number));
    }

    private async Task MeasureAsync(Times times, int number, bool isRenamed)
    {
        var (path, text) = (PathOf(number), corpus.TextOf(number));
        // The post is the newest of its category, and so at the head of its feed.
        var feed = $"/categories/{Corpus.CategoryOf(number)}/feed.rss";
        var slug = Path.GetFileNameWithoutExtension(path)["2026-01-01-".Length..];
        if (isRenamed) await File.WriteAllTextAsync(path + ".tmp", text);
        await times.MeasureAsync(async () =>
        {
            if (isRenamed) File.Move(path + ".tmp", path);
            else await File.WriteAllTextAsync(path, text);
            await server.UntilAsync(feed, body => body.Contains(slug, StringComparison.Ordinal));
        });
    }

    private string PathOf(int number) => Path.Combine(content, Corpus.PathOf(number));
}
