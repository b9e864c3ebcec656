using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Categories, tags, titles and whether a post is shown, with every kind of value that front matter can have.</summary>
public sealed class JekyllTermTests(JekyllComparison<JekyllTermTests.Site> site) : IClassFixture<JekyllComparison<JekyllTermTests.Site>>
{
    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Front_matter_means_what_it_means_to_Jekyll(string rule) => site.AssertRule(rule);

    public sealed class Site : IJekyllSite
    {
        public static string Config => "title: Terms\n";

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            JekyllFixture.Post("Categories as a text are parted by white space", "2015-01-01-a.md", "categories: one  two\tthree"),
            JekyllFixture.Post("Commas part no categories", "2015-01-02-a.md", "categories: one, two"),
            JekyllFixture.Post("Categories as a list", "2015-01-03-a.md", "categories: [one, two words]"),
            JekyllFixture.Post("Categories as a block list", "2015-01-04-a.md", "categories:\n  - one\n  - two words"),
            JekyllFixture.Post("One category is never parted", "2015-01-05-a.md", "category: two words"),
            JekyllFixture.Post("One category may be a list", "2015-01-06-a.md", "category: [a, b]"),
            JekyllFixture.Post("Categories go before the one category", "2015-01-07-a.md", "category: single\ncategories: [plural, more]"),
            JekyllFixture.Post("Categories are named once", "2015-01-08-a.md", "categories: [a, b, a]\ncategory: b"),
            JekyllFixture.Post("Capitals of categories stay", "2015-01-09-a.md", "categories: [News, SPORT]"),
            JekyllFixture.Post("Categories as numbers", "2015-01-10-a.md", "categories: [2015, 7]"),
            JekyllFixture.Post("Categories as truth values", "2015-01-11-a.md", "categories: [true, false]"),
            JekyllFixture.Post("Unset categories", "2015-01-12-a.md", "categories:"),
            JekyllFixture.Post("Empty categories", "2015-01-13-a.md", "categories: []"),
            JekyllFixture.Post("Categories as an empty text", "2015-01-14-a.md", "categories: \"\""),
            JekyllFixture.Post("One unset category beside categories", "2015-01-15-a.md", "category:\ncategories: [a]"),
            JekyllFixture.Post("A number as one category", "2015-01-16-a.md", "category: 2015"),
            JekyllFixture.Post("A category in Chinese", "2015-01-17-a.md", "categories: 新闻 财经"),
            JekyllFixture.Post("A category with quotes", "2015-01-18-a.md", "category: 'the \"best\"'\npermalink: /q/"),
            JekyllFixture.Post("Lists in one category are made flat", "2015-01-19-a.md", "category: [[a, b], c]"),
            JekyllFixture.Post("An empty text as one category", "2015-01-20-a.md", "category: \"\""),
            JekyllFixture.Post("An empty text as one tag", "2015-01-21-a.md", "tag: \"\""),
            JekyllFixture.Post("Tags as an empty text", "2015-01-22-a.md", "tags: \"\""),
            JekyllFixture.Post("A list under the one tag", "2015-01-23-a.md", "tag: [a, b]"),
            JekyllFixture.Post("An unset tag beside tags", "2015-01-24-a.md", "tag:\ntags: [a, b]"),
            JekyllFixture.Post("Tags as a block list with an empty entry", "2015-01-25-a.md", "tags:\n  - a\n  -\n  - b"),
            JekyllFixture.Post("Tags as truth values", "2015-01-26-a.md", "tags: [true, false]"),
            JekyllFixture.Post("Categories over several lines", "2015-01-27-a.md", "categories: >\n  one two\n  three"),
            JekyllFixture.Post("Tags as a text are parted by white space", "2015-02-01-a.md", "tags: one two"),
            JekyllFixture.Post("Tags as a list", "2015-02-02-a.md", "tags: [one, two words]"),
            JekyllFixture.Post("One tag is never parted", "2015-02-03-a.md", "tag: two words"),
            JekyllFixture.Post("Lists in tags are made flat", "2015-02-04-a.md", "tags: [[a, b], c]"),
            JekyllFixture.Post("Unset tags are left out", "2015-02-05-a.md", "tags: [a, ~, b]"),
            JekyllFixture.Post("Unset tags", "2015-02-06-a.md", "tags:"),
            JekyllFixture.Post("Tags as numbers", "2015-02-07-a.md", "tags: [2015, 7]"),
            JekyllFixture.Post("A number as one tag", "2015-02-08-a.md", "tag: 2015"),
            JekyllFixture.Post("Tags keep their capitals", "2015-02-09-a.md", "tags: [Big, SMALL]"),
            JekyllFixture.Post("Commas part no tags", "2015-02-10-a.md", "tags: a, b"),
            JekyllFixture.Post("A number as title", "2015-03-01-a.md", "title: 2015"),
            JekyllFixture.Post("An unset title", "2015-03-02-a-b.md", "title:"),
            JekyllFixture.Post("A title of null", "2015-03-03-a-b.md", "title: null"),
            JekyllFixture.Post("A title in quotes", "2015-03-04-a.md", "title: \"The \\\"best\\\": a & b\""),
            JekyllFixture.Post("A folded title", "2015-03-05-a.md", "title: >\n  Two\n  lines"),
            JekyllFixture.Post("A title with line ends", "2015-03-06-a.md", "title: |\n  Two\n  lines"),
            JekyllFixture.Post("A title in Chinese", "2015-03-07-a.md", "title: 潮汐：笔记"),
            JekyllFixture.Post("A title with a number sign", "2015-03-08-a.md", "title: Learning C# # remark"),
            JekyllFixture.Post("A truth value as title", "2015-03-09-a.md", "title: true"),
            JekyllFixture.Post("A date as title", "2015-03-10-a.md", "title: 2015-03-04"),
            JekyllFixture.Post("A post that is not published", "2015-04-01-a.md", "published: false", Outcome.Hidden),
            JekyllFixture.Post("A post that is not published, in another word", "2015-04-02-a.md", "published: no", Outcome.Hidden),
            JekyllFixture.Post("A post that is published", "2015-04-03-a.md", "published: true"),
            JekyllFixture.Post("published without a value hides, and is told", "2015-04-04-a.md", "published:", Outcome.Told),
            JekyllFixture.Post("A post of the future", "2135-04-05-a.md", "title: T", Outcome.Hidden),
            JekyllFixture.Post("A post of the future by its front matter", "2015-04-06-a.md", "date: 2135-01-01", Outcome.Hidden),
            JekyllFixture.Post("A post of the past by its front matter", "2135-04-07-a.md", "date: 2015-01-01"),
            JekyllFixture.Post("No layout", "2015-05-01-a.md", "layout: null"),
            JekyllFixture.Post("Keys that say nothing", "2015-05-02-a.md", "layout: none\nfoo: {bar: [1, 2]}\nbaz:"),
            JekyllFixture.Post("Redirects as a text", "2015-05-03-a.md", "redirect_from: /old/"),
            JekyllFixture.Post("Redirects as a list", "2015-05-04-a.md", "redirect_from:\n  - /old/a\n  - /old/b.html"),
            JekyllFixture.Post("An ideographic space parts no categories", "2015-06-01-a.md", "categories: 新闻　财经 海"),
            JekyllFixture.Post("An ideographic space parts no tags", "2015-06-02-a.md", "tags: 新闻　财经 海"),
            JekyllFixture.Post("A no-break space parts no tags", "2015-06-03-a.md", "tags: a\u00a0b c"),
            JekyllFixture.Post("Spaces of typography part no tags", "2015-06-04-a.md", "tags: \"a\\u2003b\\u2009c d\""),
            JekyllFixture.Post("Tabs and line ends part tags", "2015-06-05-a.md", "tags: \"a\\tb\\nc\\rd  e\""),
            JekyllFixture.Post("A line separator parts no tags", "2015-06-06-a.md", "tags: \"a\\Lb\\Nc d\""),
            JekyllFixture.Post("An ideographic space in a list", "2015-06-07-a.md", "tags: [新闻　财经, 海]\ncategory: 甲　乙"),
            JekyllFixture.Post("A key that stands twice counts as last written", "2015-05-05-a.md", "title: first\ntitle: second"),
        ];
    }
}
