using System.Globalization;
using CsCheck;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

public sealed class PostDateTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2024-03-01", "2024-03-01T00:00:00+08:00")]
    [InlineData("2024-3-1", "2024-03-01T00:00:00+08:00")]
    [InlineData("2024-03-01 10:20", "2024-03-01T10:20:00+08:00")]
    [InlineData("'2024-03-01 10:20:30.987'", "2024-03-01T10:20:30+08:00")]
    [InlineData("2024-03-01 10:20:30.987 +0100", "2024-03-01T10:20:30+01:00")]
    [InlineData("2024-03-01T10:20:30Z", "2024-03-01T10:20:30+00:00")]
    [InlineData("2024-03-01 10:20:30 UTC", "2024-03-01T10:20:30+00:00")]
    [InlineData("2024-03-01 10:20:30 GMT", "2024-03-01T10:20:30+00:00")]
    [InlineData("2024-03-01 10:20:30 -0330", "2024-03-01T10:20:30-03:30")]
    [InlineData("2024-03-01T10:20:30+14:00", "2024-03-01T10:20:30+14:00")]
    [InlineData("2024-03-01 10:20:30 +8", "2024-03-01T10:20:30+08:00")]
    [InlineData("2024-03-01 00:00 +0100", "2024-03-01T00:00:00+01:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00")]
    [InlineData("Fri, 01 Mar 2024 10:20:30 +0200", "2024-03-01T10:20:30+02:00")]
    [InlineData("1 Mar 2024 10:20 GMT", "2024-03-01T10:20:00+00:00")]
    [InlineData("2024-03-01 18:30:22 2024 -0800", "2024-03-01T18:30:22+08:00")]
    [InlineData("2024-03-01 12:00:00 PST", "2024-03-01T12:00:00-08:00")]
    [InlineData("2024-03-01 12:00:00 +0800 CST", "2024-03-01T12:00:00+08:00")]
    [InlineData("2024-03-01 12:00:00 -0700 (PDT)", "2024-03-01T12:00:00-07:00")]
    [InlineData("2024-03-01 3:05 PM", "2024-03-01T15:05:00+08:00")]
    [InlineData("2024-03-01 12:05 am", "2024-03-01T00:05:00+08:00")]
    [InlineData("Mar 1, 2024", "2024-03-01T00:00:00+08:00")]
    [InlineData("March 1, 2024 10:20", "2024-03-01T10:20:00+08:00")]
    [InlineData("20240301", "2024-03-01T00:00:00+08:00")]
    [InlineData("20240301T102030Z", "2024-03-01T10:20:30+00:00")]
    public void A_date_is_read_in_every_usual_form(string written, string expected)
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai");

        var published = folder.Shown($"date: {written}").Published;

        Assert.Equal(expected, published.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-02-32")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-01 25:00")]
    [InlineData("2024-01-01 10:60")]
    [InlineData("2024-01-01 10:00 +99:99")]
    [InlineData("12:30")]
    [InlineData("20241301")]
    [InlineData("+0800")]
    [InlineData("0001-01-01")]
    [InlineData("0999-12-31")]
    [InlineData("9999-12-31 23:59:59 -0800")]
    [InlineData("10000-01-01")]
    [InlineData("tomorrow")]
    [InlineData("２０２４-01-01")]
    public void A_wrong_date_gives_way_to_the_file_name(string written)
    {
        var reading = folder.ReadPost($"---\ndate: {written}\n---\nx");

        Assert.Equal(new DateTimeOffset(2024, 5, 6, 0, 0, 0, TimeSpan.Zero), reading.Post!.Published);
        Assert.Equal(
            (ProblemCodes.BadDate, ProblemSeverity.Warning, 2, 7),
            (reading.Problems[0].Code, reading.Problems[0].Severity, reading.Problems[0].Line, reading.Problems[0].Column));
    }

    [Fact]
    public void A_post_without_any_usable_date_is_held()
    {
        var reading = folder.ReadPost("---\ntitle: \"\"\ndate:  +0800\n---\nx", "-undated.md");

        Assert.Null(reading.Post);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemCodes.NoDate, problem.Code);
        Assert.EndsWith("date is not a date: +0800", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-10 02:30", "2024-03-10T03:30:00-04:00")]
    [InlineData("2024-11-03 01:30", "2024-11-03T01:30:00-04:00")]
    [InlineData("2024-11-03 02:30", "2024-11-03T02:30:00-05:00")]
    public void A_skipped_time_moves_forward_and_a_repeated_one_is_the_first(string written, string expected)
    {
        folder.With("_config.yml", "timezone: America/New_York\nfeedapi:\n  jekyll: false");

        Assert.Equal(
            expected, folder.Shown($"date: {written}").Published.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_repeated_time_is_the_second_in_Jekyll()
    {
        folder.With("_config.yml", "timezone: America/New_York");

        Assert.Equal(TimeSpan.FromHours(-5), folder.Shown("date: 2024-11-03 01:30").Published.Offset);
    }

    [Fact]
    public void A_date_with_seconds_and_no_offset_is_UTC_in_Jekyll_and_said_to_be()
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai");

        var reading = folder.ReadPost("---\ndate: 2024-03-01 20:20:30\n---\nx");

        Assert.Equal(new DateTimeOffset(2024, 3, 2, 4, 20, 30, TimeSpan.FromHours(8)), reading.Post!.Published);
        Assert.Equal(
            (ProblemCodes.DateWithoutOffset, ProblemSeverity.Warning, 2),
            (reading.Problems[0].Code, reading.Problems[0].Severity, reading.Problems[0].Line));
    }

    [Theory]
    [InlineData("timezone: Asia/Shanghai\nfeedapi:\n  local_dates: true")]
    [InlineData("timezone: Asia/Shanghai\nfeedapi:\n  jekyll: false")]
    public void A_date_without_an_offset_can_be_in_the_zone_of_the_site(string config)
    {
        folder.With("_config.yml", config);

        var reading = folder.ReadPost("---\ndate: 2024-03-01 20:20:30\n---\nx");

        Assert.Equal(new DateTimeOffset(2024, 3, 1, 20, 20, 30, TimeSpan.FromHours(8)), reading.Post!.Published);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("2024-01-01 10:00 CST", "Europe/Berlin", -6)]
    [InlineData("2024-01-01 10:00 CEST", "Europe/Berlin", 2)]
    [InlineData("2024-01-01 10:00 JST", "Asia/Tokyo", 9)]
    public void The_name_of_a_zone_is_its_offset(string written, string zone, int hours)
    {
        folder.With("_config.yml", $"timezone: {zone}");

        Assert.Equal(TimeSpan.FromHours(hours), folder.Shown($"date: {written}").Published.Offset);
    }

    [Fact]
    public void A_name_of_another_zone_is_said_to_say_nothing()
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai");

        var reading = folder.ReadPost("---\ndate: 2024-01-01 10:00 JST\n---\nx");

        Assert.Equal(new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.FromHours(8)), reading.Post!.Published);
        Assert.Equal(ProblemCodes.BadDate, Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("2024-5-6-a.md", "2024-05-06", "a")]
    [InlineData("13-05-06-a.md", "2013-05-06", "a")]
    [InlineData("2024-02-30-a.md", "2024-03-01", "a")]
    [InlineData("2024-13-01-a.md", null, "a")]
    [InlineData("2024-05-06.md", "2024-05-06", "2024-05-06")]
    [InlineData("12345-05-06-a.md", null, "12345-05-06-a")]
    public void The_name_of_a_file_gives_day_and_slug(string name, string? day, string slug)
    {
        var post = folder.Shown("date: 2020-01-01", name);

        Assert.Equal((day, slug), (post.FileDate?.ToString("O", CultureInfo.InvariantCulture), post.Slug));
    }

    [Fact]
    public void The_updated_date_comes_from_any_of_its_keys()
    {
        Assert.Equal(2025, folder.Shown("updated: 2025-01-01").Updated!.Value.Year);
        Assert.Equal(2025, folder.Shown("lastmod: 2025-01-01").Updated!.Value.Year);
        Assert.Equal(2026, folder.Shown("updated: 2025-01-01\nlast_modified_at: 2026-01-01").Updated!.Value.Year);
        Assert.Null(folder.Shown("updated: soon").Updated);
    }

    [Fact]
    public void Every_instant_reads_back_as_it_was_written() =>
        Gen.Select(Gen.DateTime[new DateTime(1001, 1, 1), new DateTime(9998, 12, 31)], Gen.Int[-14 * 60, 14 * 60]).Sample(
            (time, minutes) =>
            {
                var local = new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
                var date = new DateTimeOffset(local, TimeSpan.FromMinutes(minutes));

                var read = folder.Shown($"date: {date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}").Published;

                Assert.True(read.EqualsExact(date));
            },
            iter: 500,
            threads: 1);
}
