using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>
/// The settings <c>include</c>, <c>exclude</c>, <c>show_drafts</c>, <c>unpublished</c>, <c>future</c> and <c>collections_dir</c>.
/// </summary>
public sealed class JekyllEntryTests(JekyllComparison<JekyllEntryTests.Site> site) : IClassFixture<JekyllComparison<JekyllEntryTests.Site>>
{
    private static readonly JekyllFixture[] Collections =
    [
        JekyllFixture.At("Posts are below the folder for collections", "things/_posts/2015-01-01-a.md", "title: T\npermalink: /p/:path/"),
        JekyllFixture.At("Folders below it are categories", "things/news/_posts/2015-01-02-b.md", "title: T"),
        JekyllFixture.At("Posts elsewhere are told", "_posts/2015-01-03-c.md", "title: T", Outcome.Told),
        JekyllFixture.At("Defaults go by the path below it", "things/_posts/deep/2015-01-04-d.md", "title: T"),
    ];

    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Files_count_as_in_Jekyll(string rule) => site.AssertRule(rule);

    [Fact]
    public async Task Collections_may_have_a_folder_of_their_own()
    {
        var run = await JekyllRun.OfAsync(
            "collections_dir: things\ndefaults:\n  - scope: {path: _posts/deep}\n    values: {tags: [deep]}\n", Collections);
        if (run is null) Assert.Skip(JekyllSiteExtensions.Missing);
        foreach (var fixture in Collections) run.Verify(fixture);
    }

    public sealed class Site : IJekyllSite
    {
        public static string Config => """
            include: [_included, .dotted, "2015-02-07-*"]
            exclude: [old, _posts/draft-*, "*.bak.md", "years/201[0-3]*", "*/skip?/*", file.md, tail/, "2015-02-07-kept.md"]
            show_drafts: true
            unpublished: true
            future: true
            """;

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            JekyllFixture.At("An excluded folder", "old/_posts/2015-01-01-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("An excluded word is the beginning of a name", "older/_posts/2015-01-02-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("An excluded word counts at the root only", "new/old/_posts/2015-01-03-a.md", "title: T"),
            JekyllFixture.Post("An excluded pattern below _posts", "draft-x/2015-01-04-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.Post("A star reaches over slashes", "deep/2015-01-05-a.bak.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("A class of letters", "years/2012/_posts/2015-01-06-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("A letter outside the class", "years/2014/_posts/2015-01-07-a.md", "title: T"),
            JekyllFixture.Post("A question mark is one letter", "skip1/2015-01-08-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.Post("A question mark is not two letters", "skip12/2015-01-09-a.md", "title: T"),
            JekyllFixture.Post("A file of another folder is not excluded by its name", "2015-01-10-file.md", "title: T"),
            JekyllFixture.At("A folder with a slash at its end", "tail/_posts/2015-01-11-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("A folder that only begins like one with a slash", "tails/_posts/2015-01-12-a.md", "title: T"),
            JekyllFixture.At("An included hidden folder", "_included/_posts/2015-02-01-a.md", "title: T"),
            JekyllFixture.At("A hidden folder that is not included", "_other/_posts/2015-02-02-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.Post("Included goes before excluded", "2015-02-07-kept.md", "title: T"),
            JekyllFixture.At("A draft with a date of its own", "_drafts/idea.md", "date: 2015-03-01\ntitle: T"),
            JekyllFixture.At("A draft with a date in its name", "_drafts/2015-03-02-idea.md", "title: T"),
            JekyllFixture.At("A draft below a folder", "news/_drafts/thought.md", "date: 2015-03-03"),
            JekyllFixture.At("A draft in a folder below _drafts", "_drafts/deep/part-two.md", "date: 2015-03-04\ncategories: a"),
            JekyllFixture.Post("A post that is marked as draft", "2015-03-05-marked.md", "draft: true"),
            JekyllFixture.Post("A post that is not published", "2015-03-06-unpublished.md", "published: false"),
            JekyllFixture.Post("A post whose published has no value", "2015-03-07-unset.md", "published:"),
            JekyllFixture.Post("A post of the future", "2135-03-08-future.md", "title: T"),
        ];
    }
}
