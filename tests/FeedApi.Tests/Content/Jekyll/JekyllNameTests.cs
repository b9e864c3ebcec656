using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>What Jekyll makes of the names of files and folders, with its own default permalink.</summary>
public sealed class JekyllNameTests(JekyllComparison<JekyllNameTests.Site> site) : IClassFixture<JekyllComparison<JekyllNameTests.Site>>
{
    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_name_means_what_it_means_to_Jekyll(string rule) => site.AssertRule(rule);

    public sealed class Site : IJekyllSite
    {
        public static string Config => "title: Names\n";

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            JekyllFixture.Post("The default permalink is that of the style date", "2015-01-01-plain-name.md", "title: T"),
            JekyllFixture.Post("Month and day may have one digit", "2015-2-3-short-date.md", "title: T"),
            JekyllFixture.Post("A year may have two digits", "15-03-04-two-digits.md", "title: T"),
            JekyllFixture.Post("A year of two digits may be of the last century", "99-03-05-last-century.md", "title: T"),
            JekyllFixture.Post(
                "The slug gives the title, each word with one capital", "2015-01-02-how-iPhones-workHARD.md", "layout: post"),
            JekyllFixture.Post("Only hyphens part the words of a title", "2015-01-03-snake_case_name.md", "layout: post"),
            JekyllFixture.Post("Doubled hyphens are one in the address", "2015-01-04-a--b---c.md", "layout: post"),
            JekyllFixture.Post("A slug of digits", "2015-01-05-2016.md", "layout: post"),
            JekyllFixture.Post("Dots inside a slug stay", "2015-01-06-version-1.2.3.md", "layout: post"),
            JekyllFixture.Post("Dots at the end of a slug go", "2015-01-07-and-so-on....md", "layout: post"),
            JekyllFixture.Post("Two dots inside a slug part the address", "2015-01-08-a..b.md", "layout: post"),
            JekyllFixture.Post("Capitals stay in the address", "2015-01-09-ReadMe-First.md", "layout: post"),
            JekyllFixture.Post("Signs that may stand in an address stay", "2015-01-10-a+b=c;d,e~f!g$h&i'j(k)l@m.md", "layout: post"),
            JekyllFixture.Post("Other signs become one hyphen", "2015-01-11-a#b%c^d[e]f{g}.md", "layout: post"),
            JekyllFixture.Post("Spaces become hyphens", "2015-01-12-with some spaces.md", "layout: post"),
            JekyllFixture.Post("Letters of other scripts stay", "2015-01-13-潮汐-笔记.md", "layout: post"),
            JekyllFixture.Post("Letters of full width stay as wide as they are", "2015-01-14-ＡＢＣ１２.md", "layout: post"),
            JekyllFixture.Post("Letters with marks stay", "2015-01-15-été-à-Zürich.md", "layout: post"),
            JekyllFixture.Post("Pictures become hyphens", "2015-01-16-sun☀️shine😀.md", "layout: post"),
            JekyllFixture.Post("Every ending of Markdown counts: mkd", "2015-01-17-ending.mkd", "layout: post"),
            JekyllFixture.Post("Every ending of Markdown counts: markdown", "2015-01-18-ending.markdown", "layout: post"),
            JekyllFixture.Post("Every ending of Markdown counts: mkdown", "2015-01-19-ending.mkdown", "layout: post"),
            JekyllFixture.Post("HTML keeps its ending", "2015-01-20-ending.html", "layout: post"),
            JekyllFixture.Post("HTML with a short ending keeps it", "2015-01-21-ending.htm", "layout: post"),
            JekyllFixture.Post("The ending may be in capitals", "2015-01-22-ending.MD", "layout: post"),
            JekyllFixture.Post("A folder below _posts says nothing", "2015/deep/2015-01-23-below.md", "layout: post"),
            JekyllFixture.At("Folders above _posts are categories", "news/world/_posts/2015-01-24-above.md", "layout: post"),
            JekyllFixture.At(
                "Folders above _posts go before the categories of the front matter",
                "news/_posts/2015-01-25-first.md",
                "categories: own news"),
            JekyllFixture.At("Folders above _posts keep their capitals", "Big News/_posts/2015-01-26-capitals.md", "layout: post"),
            JekyllFixture.At(
                "Folders between _posts and _posts say nothing", "outer/_posts/inner/_posts/2015-01-27-twice.md", "layout: post"),
            JekyllFixture.At("A folder of Chinese letters is a category", "新闻/_posts/2015-01-28-cjk.md", "layout: post"),
            JekyllFixture.At("A folder with a dot inside is a category", "v1.0/_posts/2015-01-29-dotted.md", "layout: post"),
            new("A post without front matter is a post", "_posts/2015-01-30-bare.md", "Only text.\n"),
            new("Front matter may be empty", "_posts/2015-01-31-empty.md", "---\n---\nText.\n"),
            new("Front matter may end with dots", "_posts/2015-02-01-dots.md", "---\ntitle: Dots\n...\nText.\n"),
            new("Spaces may follow the fences", "_posts/2015-02-02-spaces.md", "---  \ntitle: Spaces\n---\t \nText.\n"),
            new("Lines may end as on Windows", "_posts/2015-02-03-windows.md", "---\r\ntitle: Windows\r\ntags: [a, b]\r\n---\r\nText.\r\n"),
            new("A byte order mark may stand first", "_posts/2015-02-04-bom.md", "\uFEFF---\ntitle: Mark\n---\nText.\n"),
            new("Empty lines may stand above the first key", "_posts/2015-02-05-blank.md", "---\n\n\ntitle: Blank\n\n---\n\nText.\n"),
            new("A fence inside the text ends nothing", "_posts/2015-02-06-rule.md", "---\ntitle: Rule\n---\nOne.\n\n---\n\nTwo.\n"),
            new("Four hyphens open no front matter", "_posts/2015-02-07-four.md", "----\ntitle: No\n----\nText.\n"),
            new("A line above the fence makes all of it text", "_posts/2015-02-20-late.md", "\n---\ntitle: Late\n---\nText.\n"),
            new(
                "A remark after the fence makes all of it text",
                "_posts/2015-02-21-remark.md",
                "--- # remark\ntitle: Remark\n---\nText.\n"),
            new(
                "Remarks inside front matter say nothing",
                "_posts/2015-02-22-remarks.md",
                "---\n# one\ntitle: Remarks # two\n---\nText.\n"),
            new("A post may end with its front matter", "_posts/2015-02-23-end.md", "---\ntitle: End\n---"),
            JekyllFixture.Post("A name without a date is told", "undated.md", "date: 2015-02-08", Outcome.Told),
            JekyllFixture.Post("A name of a date alone is told", "2015-02-09.md", "title: T", Outcome.Told),
            JekyllFixture.Post(
                "A name with an underscore between date and slug is told", "2015-02-10_slug.md", "date: 2015-02-10", Outcome.Told),
            JekyllFixture.Post("A name that begins with a letter is told", "x2015-02-11-slug.md", "date: 2015-02-11", Outcome.Told),
            JekyllFixture.Post("A hidden folder below _posts is told", "_old/2015-02-12-hidden.md", "title: T", Outcome.Told),
            JekyllFixture.Post("A folder with a number sign below _posts is told", "#old/2015-02-13-hidden.md", "title: T", Outcome.Told),
            JekyllFixture.Post("A hidden folder further below is read", "deep/_old/2015-02-14-shown.md", "title: T"),
            JekyllFixture.At(
                "A hidden folder above _posts is not looked into", "_old/_posts/2015-02-15-hidden.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("Drafts are not shown", "_drafts/idea.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("Pages are no posts", "about/2015-02-16-page.md", "title: T", Outcome.Hidden),
            JekyllFixture.At("Collections are no posts", "_recipes/2015-02-17-soup.md", "title: T", Outcome.Hidden),
            JekyllFixture.At(
                "What comes with packages is not looked into", "node_modules/x/_posts/2015-02-18-x.md", "title: T", Outcome.Hidden),
            JekyllFixture.At(
                "What comes with gems is not looked into", "vendor/bundle/x/_posts/2015-02-19-x.md", "title: T", Outcome.Hidden),
        ];
    }
}
