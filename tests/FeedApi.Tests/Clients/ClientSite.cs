using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Clients;

/// <summary>A site of six posts, after a seventh was deleted, and what a client writes that reads it.</summary>
public sealed class ClientSite : IAsyncLifetime
{
    /// <summary>The output of each client: what it has read, a line for each task.</summary>
    public const string Output =
        """
        list: 2024-01-01-one 2024-01-03-three of 3
        search: 2024-01-04-four, Post four about the <mark>moon</mark>.
        article: One of 2024-01-01, Post one.
        pages: 2 with 6 articles
        sync: 6 stored, 0 deleted
        sync: 0 stored, 1 deleted
        rss: 6 items
        json feed: Tides, 6 items, Six of 2024-01-06
        error: 400 bad-parameter, limit, nearest 100
        missing: 404 unknown-article

        """;

    private const string Deleted = "2024-01-07-seven";

    private readonly HeldPort port = new();
    private TestSite site = null!;

    /// <summary>The address of the server, also in what it says of itself: clients follow the addresses of pages.</summary>
    public string Address => port.Url;

    /// <summary>A token of the changes from before the deletion.</summary>
    public string Token { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        site = new TestSite { Arguments = ["--urls", port.Url, "--Site:Url", port.Url], Ports = [port] };
        site.Content
            .With("_config.yml", "title: Tides\ndescription: About tides\ntimezone: UTC\nlang: en\n")
            .With("_posts/2024-01-01-one.md", Post("One", "news"))
            .With("_posts/2024-01-02-two.md", Post("Two", "sea"))
            .With("_posts/2024-01-03-three.md", Post("Three", "news"))
            .With("_posts/2024-01-04-four.md", Post("Four", "sea", " about the moon"))
            .With("_posts/2024-01-05-five.md", Post("Five", "news"))
            .With("_posts/2024-01-06-six.md", Post("Six", "sea"))
            .With($"_posts/{Deleted}.md", Post("Seven", "sea"));
        await site.StartAsync();
        Token = (string)(await site.JsonAsync("/api/v1/changes"))["page"]!["token"]!;
        File.Delete(site.Content.Full($"_posts/{Deleted}.md"));
        await TestSite.UntilAsync(async () => !(await site.IdsAsync()).Contains(Deleted), "the post is deleted");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        port.Dispose();
    }

    private static string Post(string title, string category, string about = "") =>
        $"---\ntitle: {title}\ncategory: {category}\n---\nPost {title.ToLowerInvariant()}{about}.\n";
}
