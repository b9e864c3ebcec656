using CsCheck;
using FeedApi.Content.Posts;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

public sealed class FrontMatterTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("title: \"Expert: \"green\" is the \"new\"\"", "Expert: \"green\" is the \"new\"")]
    [InlineData("title: Part one: the river", "Part one: the river")]
    [InlineData("title: 'it's here'", "it's here")]
    [InlineData("title: \"Never closed", "Never closed")]
    [InlineData("title: \"Ship\" sails", "\"Ship\" sails")]
    [InlineData("title: @home", "@home")]
    [InlineData("title: `code`", "`code`")]
    [InlineData("title: %d percent", "%d percent")]
    [InlineData("title: [Video] The river", "[Video] The river")]
    [InlineData("title:\tTabbed: twice", "Tabbed: twice")]
    [InlineData("title:Glued", "Glued")]
    public void A_line_that_only_a_human_can_read_is_repaired(string line, string title)
    {
        var reading = folder.ReadPost($"---\nlayout: post\n{line}\ntags: a b\n---\nBody.");

        Assert.Equal(title, reading.Post?.Title);
        Assert.Equal(["a", "b"], reading.Post!.Tags);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.FrontMatterRepaired, ProblemSeverity.Warning, 3), (problem.Code, problem.Severity, problem.Line));
    }

    [Fact]
    public void A_repair_leaves_valid_lines_block_texts_and_lists_alone()
    {
        var post = folder.Shown(
            "title: Part: two\nexcerpt: |\n  note: \"this\" stays\n  as: it: is\ntags:\n  - one\n  - \"two\"\nquoted: \"a: b\" # remark");

        Assert.Equal("note: \"this\" stays\nas: it: is\n", post.Summary);
        Assert.Equal(["one", "two"], post.Tags);
        Assert.Equal("a: b", (string?)post.Meta!["quoted"]);
    }

    [Fact]
    public void An_opening_quote_does_not_swallow_the_keys_below()
    {
        var post = folder.Shown("title: \"Cut\ndate: 2024-01-02\nauthor: \"Ann\"");

        Assert.Equal("Cut", post.Title);
        Assert.Equal("Ann", Assert.Single(post.Authors).Name);
    }

    [Theory]
    [InlineData("a: &a [*a]", ProblemCodes.YamlAlias)]
    [InlineData("<<: *base\ntitle: x", ProblemCodes.YamlAlias)]
    [InlineData("[a, b", ProblemCodes.FrontMatterInvalid)]
    [InlineData("just words", ProblemCodes.FrontMatterInvalid)]
    [InlineData("- a\n- b", ProblemCodes.FrontMatterInvalid)]
    [InlineData("? {a: b}\n: c", ProblemCodes.FrontMatterInvalid)]
    public void What_is_refused_holds_the_post_and_names_line_and_column(string yaml, string code)
    {
        var reading = folder.ReadPost($"---\n{yaml}\n---\nBody.");

        Assert.Null(reading.Post);
        var problem = Assert.Single(reading.Problems, each => each.Severity == ProblemSeverity.Error);
        Assert.Equal(code, problem.Code);
        Assert.True(problem is { Line: >= 2, Column: >= 1 });
    }

    [Fact]
    public void Sixteen_levels_pass_and_seventeen_do_not()
    {
        Assert.NotNull(folder.ReadPost($"---\na: {new string('[', 15)}{new string(']', 15)}\n---\nx").Post);
        Assert.Equal(
            ProblemCodes.YamlDepth, folder.ReadPost($"---\na: {new string('[', 16)}{new string(']', 16)}\n---\nx").Problems[0].Code);
        Assert.Equal(ProblemCodes.YamlDepth, folder.ReadPost($"---\na: {new string('[', 16)}\n---\nx").Problems[0].Code);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Front_matter_may_have_64_KiB(int more, bool isShown)
    {
        const string key = "note: ";
        var yaml = key + new string('x', (64 * 1024) - key.Length - 1 + more) + "\n";

        var reading = folder.ReadPost($"---\n{yaml}---\nBody.");

        Assert.Equal(isShown, reading.Post is not null);
        Assert.Equal(isShown ? [] : [ProblemCodes.FrontMatterTooLarge], reading.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void More_than_a_thousand_values_are_refused()
    {
        var yaml = string.Join('\n', Enumerable.Range(0, 600).Select(i => $"k{i}: v"));

        Assert.Equal(ProblemCodes.FrontMatterTooLarge, folder.ReadPost($"---\n{yaml}\n---\nx").Problems[0].Code);
    }

    [Fact]
    public void Of_a_repeated_key_the_last_counts()
    {
        var reading = folder.ReadPost("---\ntitle: one\ntitle: two\n---\nx");

        Assert.Equal("two", reading.Post!.Title);
        Assert.Equal((ProblemCodes.DuplicateKey, 3), (reading.Problems[0].Code, reading.Problems[0].Line));
    }

    [Theory]
    [InlineData("---\ntitle: cut of")]
    [InlineData("---\ntitle: cut off\n")]
    [InlineData("---")]
    [InlineData("---\ntitle: x\n--")]
    public void A_file_cut_off_in_its_front_matter_is_held(string text)
    {
        var reading = folder.ReadPost(text);

        Assert.Null(reading.Post);
        Assert.Equal(ProblemCodes.FrontMatterUnclosed, Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("---\ntitle: T\n---\nBody")]
    [InlineData("---  \r\ntitle: T\r\n...\t\r\nBody")]
    [InlineData("\uFEFF---\ntitle: T\n---\nBody")]
    public void Fences_may_be_dots_and_have_white_space_after_them(string text)
    {
        var post = folder.ReadPost(text).Post!;

        Assert.Equal(("T", "Body", 4), (post.Title, post.Body, post.BodyLine));
    }

    [Fact]
    public void A_file_without_front_matter_is_shown_with_a_warning_and_an_empty_one_is_held()
    {
        var reading = folder.ReadPost("Only text.", "2024-05-06-the-long-river.md");

        Assert.Equal(("The Long River", "Only text.", 1), (reading.Post!.Title, reading.Post.Body, reading.Post.BodyLine));
        Assert.Equal((ProblemCodes.FrontMatterMissing, ProblemSeverity.Warning), (reading.Problems[0].Code, reading.Problems[0].Severity));
        Assert.Null(folder.ReadPost("").Post);
        Assert.Contains(folder.ReadPost("Only text.", "undated.md").Problems, problem => problem.Code == ProblemCodes.NoDate);
    }

    [Theory]
    [InlineData("title: \"a\u2028b\"", "a b")]
    [InlineData("title: a\u2028b", "a b")]
    [InlineData("title: a\u0085b", "a b")]
    [InlineData("title: t\nlast: \"a\u2029b\"", "t")]
    [InlineData("title: \"C:\\Users\\x\"", "C:\\Users\\x")]
    [InlineData("title: \"a \\q b\"", "a \\q b")]
    [InlineData("title: & more", "& more")]
    [InlineData("title: \"\\ud83d\\ude00 a\"", "😀 a")]
    public void What_a_human_reads_is_shown_whatever_yaml_thinks_of_it(string frontMatter, string title) =>
        Assert.Equal(title, folder.Shown(frontMatter).Title);

    [Theory]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("---")]
    [InlineData("--\n")]
    public void The_first_bytes_of_a_file_are_no_post(string text) => Assert.Null(folder.ReadPost(text).Post);

    [Fact]
    public void Nothing_that_is_typed_makes_the_reader_throw()
    {
        var reader = new PostReader(folder.Site());
        string[] pieces =
        [
            "title: ", "date: ", "\n", "\"", "'", "[", "{", "]", "}", "- ", ": ", "|", ">", "\t", "&a",
            "*a", "!", "%", "@", "#", "\\u", "\0", "x", "?", ",", "2024-02-30", "---\n", "\ud800", "中",
        ];

        Gen.Int[0, pieces.Length - 1].List[0, 30].Sample(
            list =>
            {
                folder.With("_posts/2024-01-01-x.md", "---\n" + string.Concat(list.Select(i => pieces[i])) + "\n---\nx");
                var reading = reader.Read(new PostFile("_posts/2024-01-01-x.md", 0, 0), CancellationToken.None);
                Assert.DoesNotContain(reading.Problems, problem => problem.Code == ProblemCodes.Unexpected);
                Assert.True(reading.Post is not null || reading.Problems.Count > 0);
            },
            iter: 2_000,
            threads: 1);
    }
}
