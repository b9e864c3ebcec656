using System.IO.Compression;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace FeedApi.Tests.Http.Documents;

/// <summary>H2: documents that are asked for often are compressed better; whoever has the older bytes still has the document.</summary>
public sealed class CompressionTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string Feed = "/feed.atom";
    private const string Brotli = "Accept-Encoding: br";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_popular_document_gets_smaller_bytes_under_another_tag_and_the_former_tag_still_counts()
    {
        using var first = await feeds.Site.GetAsync(Feed, Brotli);
        var (tag, length) = (first.Field("ETag")!, first.Content.Headers.ContentLength);

        await TestSite.UntilAsync(
            async () => (await feeds.Site.GetAsync(Feed, Brotli)).Field("ETag") != tag, "the feed is compressed better");

        using var better = await feeds.Site.GetAsync(Feed, Brotli);
        Assert.True(better.Content.Headers.ContentLength < length);
        foreach (var held in (string[])[tag, better.Field("ETag")!])
        {
            using var answer = await feeds.Site.GetAsync(Feed, Brotli, "If-None-Match: " + held);
            Assert.Equal((304, held), ((int)answer.StatusCode, answer.Field("ETag")));
        }
    }

    [Fact]
    public void A_tag_that_another_process_gave_is_named_in_the_304_that_it_gets()
    {
        var document = new Document("text/plain", [.. Enumerable.Repeat((byte)'a', 5_000)], DateTimeOffset.UnixEpoch);
        IHeaderDictionary headers = new HeaderDictionary
        {
            ["If-None-Match"] = document.Identity.ETag.Insert(document.Identity.ETag.Length - 1, "-br9")
        };

        var (outcome, held) = Preconditions.Evaluate(headers, document, document.Gzip!, DateTimeOffset.UnixEpoch);

        Assert.Equal((PreconditionOutcome.NotModified, headers.IfNoneMatch.ToString()), (outcome, held.ETag));
    }

    [Fact]
    public void Uncompressed_bytes_that_are_kept_in_gzip_only_are_the_same_whenever_they_are_asked_for()
    {
        byte[] body = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * i / 7))];
        var document = new Document("text/plain", [.. body], DateTimeOffset.UnixEpoch);
        document.Compress();

        document.Pack();

        Assert.Equal((0, body.Length), (document.Identity.HeldBytes, document.Identity.Length));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(body, document.Identity.Bytes);
            GC.Collect();
        }
    }

    [Fact]
    public async Task The_cache_counts_a_document_by_its_compressed_bytes()
    {
        var cache = new DocumentCache(maxBytes: 100_000);

        for (var i = 0; i < 10; i++)
        {
            byte[] body = [(byte)i, .. Enumerable.Repeat((byte)'a', 90_000)];
            await cache.GetOrBuildAsync($"{i}", _ => new(new Document("text/plain", body, DateTimeOffset.UnixEpoch)), Token);
        }

        Assert.Equal((10, 0), (cache.Measure().Count, cache.Measure().Evictions));
    }

    [Fact]
    public async Task A_list_is_compressed_quickly_and_whoever_has_other_bytes_of_it_still_has_it()
    {
        const string list = "/api/v1/articles";
        using var plain = await feeds.Site.GetAsync(list);
        using var brotli = await feeds.Site.GetAsync(list, Brotli);

        using var body = new BrotliStream(await brotli.Content.ReadAsStreamAsync(Token), CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Token), await new StreamReader(body).ReadToEndAsync(Token));
        Assert.True(brotli.Content.Headers.ContentLength < plain.Content.Headers.ContentLength);
        foreach (var suffix in (string[])["", "-gz", "-br", "-br2"])
        {
            var held = plain.Field("ETag")!.Insert(plain.Field("ETag")!.Length - 1, suffix);
            using var answer = await feeds.Site.GetAsync(list, Brotli, "If-None-Match: " + held);
            Assert.Equal(304, (int)answer.StatusCode);
        }
    }
}
