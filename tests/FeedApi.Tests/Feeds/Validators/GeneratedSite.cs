using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Validators;

/// <summary>The feeds of a large site as files, and what the API says is in them.</summary>
public sealed class GeneratedSite : IAsyncLifetime
{
    private readonly List<SavedFeed> feeds = [];

    /// <summary>Every feed that was saved.</summary>
    public IReadOnlyList<SavedFeed> Feeds => feeds;

    /// <summary>The feeds in RSS and Atom.</summary>
    public IEnumerable<SavedFeed> XmlFeeds => feeds.Where(feed => feed.Format != "json");

    /// <summary>The list of feeds, a file.</summary>
    public string Opml => Path.Combine(folder, "opml.xml");

    private readonly string folder = Path.Combine(Path.GetTempPath(), "feedapi-feeds-" + Guid.NewGuid().ToString("n"));

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        await using var site = await TestSite.StartAsync(GeneratedPosts.Fill);
        await File.WriteAllTextAsync(Opml, await site.TextAsync("/opml.xml"), TestContext.Current.CancellationToken);
        await SaveAsync(site, "/feed", "?limit=100", "?limit=100");
        await SaveAsync(site, "/authors/ann/feed", "?content=summary", "?author=ann");
        foreach (var slug in await SlugsAsync(site, "categories"))
            await SaveAsync(site, $"/categories/{slug}/feed", "", $"?category={slug}");
        foreach (var slug in await SlugsAsync(site, "tags")) await SaveAsync(site, $"/tags/{slug}/feed", "", $"?tag={slug}");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task SaveAsync(TestSite site, string feed, string query, string selection)
    {
        var articles = (await site.JsonAsync("/api/v1/articles" + selection))["data"]!.AsArray().Select(EntryOf).ToList();
        foreach (var format in FeedSite.Formats)
        {
            var file = Path.Combine(folder, $"{feeds.Count:d3}.{format}");
            await File.WriteAllBytesAsync(
                file, await site.Client.GetByteArrayAsync($"{feed}.{format}{query}"), TestContext.Current.CancellationToken);
            feeds.Add(new SavedFeed($"{feed}.{format}{query}", format, file, articles));
        }
    }

    private static async Task<string[]> SlugsAsync(TestSite site, string kind) =>
        [.. (await site.JsonAsync($"/api/v1/{kind}"))["data"]!.AsArray().Select(term => Uri.EscapeDataString((string)term!["slug"]!))];

    private static FeedItem EntryOf(JsonNode? article) => new(
        (string)article!["guid"]!,
        (string)article["title"]!,
        DateTimeOffset.Parse((string)article["published"]!, CultureInfo.InvariantCulture).ToUnixTimeSeconds());
}

/// <summary>A feed that was saved.</summary>
/// <param name="Address">Where it was got from.</param>
/// <param name="Format">Its format.</param>
/// <param name="File">Where it is.</param>
/// <param name="Articles">What the API says is in it.</param>
public sealed record SavedFeed(string Address, string Format, string File, IReadOnlyList<FeedItem> Articles);

/// <summary>What any parser finds of an entry.</summary>
/// <param name="Id">The guid.</param>
/// <param name="Title">The title.</param>
/// <param name="Published">Unix seconds.</param>
public sealed record FeedItem(string Id, string Title, long Published);
