using System.IO.Compression;
using FeedApi.Tests.Feeds;
using Xunit;

namespace FeedApi.Tests.Http.Semantics;

public sealed class ContentCodingTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip; q=0.0, br;q=0", null)]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0.5", "br")]
    [InlineData("gzip;q=0.5, identity", null)]
    [InlineData("identity;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("gzip;q=garbage", null)]
    [InlineData("identity;q=0, zstd", null)]
    public async Task H16_Accept_Encoding_chooses_the_coding(string? accept, string? coding)
    {
        using var response = await feeds.Site.GetAsync("/feed.rss", accept is null ? [] : ["Accept-Encoding: " + accept]);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(coding, response.Field("Content-Encoding"));
    }

    [Theory]
    [MemberData(nameof(Compressed))]
    public async Task H2_every_coding_has_a_strong_ETag_of_its_own(string address)
    {
        var tags = new List<string?>();
        foreach (var coding in new[] { "identity", "gzip", "br" })
            tags.Add((await feeds.Site.GetAsync(address, "Accept-Encoding: " + coding)).Field("ETag"));

        Assert.Distinct(tags);
        Assert.All(tags, tag => Assert.Matches("^\"[!#-~]+\"$", tag));
    }

    [Theory]
    [MemberData(nameof(Compressed))]
    public async Task H16_the_decoded_bytes_are_those_of_identity(string address)
    {
        var identity = await BytesAsync(address, "identity");

        Assert.Equal(
            identity, await DecodedAsync(new GZipStream(new MemoryStream(await BytesAsync(address, "gzip")), CompressionMode.Decompress)));
        Assert.Equal(
            identity, await DecodedAsync(new BrotliStream(new MemoryStream(await BytesAsync(address, "br")), CompressionMode.Decompress)));
    }

    [Theory]
    [MemberData(nameof(Compressed))]
    public async Task H10_whatever_is_compressed_varies_by_Accept_Encoding(string address)
    {
        foreach (var coding in new[] { "identity", "gzip", "br" })
            Assert.Contains("Accept-Encoding", (await feeds.Site.GetAsync(address, "Accept-Encoding: " + coding)).Headers.Vary);
    }

    [Fact]
    public async Task H16_Content_Length_is_that_of_the_bytes_sent()
    {
        using var response = await feeds.Site.GetAsync("/feed.rss", "Accept-Encoding: gzip");

        Assert.Equal(
            response.Content.Headers.ContentLength,
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_body_that_fits_one_packet_is_never_compressed()
    {
        using var response = await feeds.Site.GetAsync("/api/v1/categories/Empty", "Accept-Encoding: gzip, br");

        Assert.Null(response.Field("Content-Encoding"));
    }

    public static TheoryData<string> Compressed() =>
        ["/feed", "/feed.rss", "/feed.atom", "/feed.json", "/api/v1/articles", "/openapi.json", "/openapi.yaml"];

    private async Task<byte[]> BytesAsync(string address, string coding)
    {
        using var response = await feeds.Site.GetAsync(address, "Accept-Encoding: " + coding);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> DecodedAsync(Stream decoder)
    {
        await using (decoder)
        {
            using var decoded = new MemoryStream();
            await decoder.CopyToAsync(decoded, TestContext.Current.CancellationToken);
            return decoded.ToArray();
        }
    }
}
