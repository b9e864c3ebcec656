using System.Globalization;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

/// <summary>Dates of TOML front matter.</summary>
public sealed class TomlDateTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2021-06-07T18:19:20.123456789+08:00", "2021-06-07T18:19:20+08:00")]
    [InlineData("2021-06-07T18:19:20.123456789Z", "2021-06-07T18:19:20+00:00")]
    [InlineData("2021-06-07 18:19:20.1234567", "2021-06-07T18:19:20+02:00")]
    [InlineData("2021-06-07T18:19:20.123456789", "2021-06-07T18:19:20+02:00")]
    [InlineData("2021-06-07T18:19:20.123456789123+08:00", "2021-06-07T18:19:20+08:00")]
    public void A_second_may_have_as_many_digits_as_it_likes(string written, string expected)
    {
        folder.With("_config.yml", "timezone: Europe/Berlin\nfeedapi:\n  jekyll: false");

        var reading = folder.ReadPost($"+++\ntitle = \"T\"\ndate = {written}\nweight = 3\n+++\nx");

        Assert.Empty(reading.Problems);
        Assert.Equal("T", reading.Post!.Title);
        Assert.Equal(expected, reading.Post.Published.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }
}
