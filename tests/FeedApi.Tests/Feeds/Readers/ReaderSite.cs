using System.Text.Json.Nodes;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Readers;

/// <summary>
/// The sample site in <c>content/</c>, served, with its feeds as files: of the whole site, of every category, and of the newest post
/// only.
/// </summary>
public sealed class ReaderSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-readers-");
    private readonly List<ReaderFeed> feeds = [];

    /// <summary>The server.</summary>
    public TestSite Site { get; private set; } = null!;

    /// <summary>The feeds, in every format.</summary>
    public IReadOnlyList<ReaderFeed> Feeds => feeds;

    /// <summary>The articles of the site by their guid, as the API has them.</summary>
    public IReadOnlyDictionary<string, JsonNode> Articles { get; private set; } = new Dictionary<string, JsonNode>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(content => Copy(Repository.PathOf("content"), content.Path));
        Articles = (await Site.JsonAsync("/api/v1/articles?limit=100&content=html"))["data"]!.AsArray()
            .ToDictionary(article => (string)article!["guid"]!, article => article!);
        var categories = (await Site.JsonAsync("/api/v1/categories"))["data"]!.AsArray()
            .Where(category => (int)category!["count"]! > 0)
            .Select(category => $"/categories/{Uri.EscapeDataString((string)category!["slug"]!)}/feed");
        foreach (var feed in (string[])["/feed", .. categories])
        {
            foreach (var format in FeedSite.Formats) await SaveAsync($"{feed}.{format}?limit=100", $"{feed}.json?limit=100", format);
        }

        foreach (var format in FeedSite.Formats) await SaveAsync($"/feed.{format}?lang=en&limit=1", "/feed.json?lang=en&limit=1", format);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task SaveAsync(string address, string asJson, string format)
    {
        var file = Path.Combine(folder.FullName, $"{feeds.Count}.{format}");
        await File.WriteAllTextAsync(file, await Site.TextAsync(address), TestContext.Current.CancellationToken);
        feeds.Add(new ReaderFeed(address, format, file, [.. (await Site.JsonAsync(asJson))["items"]!.AsArray().Select(ItemOf)]));
    }

    private static ReadItem ItemOf(JsonNode? item) => new(
        (string)item!["id"]!,
        (string)item["title"]!,
        (string)item["url"]!,
        ((DateTimeOffset)item["date_published"]!).ToUnixTimeSeconds(),
        (string?)item["content_html"] ?? (string)item["content_text"]!,
        [.. item["attachments"]?.AsArray().Select(attachment => (string)attachment!["url"]!) ?? []]);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>A feed that was saved.</summary>
/// <param name="Address">Where it was got from.</param>
/// <param name="Format">Its format.</param>
/// <param name="File">Where it is.</param>
/// <param name="Items">What JSON Feed says is in it.</param>
public sealed record ReaderFeed(string Address, string Format, string File, IReadOnlyList<ReadItem> Items);

/// <summary>What a reader shows of an item.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Link">Its address.</param>
/// <param name="Published">Unix seconds.</param>
/// <param name="Content">The first content, which readers show as the article.</param>
/// <param name="Enclosures">Addresses of what can be played, in order.</param>
public sealed record ReadItem(string Id, string Title, string Link, long Published, string Content, IReadOnlyList<string> Enclosures);
