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
}
