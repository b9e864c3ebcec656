using System.Globalization;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>
/// Dates of a Hugo site in Asia/Shanghai: the instant, and the code of the problem. Recorded of Hugo 0.111.3, which reads each of those
/// without a problem, or with <c>doubtful-date</c>, at the same instant.
/// </summary>
public sealed class HugoDateTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1704160800", "2024-01-02T02:00:00Z")]
    [InlineData("1_704_160_800", "2024-01-02T02:00:00Z")]
    [InlineData("Tue, 02 Jan 2024 10:00:00 GMT", "2024-01-02T02:00:00Z", "doubtful-date")]
    [InlineData("Tue, 02 Jan 2024 10:00:00 UTC", "2024-01-02T02:00:00Z", "doubtful-date")]
    [InlineData("02 Jan 24 10:00 MST", "2024-01-02T02:00:00Z", "doubtful-date")]
    [InlineData("02 Jan 24 10:00 XYZ", "2024-01-02T02:00:00Z", "doubtful-date")]
    [InlineData("Tuesday, 02-Jan-24 10:00:00 EST", "2024-01-02T02:00:00Z", "doubtful-date")]
    [InlineData("Tue Jan  2 10:00:00 CST 2024", "2024-01-02T02:00:00Z")]
    [InlineData("Tue Jan  2 10:00:00 2024", "2024-01-02T02:00:00Z")]
    [InlineData("Tue, 02 Jan 2024 10:00:00 -0700", "2024-01-02T17:00:00Z")]
    [InlineData("Tue Jan 02 10:00:00 +0800 2024", "2024-01-02T02:00:00Z")]
    [InlineData("2024-01-02 10:00:00 +0000 UTC", "2024-01-02T10:00:00Z")]
    public void A_date_is_read_as_Hugo_reads_it(string written, string expected, string? code = null)
    {
        var reading = Site($"date: {written}").Read("content/posts/a.md");

        Assert.Equal(expected, InstantOf(reading.Post!.Published));
        Assert.Equal(code, reading.Problems.Select(problem => problem.Code).SingleOrDefault());
    }

    [Theory]
    [InlineData("date = 1704160800", "2024-01-02T02:00:00Z")]
    [InlineData("date = 'Tue, 02 Jan 2024 10:00:00 GMT'", "2024-01-02T02:00:00Z")]
    public void So_is_one_in_TOML(string line, string expected)
    {
        Site("").With("content/posts/a.md", $"+++\n{line}\n+++\nText.\n");

        Assert.Equal(expected, InstantOf(folder.Read("content/posts/a.md").Post!.Published));
    }

    [Theory]
    [InlineData("publishDate: 4070908800", "2099-01-01T00:00:00Z")]
    [InlineData("publishDate: 4070908800000", "9999-12-31T23:59:59Z")]
    [InlineData("published: 4070908800", "2099-01-01T00:00:00Z")]
    [InlineData("publishDate: 2099年1月1日", "2098-12-31T16:00:00Z")]
    [InlineData("pubdate: 二〇九九年一月一日", "2098-12-31T16:00:00Z")]
    public void A_post_may_be_shown_from_a_number_or_a_Chinese_date_on(string line, string expected)
    {
        var post = Site("date: 2024-01-02\n" + line).Read("content/posts/a.md").Post!;

        Assert.Equal(expected, InstantOf(post.ShownFrom!.Value));
    }

    [Fact]
    public void A_post_may_expire_at_a_number()
    {
        var post = Site("date: 2000-01-02\nexpiryDate: 1000000000").Read("content/posts/a.md").Post!;

        Assert.Equal("2001-09-09T01:46:40Z", InstantOf(post.ShownUntil!.Value));
    }

    [Theory]
    [InlineData("2024-01-02T10:00:60+08:00")]
    [InlineData("\"2024-01-02 10:00:60\"")]
    public void The_second_60_is_read_with_a_warning(string written)
    {
        var reading = Site($"date: {written}").Read("content/posts/a.md");

        Assert.Equal("2024-01-02T02:00:59Z", InstantOf(reading.Post!.Published));
        Assert.Equal("doubtful-date", Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("publishDate: soon")]
    [InlineData("pubdate: soon")]
    [InlineData("expiryDate: never")]
    [InlineData("unpublishDate: [2099]")]
    [InlineData("lastmod: lately")]
    [InlineData("date: 2024\npublishDate: 2024-01-02")]
    public void A_date_that_cannot_be_read_is_a_problem_beside_one_that_can(string lines)
    {
        var site = lines.StartsWith("date:", StringComparison.Ordinal) ? Site(lines) : Site("date: 2024-01-02\n" + lines);

        var problem = Assert.Single(site.Read("content/posts/a.md").Problems);

        Assert.Equal(("bad-date", lines.StartsWith("date:", StringComparison.Ordinal) ? 2 : 3), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData("date: 2024")]
    [InlineData("date: \"1704160800\"")]
    public void A_year_alone_and_a_text_of_figures_are_no_dates(string line) =>
        Assert.Null(Site(line).Read("content/posts/a.md").Post);

    private static string InstantOf(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private ContentFolder Site(string frontMatter) => folder
        .With("hugo.toml", "baseURL = 'https://tides.example/'\ntimeZone = 'Asia/Shanghai'\n")
        .With("content/posts/a.md", $"---\n{frontMatter}\n---\nText.\n");
}
