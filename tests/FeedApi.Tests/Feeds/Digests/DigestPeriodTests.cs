using FeedApi.Feeds.Digests;
using Xunit;

namespace FeedApi.Tests.Feeds.Digests;

/// <summary>Hours and days of time zones, also where clocks are changed.</summary>
public sealed class DigestPeriodTests
{
    [Theory]
    [InlineData("2026-12-01T01:59:59Z", "Asia/Shanghai", "2026-12-01T0100Z", "2026-12-01")]
    [InlineData("2026-12-01T16:00:00Z", "Asia/Shanghai", "2026-12-01T1600Z", "2026-12-02")]
    [InlineData("2026-12-01T18:29:59Z", "Asia/Kolkata", "2026-12-01T1730Z", "2026-12-01")]
    [InlineData("2026-12-01T18:30:00Z", "Asia/Kolkata", "2026-12-01T1830Z", "2026-12-02")]
    public void An_instant_is_in_the_hour_and_day_of_the_zone(string instant, string zone, string hour, string day)
    {
        var (at, place) = (DateTimeOffset.Parse(instant, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(hour, DigestPeriod.Of(at, DigestGrain.Hour, place).Key);
        Assert.Equal(day, DigestPeriod.Of(at, DigestGrain.Day, place).Key);
    }

    [Fact]
    public void An_hour_that_comes_twice_is_two_periods()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var first = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal("2026-10-25T0000Z", DigestPeriod.Of(first, DigestGrain.Hour, berlin).Key);
        Assert.Equal("2026-10-25T0100Z", DigestPeriod.Of(first.AddHours(1), DigestGrain.Hour, berlin).Key);
    }

    [Fact]
    public void A_day_is_as_long_as_the_clocks_make_it()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var day = DigestPeriod.Parse("2026-10-25", berlin)!;
        Assert.Equal(TimeSpan.FromHours(25), day.End - day.Start);
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/St_Johns")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Sao_Paulo")]
    public void Every_instant_of_a_year_is_in_a_period_that_is_found_by_its_name(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var last = DateTimeOffset.MinValue;
        for (var at = new DateTimeOffset(2018, 1, 1, 0, 7, 0, TimeSpan.Zero); at.Year < 2019; at = at.AddMinutes(15))
        {
            foreach (var grain in Enum.GetValues<DigestGrain>())
            {
                var period = DigestPeriod.Of(at, grain, zone);
                Assert.InRange(at, period.Start, period.End.AddTicks(-1));
                if (grain == DigestGrain.Day) Assert.Equal(period, DigestPeriod.Parse(period.Key, zone));
            }

            // Articles are read by the hour in descending order: an hour never comes again once another has begun.
            var hour = DigestPeriod.Of(at, DigestGrain.Hour, zone).Start;
            Assert.True(hour >= last, FormattableString.Invariant($"{at:O} is in {hour:O} after {last:O}"));
            last = hour;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13-01")]
    [InlineData("2026-12-1")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2026-12-01T0230Z")]
    [InlineData("2026-12-01T02")]
    [InlineData("today")]
    public void What_names_no_period_is_refused(string key) =>
        Assert.Null(DigestPeriod.Parse(key, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
}
