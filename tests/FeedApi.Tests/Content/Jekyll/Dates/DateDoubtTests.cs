using System.Globalization;
using FeedApi.Content.Posts;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll.Dates;

/// <summary>What is reported of dates that can be meant otherwise than they are read.</summary>
public sealed class DateDoubtTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("07/06/2021", "2021-06-07T00:00:00+08:00")]
    [InlineData("07.06.2021 18:19", "2021-06-07T18:19:00+08:00")]
    [InlineData("07-06-2021", "2021-06-07T00:00:00+08:00")]
    [InlineData("09/06/07", "2009-06-07T00:00:00+08:00")]
    [InlineData("2021-02-30", "2021-03-02T00:00:00+08:00")]
    [InlineData("2021-06-07 18:19 CST", "2021-06-07T18:19:00-06:00")]
    [InlineData("2021-06-07 18:19 (CST)", "2021-06-07T18:19:00-06:00")]
    [InlineData("2021-06-07 18::19", "2021-06-07T00:00:00+08:00")]
    [InlineData("2021-06-07 +0300", "2021-06-07T00:00:00+08:00")]
    [InlineData("2021-06-07 下午3:20", "2021-06-07T15:20:00+08:00")]
    public void A_doubtful_date_is_read_by_one_rule_with_a_warning(string written, string expected)
    {
        var reading = Read(written);

        Assert.Equal(expected, IsoOf(reading.Post!.Published));
        Assert.Equal(
            (ProblemCodes.DoubtfulDate, ProblemSeverity.Warning, 2),
            (reading.Problems[0].Code, reading.Problems[0].Severity, reading.Problems[0].Line));
    }

    [Theory]
    [InlineData("27/06/2021")]
    [InlineData("06/06/2021")]
    [InlineData("2021/06/07")]
    [InlineData("June 7, 2021")]
    [InlineData("2021-06-07 18:19:20.123456789 +0800")]
    [InlineData("2021-06-07 18:19 GMT+8")]
    [InlineData("2021-06-07 18:19 Asia/Shanghai")]
    [InlineData("2021-06-07 周一 18:19")]
    [InlineData("2021年6月7日 18:19")]
    [InlineData("2021-06-07 24:00")]
    public void A_date_with_one_meaning_is_not_warned_about(string written) => Assert.Empty(Read(written).Problems);

    [Theory]
    [InlineData("2021-06-07 18:19 GMT+9")]
    [InlineData("2021-06-07 18:19 JST")]
    [InlineData("2021-06-07 18:19 Europe/Berlin")]
    public void A_zone_that_Ruby_passes_over_is_said_to_say_nothing(string written)
    {
        var reading = Read(written);

        Assert.Equal("2021-06-07T18:19:00+08:00", IsoOf(reading.Post!.Published));
        Assert.Equal(ProblemCodes.BadDate, Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("07/06/2021")]
    [InlineData("07.06.2021")]
    public void On_other_sites_too_the_day_comes_first(string written)
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai\nfeedapi:\n  jekyll: false");

        var reading = folder.ReadPost($"---\ndate: {written}\n---\nx");

        Assert.Equal("2021-06-07T00:00:00+08:00", IsoOf(reading.Post!.Published));
        Assert.Equal(ProblemCodes.DoubtfulDate, Assert.Single(reading.Problems).Code);
    }

    // Ruby completes them by the day on which the site is built, so they would change with every build.
    [Theory]
    [InlineData("June 7")]
    [InlineData("12:30")]
    [InlineData("2021-W23-1")]
    [InlineData("--06-07")]
    [InlineData("7th")]
    [InlineData("0607")]
    public void A_date_without_a_year_gives_way_to_the_file_name(string written)
    {
        var reading = Read(written);

        Assert.Equal("2024-05-06T00:00:00+08:00", IsoOf(reading.Post!.Published));
        Assert.Equal(ProblemCodes.BadDate, reading.Problems[0].Code);
    }

    private PostReading Read(string written)
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai");
        return folder.ReadPost($"---\ndate: {written}\n---\nx");
    }

    private static string IsoOf(DateTimeOffset date) =>
        date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
