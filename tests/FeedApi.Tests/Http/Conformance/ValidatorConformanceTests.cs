using System.Globalization;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H1, H2, H6, H17: validators and dates of every answer.</summary>
public sealed class ValidatorConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H1_every_success_has_a_strong_tag_that_names_its_bytes(string target)
    {
        var (one, other) = (await site.GetAsync(target), await site.GetAsync(target));

        Assert.Equal(200, one.Status);
        Assert.Matches("^\"[!#-~]+\"$", one["ETag"]);
        Assert.Equal((one["ETag"], one.Text), (other["ETag"], other.Text));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task H2_no_two_codings_share_a_tag(string target)
    {
        var answers = new List<RawAnswer>();
        foreach (var coding in (string[])["identity", "gzip", "br"]) answers.Add(await site.GetAsync(target, "Accept-Encoding: " + coding));

        Assert.All(
            answers.GroupBy(answer => answer["ETag"]), same => Assert.Single(same.Select(answer => answer["Content-Encoding"]).Distinct()));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H6_H17_Last_Modified_is_in_whole_seconds_and_not_after_Date(string target)
    {
        var answer = await site.GetAsync(target);

        AssertIsNow(InstantOf(answer["Date"]));
        Assert.True(InstantOf(answer["Last-Modified"]) <= InstantOf(answer["Date"]));
    }

    [Fact]
    public async Task H6_a_file_that_is_dated_in_the_future_is_answered_with_now()
    {
        site.Site.Content.With("assets/future.png", "x");
        File.SetLastWriteTimeUtc(site.Site.Content.Full("assets/future.png"), DateTime.UtcNow.AddDays(2));

        var answer = await site.GetAsync("/assets/future.png");

        Assert.True(InstantOf(answer["Last-Modified"]) <= InstantOf(answer["Date"]));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H17_errors_are_dated_too(string target, int status)
    {
        var answer = await site.GetAsync(target);

        Assert.Equal(status, answer.Status);
        AssertIsNow(InstantOf(answer["Date"]));
    }

    // As far as a machine that is held up can tell; another time zone would be farther away.
    private static void AssertIsNow(DateTimeOffset date) =>
        Assert.InRange(date, DateTimeOffset.UtcNow.AddMinutes(-14), DateTimeOffset.UtcNow.AddMinutes(14));

    private static DateTimeOffset InstantOf(string? field) =>
        DateTimeOffset.ParseExact(field!, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
