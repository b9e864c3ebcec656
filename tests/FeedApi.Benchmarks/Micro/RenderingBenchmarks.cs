using BenchmarkDotNet.Attributes;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Feeds;
using FeedApi.Feeds.Rss;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site.Addresses;

namespace FeedApi.Benchmarks.Micro;

/// <summary>What one post costs to read and render, and one feed of 50 to write.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private const int FeedLength = 50;

    private string folder = "";
    private PostReader reader = null!;
    private ArticleRenderer renderer = null!;
    private Post post = null!;
    private Article[] articles = [];
    private RssWriter rss = null!;
    private FeedDefinition feed = null!;

    /// <summary>Writes the posts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        folder = Directory.CreateTempSubdirectory("feedapi-bench-").FullName;
        new Corpus().WriteTo(folder, FeedLength);
        var site = SiteReader.Read(folder, null, provisionalUrl: "http://localhost:5000");
        reader = new PostReader(site);
        renderer = new ArticleRenderer(site);
        articles = [.. Enumerable.Range(0, FeedLength).Select(number => renderer.Render(PostOf(number)).Article!)];
        post = PostOf(0);
        rss = new RssWriter(new SiteLinks(site));
        feed = new FeedDefinition
        {
            Id = "tag:bench.example,2005:/feed",
            Query = new ArticleQuery(),
            Title = "Bench",
            Description = "Bench",
            Language = "zh-CN",
            HomePage = "https://bench.example/",
            Address = "https://bench.example/feed",
            Tags = [],
        };
    }

    /// <summary>Removes the posts.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(folder, recursive: true);

    /// <summary>File to Post.</summary>
    [Benchmark]
    public object? Read() => PostOf(0);

    /// <summary>Post to Article.</summary>
    [Benchmark]
    public Article? Render() => renderer.Render(post).Article;

    /// <summary>Articles to the bytes of a feed.</summary>
    [Benchmark]
    public byte[] WriteRssOf50() => rss.Write(feed, articles);

    private Post PostOf(int number) => reader.Read(new PostFile(Corpus.PathOf(number), 0, 0), CancellationToken.None).Post!;
}
