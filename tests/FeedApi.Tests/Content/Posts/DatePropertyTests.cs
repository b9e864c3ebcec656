using System.Globalization;
using CsCheck;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

/// <summary>What holds for dates whatever they are.</summary>
public sealed class DatePropertyTests : IDisposable
{
    private static readonly string[] Zones =
    [
        "America/New_York", "Europe/Berlin", "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia", "America/Havana", "Australia/Lord_Howe",
    ];

    // As Ruby prints a time: to_s, httpdate, rfc2822, xmlschema, ctime with a zone, and the command date.
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss UTC", "ddd, dd MMM yyyy HH:mm:ss GMT", "ddd, dd MMM yyyy HH:mm:ss +0000", "yyyy-MM-ddTHH:mm:ssZ",
        "ddd MMM d HH:mm:ss UTC yyyy", "yyyyMMddTHHmmssZ", "yyyy/MM/dd HH:mm:ss Z", "MMMM d, yyyy h:mm:ss tt UTC",
    ];

    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_instant_reads_back_from_every_form_in_which_Ruby_writes_it()
    {
        folder.With("_config.yml", "timezone: America/New_York");
        Gen.Select(Gen.DateTime[new DateTime(1902, 1, 1), new DateTime(2199, 1, 1)], Gen.Int[0, Forms.Length - 1]).Sample(
            (time, index) =>
            {
                var second = new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
                var written = second.ToString(Escaped(Forms[index]), CultureInfo.InvariantCulture);

                Assert.Equal(new DateTimeOffset(second), folder.Shown($"date: \"{written}\"").Published);
            },
            iter: 400,
            threads: 1);
    }

    // The clock shows what is written, unless no clock ever showed it; then it was put forward over it.
    [Fact]
    public void Every_local_time_is_on_the_clock_or_was_skipped_by_it() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.DateTime[new DateTime(1975, 1, 1), new DateTime(2037, 1, 1)]).Sample(
            (index, time) =>
            {
                var zone = Zones[index];
                var local = new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
                folder.With("_config.yml", $"timezone: {zone}");
                var date = folder.Shown($"date: {local:yyyy-MM-dd HH:mm}").Published;

                var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
                Assert.Equal(info.GetUtcOffset(date), date.Offset);
                var gap = date.DateTime - local;
                if (gap == TimeSpan.Zero) return;
                Assert.Equal(gap, date.Offset - info.GetUtcOffset(date - gap));
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void No_text_is_more_than_a_bad_date()
    {
        folder.With("_config.yml", "timezone: Europe/Berlin");
        Gen.Char["0123456789-+:/. ',TZ'jan(]feb[周年月日下午:st"].Array[0, 160].Sample(
            letters =>
            {
                var text = new string(letters).Replace("'", "''", StringComparison.Ordinal);

                var reading = folder.ReadPost($"---\ndate: '{text}'\n---\nx");

                Assert.DoesNotContain(reading.Problems, problem => problem.Code == ProblemCodes.Unexpected);
                Assert.NotNull(reading.Post);
            },
            iter: 500,
            threads: 1);
    }

    private static string Escaped(string form) => form
        .Replace("UTC", "'UTC'", StringComparison.Ordinal)
        .Replace("GMT", "'GMT'", StringComparison.Ordinal)
        .Replace("ddTHH", "dd'T'HH", StringComparison.Ordinal)
        .Replace("Z", "'Z'", StringComparison.Ordinal);
}
