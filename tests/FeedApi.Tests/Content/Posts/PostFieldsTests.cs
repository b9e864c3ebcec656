using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

public sealed class PostFieldsTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("no")]
    [InlineData("012")]
    [InlineData("1e3")]
    [InlineData(".inf")]
    [InlineData("a <b> c &amp; d")]
    [InlineData("true")]
    [InlineData("1.10")]
    public void A_title_is_kept_as_typed(string title) => Assert.Equal(title, folder.Shown("title: " + title).Title);

    [Theory]
    [InlineData("title: ~")]
    [InlineData("title: null")]
    [InlineData("title:")]
    [InlineData("title: \"  \"")]
    [InlineData("other: x")]
    public void Without_a_title_the_slug_gives_one(string line) => Assert.Equal("A Post", folder.Shown(line).Title);

    [Theory]
    [InlineData("title: [a]")]
    [InlineData("title: {a: b}")]
    [InlineData("image: [a]")]
    [InlineData("tags: {a: b}")]
    [InlineData("author: {email: a@b.example}")]
    [InlineData("lang: not a language")]
    [InlineData("slug: [x]")]
    [InlineData("date: [2024]")]
    [InlineData("enclosure: {type: audio/mpeg}")]
    public void A_value_of_the_wrong_kind_is_noted_and_not_used(string line)
    {
        var reading = folder.ReadPost($"---\n{line}\n---\nx");

        Assert.NotNull(reading.Post);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.FieldType, ProblemSeverity.Warning, 2), (problem.Code, problem.Severity, problem.Line));
    }

    [Fact]
    public void A_name_of_which_nothing_is_visible_is_none()
    {
        var post = folder.Shown("title: T\ncategories: [\"\\uFEFF\", a]\ntags: [\"\\u200B\"]\nauthor: {name: \"\\uFEFF\\u200B\"}");

        Assert.Equal(["a"], post.Categories);
        Assert.Empty(post.Tags);
        Assert.Empty(post.Authors);
    }

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        var reading = folder.ReadPost($"---\ntitle: {new string('a', 1_023)}😀😀\n---\nx");

        Assert.Equal(1_023, reading.Post!.Title.Length);
        Assert.Equal(ProblemCodes.FieldTooLong, reading.Problems[0].Code);
    }

    [Fact]
    public void Plural_texts_are_split_on_white_space_and_singular_ones_are_not()
    {
        var post = folder.Shown("category: Long Reads\ncategories: a  b a\ntag: x y\ntags: [p q, r, ~, p q]");

        Assert.Equal(["a", "b", "Long Reads"], post.Categories);
        Assert.Equal(["x y", "p q", "r"], post.Tags);
    }

    [Fact]
    public void Without_Jekyll_the_one_category_goes_first()
    {
        folder.With("_config.yml", "feedapi:\n  jekyll: false");

        Assert.Equal(["Long Reads", "a", "b"], folder.Shown("category: Long Reads\ncategories: a  b a").Categories);
    }

    [Fact]
    public void Splitting_can_be_turned_off()
    {
        folder.With("_config.yml", "feedapi:\n  split_categories: false");

        var post = folder.Shown("categories: a b\ntags: c d");

        Assert.Equal(["a b"], post.Categories);
        Assert.Equal(["c d"], post.Tags);
    }

    [Fact]
    public void Only_64_categories_count()
    {
        var reading = folder.ReadPost($"---\ncategories: {string.Join(' ', Enumerable.Range(0, 70))}\n---\nx");

        Assert.Equal(64, reading.Post!.Categories.Count);
        Assert.Equal(ProblemCodes.FieldTooLong, reading.Problems[0].Code);
    }

    [Fact]
    public void Authors_come_as_names_keys_objects_and_lists()
    {
        folder.With("_data/authors.yml", "ann:\n  name: Ann Lee\n  url: https://ann.example\n  email: ann@ann.example\nbob: Bob");

        Assert.Equal([new PostAuthor("Ann Lee", "ann", "https://ann.example", "ann@ann.example")], folder.Shown("author: Ann").Authors);
        Assert.Equal([new PostAuthor("Lee, Ann", "Lee, Ann")], folder.Shown("author: Lee, Ann").Authors);
        Assert.Equal(
            [new PostAuthor("Bob", "bob"), new PostAuthor("Cy", "cy-1", "https://cy.example")],
            folder.Shown("authors:\n  - bob\n  - {name: Cy, slug: cy-1, uri: 'https://cy.example'}").Authors);
        Assert.Null(folder.Shown("author: {name: Eve, url: 'javascript:alert(1)'}").Authors[0].Url);
    }

    [Fact]
    public void Images_and_enclosures_come_as_addresses_and_objects()
    {
        Assert.Equal(new PostImage("/a.jpg"), folder.Shown("image: /a.jpg").Image);
        Assert.Equal(
            new PostImage("b.jpg", "A hill", 640, 480), folder.Shown("image: {path: b.jpg, alt: A hill, width: 640px, height: 480}").Image);
        Assert.Equal(
            [new PostEnclosure("/a.mp3"), new PostEnclosure("/b.mp3", "audio/mpeg", 12_345_678_901)],
            folder.Shown("enclosure: /a.mp3\nenclosures: [{url: /b.mp3, type: audio/mpeg, length: 12345678901}]").Enclosures);
    }

    [Fact]
    public void The_summary_is_the_first_of_excerpt_description_and_summary()
    {
        folder.With("_config.yml", "feedapi:\n  jekyll: false");

        Assert.Equal("E", folder.Shown("summary: S\ndescription: D\nexcerpt: E").Summary);
        Assert.Equal("S", folder.Shown("summary: S\ndescription: ").Summary);
    }

    [Theory]
    [InlineData("excerpt: E\ndescription: D", "D")]
    [InlineData("excerpt: E\ndescription: false", "E")]
    [InlineData("excerpt: E\ndescription: \"\"", "E")]
    [InlineData("summary: S\ndescription:", "S")]
    [InlineData("excerpt: false\nsummary: S", null)]
    public void The_description_goes_first_in_a_Jekyll_site(string frontMatter, string? expected) =>
        Assert.Equal(expected, folder.Shown(frontMatter).Summary);

    [Theory]
    [InlineData("false")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("\"none\"")]
    [InlineData("off")]
    [InlineData("{path: false}")]
    public void A_post_may_want_no_image(string written)
    {
        var post = folder.Shown("image: " + written);

        Assert.Null(post.Image);
        Assert.True(post.HasNoImage);
    }

    [Theory]
    [InlineData("published: false", true)]
    [InlineData("published: no", true)]
    [InlineData("draft: true", true)]
    [InlineData("draft: false", false)]
    [InlineData("published: true", false)]
    public void Drafts_and_unpublished_posts_are_hidden(string line, bool isHidden) => Assert.Equal(isHidden, folder.Shown(line).IsHidden);

    [Fact]
    public void Ids_and_guids_come_from_the_front_matter_or_the_file()
    {
        var plain = folder.Shown("title: x", "2024-05-06-Some Name.markdown");
        Assert.Equal(("2024-05-06-Some Name", null, "Some-Name"), (plain.Id, plain.Guid, plain.Slug));

        var own = folder.Shown("id: 12\nslug: Other");
        Assert.Equal(("12", "12", "Other"), (own.Id, own.Guid, own.Slug));

        var both = folder.Shown("id: a\nguid: https://old.example/?p=1");
        Assert.Equal(("a", "https://old.example/?p=1"), (both.Id, both.Guid));
    }

    [Theory]
    [InlineData("id: ../../etc/passwd", "etc-passwd")]
    [InlineData("id: \"a\\u202eb/c\"", "ab-c")]
    [InlineData("id: ..", "u-2e-2e")]
    public void An_id_that_is_no_path_segment_becomes_a_slug(string line, string id)
    {
        var reading = folder.ReadPost($"---\n{line}\n---\nx");

        Assert.Equal(id, reading.Post!.Id);
        Assert.Equal(ProblemCodes.BadSlug, reading.Problems[0].Code);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/a/../../x")]
    [InlineData("/%2e%2e/x")]
    [InlineData("/%252e%252e/x")]
    [InlineData("//evil.example/x")]
    [InlineData("/%2fevil.example")]
    [InlineData("https://evil.example/x")]
    [InlineData("'/a\\..\\b'")]
    [InlineData("/a?b")]
    public void Permalinks_and_redirects_cannot_leave_the_site(string path)
    {
        var reading = folder.ReadPost($"---\npermalink: {path}\nredirect_from:\n  - {path}\n  - /fine/\naliases: also/fine\n---\nx");

        Assert.Null(reading.Post!.Permalink);
        Assert.Equal(["/fine/", "/also/fine"], reading.Post.Redirects);
        Assert.All(
            reading.Problems, problem => Assert.Contains(problem.Code, new[] { ProblemCodes.BadSlug, ProblemCodes.ForbiddenCharacters }));
    }

    [Fact]
    public void Invisible_characters_are_stripped_from_slugs()
    {
        Assert.Equal("abc", folder.Shown("slug: \"a\\u202Eb\\u200Bc\"").Slug);
        Assert.Equal("河流", folder.Shown("slug: 河流").Slug);
    }

    [Fact]
    public void A_title_that_nobody_can_see_is_none() => Assert.Equal("A Post", folder.Shown("title: \"\\ufeff\\u200b\"").Title);

    [Fact]
    public void Folders_above_posts_are_categories_as_in_jekyll()
    {
        Assert.Equal(
            ["news", "local", "y"],
            folder.With("news/local/_posts/2024-01-01-a.md", "---\ncategories: y news\n---\nx")
                .Read("news/local/_posts/2024-01-01-a.md").Post!.Categories);
        Assert.Empty(
            folder.With("_posts/sub/2024-01-01-b.md", "---\ntitle: t\n---\nx").Read("_posts/sub/2024-01-01-b.md").Post!.Categories);
    }

    [Fact]
    public void An_empty_or_false_summary_gives_way()
    {
        Assert.Equal("D", folder.Shown("excerpt: \"\"\ndescription: D").Summary);
        Assert.Null(folder.Shown("excerpt: false").Summary);
    }

    [Fact]
    public void Other_keys_are_kept_as_written()
    {
        var post = folder.Shown(
            "layout: post\nrating: 5\nshare: 1.5\nversion: 1.10\ncode: 012\nsticky: true\nquoted: \"5\"\nnone: ~\nnested: {a: [1, x, ~]}");

        Assert.Equal(
            """{"layout":"post","rating":5,"share":1.5,"version":"1.10","code":"012","sticky":true,"quoted":"5","""
            + """
              "none":null,"nested":{"a":[1,"x",null]}}
              """,
            post.Meta!.ToJsonString());
        Assert.Null(folder.Shown("title: x").Meta);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("10:05", 605)]
    [InlineData("\"1:02:03\"", 3723)]
    [InlineData("1:60", null)]
    [InlineData("0", null)]
    [InlineData("99999999999", null)]
    [InlineData("an hour", null)]
    public void The_duration_of_an_enclosure_is_in_seconds_or_parts_of_an_hour(string written, int? seconds) =>
        Assert.Equal(seconds, Assert.Single(folder.Shown($"enclosure: {{url: /a.mp3, duration: {written}}}").Enclosures).DurationSeconds);
}
