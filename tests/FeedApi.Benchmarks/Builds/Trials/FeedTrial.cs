using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.HttpServing;
using FeedApi.Tests.Hosting;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>Requests a second for one feed, as a part of nginx's over the same bytes. Its site is a small one of its own.</summary>
internal sealed class FeedTrial : ITrial
{
    private const int Posts = 500;
    private const int Seconds = 4;

    private readonly string name;
    private readonly int items;

    /// <summary>A trial of a feed of a certain size.</summary>
    /// <param name="kilobytes">What it has, as it is called.</param>
    /// <param name="items">The posts in it, which make it so large.</param>
    /// <param name="targets">The part of nginx's for each of <see cref="ServingCase.All"/>.</param>
    public FeedTrial(int kilobytes, int items, params IReadOnlyList<double> targets)
    {
        (name, this.items) = ($"feed{kilobytes}", items);
        Figures =
        [
            .. ServingCase.All.Zip(targets, (served, target) => new ComparedFigure(
                NameOf(served), $"feed of {kilobytes} KB, {served.Name}, requests/s of nginx's", new Target(TargetKind.AtLeast, target))),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-compare-").FullName;
        try
        {
            return await MeasureAsync(build.Program, root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task<IReadOnlyDictionary<string, double>> MeasureAsync(string program, string root)
    {
        var content = Path.Combine(root, "content");
        new Corpus().WriteTo(content, Posts);
        await File.AppendAllTextAsync(Path.Combine(content, "_config.yml"), $"feed: {{posts_limit: {items}}}\n");
        using var ours = await WebServer.StartFeedApiAsync(program, content, Path.Combine(root, "data"));
        var files = new StaticFiles(root);
        using var client = new HttpClient();
        var feed = await client.GetByteArrayAsync(new Uri(ours.Address, "/feed.rss"));
        files.Write(feed);
        using var port = new HeldPort();
        using var nginx = await files.StartNginxAsync(port);
        var measured = new Dictionary<string, double> { [name + "-bytes"] = feed.Length };
        foreach (var served in ServingCase.All)
        {
            var (own, others) = (await new Comparison(ours, nginx, pairs: 1, Seconds).ByWrkAsync(served)).Single();
            measured[NameOf(served)] = own.PerSecond / others.PerSecond;
            measured[NameOf(served) + "-per-second"] = own.PerSecond;
            measured[NameOf(served) + "-failures"] = own.Failures;
        }

        return measured;
    }

    private string NameOf(ServingCase served) => $"{name}-{served.Name.Split(' ')[0]}";
}
