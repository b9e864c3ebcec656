using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>The setting <c>defaults</c>: which sets apply to a post, and which goes first.</summary>
public sealed class JekyllDefaultsTests(JekyllComparison<JekyllDefaultsTests.Site> site)
    : IClassFixture<JekyllComparison<JekyllDefaultsTests.Site>>
{
    public static TheoryData<string> Rules => Site.Fixtures.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Defaults_apply_as_in_Jekyll(string rule) => site.AssertRule(rule);

    public sealed class Site : IJekyllSite
    {
        public static string Config => """
            permalink: /:categories/:title/
            defaults:
              - values: {tags: [everywhere]}
              - scope: {path: "", type: posts}
                values: {tags: [posts], layout: post}
              - scope: {path: "_posts/long/path", type: posts}
                values: {tags: [long, path], categories: [deep]}
              - scope: {path: "_posts/long"}
                values: {tags: [long]}
              - scope: {path: "_posts/same", type: posts}
                values: {tags: [typed]}
              - scope: {path: "_posts/same"}
                values: {tags: [untyped]}
              - scope: {path: "_posts/last", type: posts}
                values: {tags: [first]}
              - scope: {path: "_posts/last", type: posts}
                values: {tags: [second]}
              - scope: {path: "_posts/pages", type: pages}
                values: {tags: [pages]}
              - scope: {path: "_posts/glob/*/inner"}
                values: {tags: [glob]}
              - scope: {path: "_posts/glob/**/leaf*.md"}
                values: {tags: [leaf]}
              - scope: {path: "/_posts/rooted"}
                values: {tags: [rooted]}
              - scope: {path: "_posts/values", type: post}
                values: {title: From defaults, date: "2011-02-03", slug: from-defaults, categories: one two}
              - scope: {path: "_posts/own", type: posts}
                values: {permalink: "/own/:year/:title.html", category: single}
              - scope: {path: "_posts/hidden", type: posts}
                values: {published: false}
              - scope: {path: "blog", type: posts}
                values: {tags: [blog]}
              - scope: {path: "_posts/2016"}
                values: {tags: [prefix]}
            """;

        public static IReadOnlyList<JekyllFixture> Fixtures { get; } =
        [
            JekyllFixture.Post("A set for all posts", "2015-01-01-all.md", "title: T"),
            JekyllFixture.Post("A post's own value goes first", "2015-01-02-own.md", "tags: [own]"),
            JekyllFixture.Post("An unset value leaves the default", "2015-01-03-unset.md", "tags:"),
            JekyllFixture.Post("The longer path goes first", "long/path/2015-01-04-longer.md", "title: T"),
            JekyllFixture.Post("The shorter path applies where the longer does not", "long/2015-01-05-shorter.md", "title: T"),
            JekyllFixture.Post("Categories of defaults and post are put together", "long/path/2015-01-06-both.md", "categories: mine deep"),
            JekyllFixture.Post("Of two sets with one path that with a type goes first", "same/2015-01-07-typed.md", "title: T"),
            JekyllFixture.Post("Of two like sets the later goes first", "last/2015-01-08-later.md", "title: T"),
            JekyllFixture.Post("A set for pages is none for posts", "pages/2015-01-09-pages.md", "title: T"),
            JekyllFixture.Post("A glob names folders", "glob/x/inner/2015-01-10-inner.md", "title: T"),
            JekyllFixture.Post("A glob does not name folders between", "glob/x/y/inner/2015-01-11-other.md", "title: T"),
            JekyllFixture.Post("Two stars are any number of folders", "glob/x/y/leaf/2015-01-12-leaf.md", "title: T"),
            JekyllFixture.Post("A path with a slash at its start applies to nothing", "rooted/2015-01-13-rooted.md", "title: T"),
            JekyllFixture.Post("Defaults give title, date, slug and categories", "values/2015-01-14-values.md", "layout: x"),
            JekyllFixture.Post(
                "The post's own title, date and slug go first",
                "values/2015-01-15-values.md",
                "title: Own\ndate: 2012-03-04\nslug: own-slug"),
            JekyllFixture.Post("Defaults give a permalink and one category", "own/2015-01-16-permalink.md", "title: T"),
            JekyllFixture.Post("One category of the defaults joins the post's categories", "own/2015-01-17-join.md", "categories: a b"),
            JekyllFixture.Post("Defaults hide", "hidden/2015-01-18-hidden.md", "title: T", Outcome.Hidden),
            JekyllFixture.Post("A post may show itself against the defaults", "hidden/2015-01-19-shown.md", "published: true"),
            JekyllFixture.At("A path names a folder above _posts", "blog/_posts/2015-01-20-blog.md", "title: T"),
            JekyllFixture.At("A path is the beginning of a path", "blogs/_posts/2015-01-21-blogs.md", "title: T"),
            JekyllFixture.Post("A path may end in the middle of a name", "2016-01-22-prefix.md", "title: T"),
            new("Defaults apply to posts without front matter", "_posts/long/2015-01-23-bare.md", "Only text.\n"),
        ];
    }
}
