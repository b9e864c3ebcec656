using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H14: parts of the files of the content folder; everything else is sent whole and does not say otherwise.</summary>
public sealed class RangeConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-99", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=5-99", "56789", "bytes 5-9/10")]
    [InlineData("BYTES=0-1", "01", "bytes 0-1/10")]
    public async Task A_part_is_206_with_its_place(string range, string body, string place)
    {
        var answer = await site.GetAsync(ConformanceSite.Picture, "Range: " + range);

        Assert.Equal((206, body, place), (answer.Status, answer.Text, answer["Content-Range"]));
        Assert.Equal(body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), answer["Content-Length"]);
        Assert.Equal(WholeFields(await site.GetAsync(ConformanceSite.Picture)), WholeFields(answer));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=99-100")]
    [InlineData("bytes=-0")]
    public async Task A_part_of_nothing_is_416_with_the_length_and_is_not_stored(string range)
    {
        var answer = await site.GetAsync(ConformanceSite.Audio, "Range: " + range);

        Assert.Equal((416, "bytes */10", "no-store"), (answer.Status, answer["Content-Range"], answer["Cache-Control"]));
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Contains("range-not-satisfiable", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=")]
    [InlineData("bytes")]
    [InlineData("items=0-3")]
    [InlineData("bytes=0-1,4-5")]
    public async Task What_is_no_range_of_bytes_or_more_than_one_is_answered_with_the_whole(string range)
    {
        var answer = await site.GetAsync(ConformanceSite.Picture, "Range: " + range);
        Assert.Equal((200, "0123456789", null), (answer.Status, answer.Text, answer["Content-Range"]));
    }

    [Fact]
    public async Task HEAD_has_no_parts() => Assert.Equal((200, "10"), await StatusAndLengthAsync("HEAD", "Range: bytes=0-3"));

    [Theory]
    [InlineData("If-Range: {tag}", 206)]
    [InlineData("If-Range: {date}", 206)]
    [InlineData("If-Range: \"x\"", 200)]
    [InlineData("If-Range: W/{tag}", 200)]
    [InlineData("If-Range: Thu, 01 Jan 1970 00:00:00 GMT", 200)]
    [InlineData("If-Match: {tag}", 206)]
    [InlineData("If-Match: \"x\"", 412)]
    [InlineData("If-None-Match: {tag}", 304)]
    [InlineData("If-None-Match: \"x\"", 206)]
    [InlineData("If-Modified-Since: {date}", 304)]
    [InlineData("If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", 412)]
    public async Task Conditions_go_before_the_range_and_If_Range_is_compared_strongly(string condition, int status)
    {
        var whole = await site.GetAsync(ConformanceSite.Audio);
        var field = condition.Replace("{tag}", whole["ETag"], StringComparison.Ordinal)
            .Replace("{date}", whole["Last-Modified"], StringComparison.Ordinal);

        Assert.Equal(status, (await site.GetAsync(ConformanceSite.Audio, "Range: bytes=0-3", field)).Status);
    }

    [Theory]
    [InlineData(ConformanceSite.Picture)]
    [InlineData(ConformanceSite.Audio)]
    public async Task Files_say_that_they_have_parts(string target) =>
        Assert.Equal("bytes", (await site.GetAsync(target))["Accept-Ranges"]);

    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task Documents_have_no_parts_and_do_not_say_so(string target)
    {
        var answer = await site.GetAsync(target, "Range: bytes=0-3");
        Assert.Equal((200, null, null), (answer.Status, answer["Accept-Ranges"], answer["Content-Range"]));
    }

    private static SortedDictionary<string, string> WholeFields(RawAnswer answer) => answer.FieldsBut("Content-Range", "Content-Length");

    private async Task<(int Status, string? Length)> StatusAndLengthAsync(string method, string field)
    {
        var answer = await site.SendAsync(method, ConformanceSite.Picture, field);
        return (answer.Status, answer["Content-Length"]);
    }
}
