using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>A post's own <c>permalink</c> and <c>slug</c>, and every placeholder.</summary>
public sealed class JekyllPermalinkTests(JekyllComparison<JekyllPermalinkTests.Site> site)
    : IClassFixture<JekyllComparison<JekyllPermalinkTests.Site>>
{
    private static readonly string[] Placeholders =
    [
        "categories", "slugified_categories", "title", "slug", "name", "path", "collection", "output_ext",
        "year", "short_year", "month", "i_month", "short_month", "long_month", "day", "i_day", "y_day",
        "w_year", "week", "w_day", "short_day", "long_day", "hour", "minute", "second",
    ];

    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_address_is_what_it_is_in_Jekyll(string rule) => site.AssertRule(rule);

    public sealed class Site : IJekyllSite
    {
        public static string Config => "permalink: pretty\ntimezone: Asia/Shanghai\n";

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            .. Placeholders.Select((name, index) => JekyllFixture.Post(
                $"The placeholder :{name}",
                $"2014-12-29-Some.Thing-{index:00}.md",
                $"date: 2014-12-29 05:06:07 +0800\ncategories: [Big News, C#, 新闻]\npermalink: /x{index:00}-:{name}/:title/")),
            JekyllFixture.Post("An underscore may follow a placeholder", "2015-01-01-a.md", "permalink: /p/:year_:month_:day/:title/"),
            JekyllFixture.Post("A permalink without placeholders", "2015-01-02-a.md", "permalink: /p/fixed/"),
            JekyllFixture.Post("A permalink with an ending", "2015-01-03-a.md", "permalink: /p/fixed.html"),
            JekyllFixture.Post("A permalink with another ending", "2015-01-04-a.md", "permalink: /p/fixed.php"),
            JekyllFixture.Post("A permalink without an ending", "2015-01-05-a.md", "permalink: /p/fixed"),
            JekyllFixture.Post("A permalink without a slash at its start", "2015-01-06-a.md", "permalink: p/relative/"),
            JekyllFixture.Post("A permalink of one word is no style", "2015-01-07-a.md", "permalink: pretty"),
            JekyllFixture.Post("A permalink with doubled slashes", "2015-01-08-a.md", "permalink: /p//doubled///slash/"),
            JekyllFixture.Post("A permalink in Chinese", "2015-01-09-a.md", "permalink: /文章/:title/"),
            JekyllFixture.Post("A permalink with escapes", "2015-01-10-a.md", "permalink: /caf%C3%A9/:title/"),
            JekyllFixture.Post("A permalink with a space", "2015-01-11-a.md", "permalink: /two words/:title/"),
            JekyllFixture.Post("An unset permalink", "2015-01-12-a.md", "permalink:"),
            JekyllFixture.Post("An empty placeholder goes with its slash", "2015-01-13-a.md", "permalink: /p/:categories/:title/"),
            JekyllFixture.Post("A number as permalink", "2015-01-14-a.md", "permalink: \"/2015\""),
            JekyllFixture.Post("A slug of its own", "2015-01-15-file-name.md", "slug: my-own"),
            JekyllFixture.Post("A slug of its own leaves the title alone", "2015-01-16-from-file.md", "slug: other"),
            JekyllFixture.Post("A slug with capitals and spaces", "2015-01-17-a.md", "slug: My Own Slug"),
            JekyllFixture.Post("A slug with dots at its end", "2015-01-18-a.md", "slug: wait..."),
            JekyllFixture.Post("A slug with one dot at its end", "2015-01-19-a.md", "slug: wait."),
            JekyllFixture.Post("A slug with signs", "2015-01-20-a.md", "slug: \"a_b ~ c+d\""),
            JekyllFixture.Post("A slug in Chinese", "2015-01-21-a.md", "slug: 潮汐 笔记"),
            JekyllFixture.Post("A slug with a slash", "2015-01-22-a.md", "slug: a/b"),
            JekyllFixture.Post("An unset slug", "2015-01-23-from-name.md", "slug:"),
            JekyllFixture.Post(
                "The name of a file with trailing dots and a permalink", "2015-01-24-dots...md", "permalink: /:year/:title.html"),
            JekyllFixture.Post("A category with a slash is two folders", "2015-01-25-a.md", "categories: [news/world]"),
            JekyllFixture.Post("Categories with the same letters are one folder", "2015-01-26-a.md", "categories: [News, news x]"),
            JekyllFixture.Post("A category with a number sign", "2015-01-27-a.md", "categories: [c#]"),
            JekyllFixture.Post("A category with a colon", "2015-01-28-a.md", "categories: [\"part: one\"]"),
            JekyllFixture.Post("A category with signs", "2015-01-29-a.md", "categories: [\"a & b\", c++, \"d, e\", f_g, \"h!\"]"),
            JekyllFixture.Post("A category with dots", "2015-01-30-a.md", "categories: [node.js, v1.0]"),
            JekyllFixture.Post("A category with a dot at its end", "2015-01-31-a.md", "categories: [etc.]"),
            JekyllFixture.Post("A category of two dots leads nowhere", "2015-02-01-a.md", "categories: [\"..\", a]"),
            JekyllFixture.Post("Categories in capitals of other scripts", "2015-02-02-a.md", "categories: [ÉTÉ, ЛЕТО]"),
            JekyllFixture.Post("A category with a sign for per cent", "2015-02-08-a.md", "categories: [100%, \"5 % off\"]"),
            JekyllFixture.Post("A category with angle brackets", "2015-02-09-a.md", "categories: [\"<b>\"]"),
            JekyllFixture.Post(
                "A Turkish capital I", "2015-02-10-a.md", "categories: [İstanbul]\nslug: İzmir\npermalink: /:categories/:slug/"),
            JekyllFixture.Post("A slug that begins with a slash", "2015-02-11-a.md", "slug: /rooted"),
            JekyllFixture.Post(
                "Slugified categories",
                "2015-02-03-a.md",
                "categories: [Big  News!, C++, \"été 2015\"]\npermalink: /s/:slugified_categories/:slug.html"),
            JekyllFixture.Post("The day of the address is that of the site's zone", "2015-02-04-a.md", "date: 2015-02-04 23:30:00 -0800"),
            JekyllFixture.Post("The address goes by the front matter's date", "2015-02-05-a.md", "date: 2016-03-04"),
            JekyllFixture.Post(
                "The week may be of another year", "2015-02-06-a.md", "date: 2016-01-03\npermalink: /w/:w_year/:week/:w_day/:title/"),
        ];
    }
}
