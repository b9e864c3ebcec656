using System.Globalization;
using CsCheck;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

/// <summary>Dates as they are written in Chinese, on sites of any generator.</summary>
public sealed class ChineseDateTests : IDisposable
{
    private const string JekyllSite = "timezone: Asia/Shanghai";
    private const string OtherSite = "timezone: Asia/Shanghai\nfeedapi:\n  jekyll: false";

    private readonly ContentFolder folder = new();

    public static TheoryData<string, string> Dates => new()
    {
        { "2021年6月7日", "2021-06-07T00:00:00+08:00" },
        { "2021年06月07日 18:19", "2021-06-07T18:19:00+08:00" },
        { "2021 年 6 月 7 日 18:19:20", "2021-06-07T18:19:20+08:00" },
        { "2021年6月7日18:19", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7号", "2021-06-07T00:00:00+08:00" },
        { "2021年6月", "2021-06-01T00:00:00+08:00" },
        { "21年6月7日", "2021-06-07T00:00:00+08:00" },
        { "公元2021年6月7日", "2021-06-07T00:00:00+08:00" },
        { "2021年6月7日 下午3:20", "2021-06-07T15:20:00+08:00" },
        { "2021年6月7日 上午9:15:16", "2021-06-07T09:15:16+08:00" },
        { "2021年6月7日 上午12:15", "2021-06-07T00:15:00+08:00" },
        { "2021年6月7日 下午12:15", "2021-06-07T12:15:00+08:00" },
        { "2021年6月7日 下午15:20", "2021-06-07T15:20:00+08:00" },
        { "2021年6月7日 中午12:00", "2021-06-07T12:00:00+08:00" },
        { "2021年6月7日 中午1点", "2021-06-07T13:00:00+08:00" },
        { "2021年6月7日 凌晨2点半", "2021-06-07T02:30:00+08:00" },
        { "2021年6月7日 早上8点一刻", "2021-06-07T08:15:00+08:00" },
        { "2021年6月7日 傍晚6点整", "2021-06-07T18:00:00+08:00" },
        { "2021年6月7日 晚上8:05", "2021-06-07T20:05:00+08:00" },
        { "2021年6月7日 晚上12点", "2021-06-08T00:00:00+08:00" },
        { "2021年6月7日 3:20 下午", "2021-06-07T15:20:00+08:00" },
        { "2021年6月7日 18时19分20秒", "2021-06-07T18:19:20+08:00" },
        { "2021年6月7日 18时19分", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日 18点", "2021-06-07T18:00:00+08:00" },
        { "2021年6月7日 24:00", "2021-06-08T00:00:00+08:00" },
        { "2021年6月7日 周一 18:19", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日星期一 18:19", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日（星期一）下午3:20", "2021-06-07T15:20:00+08:00" },
        { "2021年6月7日 礼拜一", "2021-06-07T00:00:00+08:00" },
        { "2021-06-07 周日", "2021-06-07T00:00:00+08:00" },
        { "2021/6/7 下午 3:20", "2021-06-07T15:20:00+08:00" },
        { "2021.6.7 晚上8点", "2021-06-07T20:00:00+08:00" },
        { "2021-06-07 18：19：20", "2021-06-07T18:19:20+08:00" },
        { "２０２１年６月７日 １８：１９", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日\u300018:19", "2021-06-07T18:19:00+08:00" },
        { "二〇二一年六月七日", "2021-06-07T00:00:00+08:00" },
        { "二〇二一年十二月三十一日 下午三点二十分", "2021-12-31T15:20:00+08:00" },
        { "2021年6月7日 18:19 +0900", "2021-06-07T18:19:00+09:00" },
        { "2021年6月7日 18:19 UTC", "2021-06-07T18:19:00+00:00" },
        { "2021年6月7日 18:19（北京时间）", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日 週一 18時19分", "2021-06-07T18:19:00+08:00" },
        { "2021年6月7日(月) 午後3時20分", "2021-06-07T15:20:00+08:00" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_Chinese_date_is_read_on_a_Jekyll_site(string written, string expected)
    {
        folder.With("_config.yml", JekyllSite);

        Assert.Equal(expected, IsoOf(folder.Shown($"date: \"{written}\"").Published));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_Chinese_date_is_read_on_any_other_site(string written, string expected)
    {
        folder.With("_config.yml", OtherSite);

        var post = folder.ReadPost($"+++\ndate = \"{written}\"\n+++\nx").Post!;

        Assert.Equal(expected, IsoOf(post.Published));
    }

    [Theory]
    [InlineData("2021年13月7日")]
    [InlineData("2021年6月31日")]
    [InlineData("2021年6月7日 下午25:00")]
    [InlineData("2021年6月7日 18:61")]
    [InlineData("6月7日")]
    [InlineData("昨天")]
    [InlineData("２０２１-06-07")]
    public void What_is_no_date_gives_way_to_the_file_name(string written)
    {
        folder.With("_config.yml", OtherSite);

        var reading = folder.ReadPost($"---\ndate: {written}\n---\nx");

        Assert.Equal("2024-05-06T00:00:00+08:00", IsoOf(reading.Post!.Published));
        Assert.Equal(ProblemCodes.BadDate, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Every_time_reads_the_same_in_Chinese()
    {
        folder.With("_config.yml", JekyllSite);
        Gen.DateTime[new DateTime(1950, 1, 1), new DateTime(2100, 1, 1)].Sample(
            time =>
            {
                var half = time.Hour < 12 ? "上午" : "下午";
                var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
                var written = $"{time.Year}年{time.Month}月{time.Day}日 {half}{hour}:{time:mm:ss}";

                Assert.Equal(Read($"\"{time:yyyy-MM-dd HH:mm:ss}\""), Read(written));
            },
            iter: 200,
            threads: 1);
    }

    private string Read(string date) => IsoOf(folder.Shown($"date: {date}").Published);

    private static string IsoOf(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
