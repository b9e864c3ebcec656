using FeedApi.Content;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

public sealed class PostReaderTests : IDisposable
{
    private const string Name = "_posts/2024-01-01-a.md";
    private readonly ContentFolder folder = new();
    private readonly PostFiles files;
    private readonly PostReader reader;

    public PostReaderTests()
    {
        folder.With("_config.yml", "url: https://example.org\n").With(Name, "---\ntitle: A\n---\nx\n");
        var site = SiteReader.Read(folder.Path, null, provisionalUrl: null);
        files = new PostFiles(site);
        reader = new PostReader(site);
    }

    [Fact]
    public void A_file_that_is_what_it_was_is_read() =>
        Assert.False(reader.Read(files.Stat(Name)!.Value, TestContext.Current.CancellationToken).IsChanging);

    [Fact]
    public void A_file_that_was_written_since_it_was_seen_is_changing()
    {
        var seen = files.Stat(Name)!.Value;
        folder.With(Name, "---\ntitle: A\n---\nmuch m");

        Assert.True(reader.Read(seen, TestContext.Current.CancellationToken).IsChanging);
    }

    [Fact]
    public void A_file_of_the_same_size_that_was_written_since_it_was_seen_is_changing()
    {
        var seen = files.Stat(Name)!.Value;
        folder.With(Name, "---\ntitle: B\n---\nx\n");
        File.SetLastWriteTimeUtc(folder.Full(Name), new DateTime(seen.ModifiedTicks, DateTimeKind.Utc).AddMilliseconds(1));

        Assert.True(reader.Read(seen, TestContext.Current.CancellationToken).IsChanging);
    }

    [Fact]
    public void A_file_that_has_left_since_it_was_seen_is_changing()
    {
        var seen = files.Stat(Name)!.Value;
        File.Delete(folder.Full(Name));

        Assert.True(reader.Read(seen, TestContext.Current.CancellationToken).IsChanging);
    }

    public void Dispose() => folder.Dispose();
}
