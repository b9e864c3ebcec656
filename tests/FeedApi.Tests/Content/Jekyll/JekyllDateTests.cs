using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>The forms of dates that YAML and Ruby's <c>Time.parse</c> take, in a zone that changes its clocks.</summary>
public sealed class JekyllDateTests(JekyllComparison<JekyllDateTests.Site> site) : IClassFixture<JekyllComparison<JekyllDateTests.Site>>
{
    private static readonly string[] Dates =
    [
        "2015-03-04", "2015-3-4", "\"2015-3-4\"", "2015-03-04 05:06", "2015-03-04 5:06", "2015-3-4 5:6:7", "\"2015-03-04 05:06:07\"",
        "2015-03-04 05:06:07", "2015-03-04T05:06:07", "2015-03-04T05:06:07Z", "2015-03-04 05:06:07 Z", "2015-03-04 05:06:07.5",
        "2015-03-04 05:06:07.5 +0800", "2015-03-04 05:06:07 +0800", "2015-03-04 05:06:07 +08:00", "2015-03-04 05:06:07 +8",
        "2015-03-04 05:06 +0800", "2015-03-04 05:06:07 -0330", "2015-03-04T05:06:07-05:00", "2015-03-04 05:06:07 UTC",
        "2015-03-04 05:06:07 GMT", "2015-03-04 05:06:07 EST", "2015-03-04 05:06:07 PDT", "2015-03-04 05:06:07 CST",
        "2015-03-04 05:06:07 CET", "2015-03-04 05:06:07 CEST", "2015-03-04 05:06:07 JST", "2015-03-04 05:06:07 +0100 CET",
        "2015-03-04 5:06 PM", "2015-03-04 5:06pm", "2015-03-04 12:05 AM", "2015-03-04 05:06:07 AM", "2015-03-04 11 PM",
        "March 3, 2015", "Mar 3 2015", "3 March 2015", "3 Mar 2015 5:06", "March 3rd, 2015", "3rd March 2015", "Tue Mar 3 05:06:07 2015",
        "Tue, 3 Mar 2015 05:06:07 +0000", "Tuesday, March 3, 2015 5:06 PM", "2015/03/04", "2015/3/4 5:06", "2015.03.04", "20150304",
        "20150304T050607Z", "\"20150304050607\"", "20150304 05:06", "March 2015", "2015-063", "2015-03-29 02:30", "2015-10-25 02:30",
        "2015-03-29 02:30:00 +0100", "2015-07-01 12:00", "1969-12-31 23:59:59", "2038-01-19 03:14:08 +0000", "1900-01-01",
        "3-Mar-2015", "Mar-03-2015", "03/04/2015", "04.03.2015", "2015 March 4", "2015-Mar-04", "Sept 4, 2015", "2015-03-04, 5:06",
        "2015-03-04 at 5:06", "2015-03-04 5:06 a.m.", "Tue Mar  3 05:06:07 UTC 2015", "Wed 2015-03-04",
        "2015-02-30", "2015-02-30 05:06:07", "2015-03-04 24:00", "2015-03-04 05:06 GMT+8", "2015-03-04 05", "2015-03-04 05:06 (CST)",
    ];

    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_date_is_the_instant_that_it_is_in_Jekyll(string rule) => site.AssertRule(rule);

    // Clocks were put forward there at midnight: that day has none.
    [Theory]
    [InlineData("America/Sao_Paulo", "2015-10-18-gap.md", "title: T")]
    [InlineData("America/Sao_Paulo", "2016-02-20-twice.md", "date: 2016-02-20 23:30")]
    [InlineData("Asia/Kolkata", "2015-01-01-half.md", "date: 2015-01-01 00:15")]
    [InlineData("Pacific/Kiritimati", "2015-01-01-far.md", "date: 2015-01-01 00:15 +0000")]
    [InlineData("America/Havana", "2015-11-01-midnight-twice.md", "title: T")]
    [InlineData("Pacific/Apia", "2011-12-30-no-such-day.md", "title: T")]
    [InlineData("Europe/Dublin", "2015-01-01-negative.md", "date: 2015-03-29 01:30")]
    [InlineData("Africa/Casablanca", "2015-01-01-ramadan.md", "date: 2023-03-19 02:30")]
    [InlineData("UTC", "2015-01-01-utc.md", "date: 2015-01-01 00:15:16")]
    public async Task A_date_is_the_instant_that_it_is_in_Jekyll_in_any_zone(string zone, string name, string frontMatter)
    {
        var fixture = JekyllFixture.Post(zone, name, frontMatter);
        var run = await JekyllRun.OfAsync($"timezone: {zone}\n", [fixture]);
        if (run is null) Assert.Skip(JekyllSiteExtensions.Missing);
        run.Verify(fixture);
    }

    public sealed class Site : IJekyllSite
    {
        public static string Config => "timezone: Europe/Berlin\nfuture: true\n";

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            .. Dates.Select((date, index) => JekyllFixture.Post($"The date {date}", $"2014-01-02-date-{index}.md", $"date: {date}")),
            JekyllFixture.Post("The date of the file's name is midnight in winter", "2015-01-01-winter.md", "title: T"),
            JekyllFixture.Post("The date of the file's name is midnight in summer", "2015-07-01-summer.md", "title: T"),
            JekyllFixture.Post("A file's name may have 30 February", "2015-02-30-rolled.md", "title: T"),
            JekyllFixture.Post("A file's name may have 31 June", "15-6-31-rolled-too.md", "title: T"),
            JekyllFixture.Post("A file's name may have month 13 when a date is given", "2015-13-01-month.md", "date: 2015-03-04"),
        ];
    }
}
