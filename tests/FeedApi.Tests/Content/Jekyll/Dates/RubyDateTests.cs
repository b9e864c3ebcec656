using System.Diagnostics;
using System.Globalization;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll.Dates;

/// <summary>
/// Dates and names of files against what Jekyll made of them (<c>ruby-dates.tsv</c>, written by <c>ruby-dates.rb</c>). A line with a fifth
/// column is a declared difference.
/// </summary>
public sealed class RubyDateTests
{
    private const string NoDate = "none";
    private const string NamedDate = "2001-02-03";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content", "Jekyll", "Dates");

    private static readonly Fixture[] Fixtures =
        [.. File.ReadLines(Path.Combine(Folder, "ruby-dates.tsv")).Where(line => line[0] != '#').Select(Fixture.Of)];

    public static TheoryData<string> Zones => [.. Fixtures.Select(fixture => fixture.Zone).Distinct()];

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_date_is_the_instant_that_Jekyll_made_of_it(string zone)
    {
        using var folder = new ContentFolder();
        folder.With("_config.yml", $"timezone: {zone}");

        var differences = Fixtures.Where(fixture => fixture.Zone == zone)
            .Select(fixture => (fixture.Text, fixture.Expected, Actual: Read(folder, fixture)))
            .Where(fixture => fixture.Expected != fixture.Actual);

        Assert.Empty(differences);
    }

    [Fact]
    public void Nearly_all_dates_are_read_as_Jekyll_reads_them()
    {
        Assert.True(Fixtures.Length >= 120);
        Assert.InRange(Fixtures.Count(fixture => fixture.IsDeclared), 0, Fixtures.Length * 2 / 100);
    }

    [Fact]
    public async Task Jekyll_reads_the_dates_as_it_did()
    {
        if (!File.Exists("/usr/bin/jekyll")) Assert.Skip(JekyllSiteExtensions.Missing);
        var start = new ProcessStartInfo("/usr/bin/ruby", [Path.Combine(Folder, "ruby-dates.rb")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var ruby = Process.Start(start)!;
        var output = ruby.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var fixture in Fixtures) await ruby.StandardInput.WriteLineAsync(fixture.Line);
        ruby.StandardInput.Close();

        Assert.Equal(Fixtures.Select(fixture => fixture.Line), (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Read(ContentFolder folder, Fixture fixture) =>
        fixture.IsName ? ReadName(folder, fixture) : ReadDate(folder, fixture);

    // A date that is refused gives way to that of the file's name, with a problem.
    private static string ReadDate(ContentFolder folder, Fixture fixture)
    {
        var reading = folder.ReadPost($"---\ntitle: T\ndate: {fixture.Text}\n---\nx", NamedDate + "-a.md");
        var isRefused = reading.Problems.Any(
            problem => problem.Code == ProblemCodes.BadDate && problem.Action.Contains("file", StringComparison.Ordinal));
        return isRefused ? NoDate : InstantOf(reading.Post);
    }

    private static string ReadName(ContentFolder folder, Fixture fixture) =>
        InstantOf(folder.ReadPost("---\ntitle: T\n---\nx", fixture.Text).Post);

    private static string InstantOf(Post? post) =>
        post?.Published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? NoDate;

    private sealed record Fixture(string Line, string Zone, bool IsName, string Text, string Expected, bool IsDeclared)
    {
        public static Fixture Of(string line)
        {
            var columns = line.Split('\t');
            return new Fixture(line, columns[0], columns[1] == "name", columns[2], columns[^1], columns.Length == 5);
        }
    }
}
