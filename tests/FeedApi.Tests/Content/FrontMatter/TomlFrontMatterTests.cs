using CsCheck;
using FeedApi.Content.Posts;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

public sealed class TomlFrontMatterTests : IDisposable
{
    private static readonly string[] Fragments =
    [
        "title = ", "date = ", "\"", "'", "\"\"\"", "'''", "[", "]", "[[", "]]", "{", "}", ",", "=",
        ":", ".", "\n", "\\", "\\ud800", "\\u0001", "#", "2024-01-02", "T10:00:00", "+08:00", "a",
        "_", "é", "\u0085", "+++", "1e999", "0x1F", "inf", "tags", "taxonomies", "\0", "\ud83d",
    ];

    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Fields_are_read_as_from_yaml()
    {
        var post = Shown("""
            title = "A \"quoted\" title"
            date = 2024-05-06T07:08:09+08:00
            draft = false
            tags = ["a", 'b',
              "c"]
            description = '''
            Two
            lines'''

            [author]
            name = "Ann"
            """);

        Assert.Equal("A \"quoted\" title", post.Title);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(8)), post.Published);
        Assert.Equal(["a", "b", "c"], post.Tags);
        Assert.Equal("Two\nlines", post.Summary);
        Assert.Equal("Ann", Assert.Single(post.Authors).Name);
        Assert.Equal(("Body.\n", 14), (post.Body, post.BodyLine));
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09Z", "2024-05-06T07:08:09+00:00")]
    [InlineData("2024-05-06 07:08:09.123456", "2024-05-06T07:08:09+08:00")]
    [InlineData("2024-05-06T07:08:09", "2024-05-06T07:08:09+08:00")]
    [InlineData("2024-05-06", "2024-05-06T00:00:00+08:00")]
    [InlineData("'2024-05-06 07:08'", "2024-05-06T07:08:00+08:00")]
    public void Dates_of_toml_are_read_in_the_sites_zone(string written, string expected)
    {
        folder.With("_config.yml", "timezone: Asia/Shanghai");
        Assert.Equal(DateTimeOffset.Parse(expected, null), Shown($"date = {written}").Published);
    }

    [Fact]
    public void Tables_go_on_where_they_were_left()
    {
        var post = Shown("""
            [extra]
            a = 1
            [[links]]
            to = "x"
            [extra.deep]
            b.c = true
            [[links]]
            to = "y"
            [links.more]
            d = 1_000
            """);

        Assert.Equal(
            """{"extra":{"a":1,"deep":{"b":{"c":true}}},"links":[{"to":"x"},{"to":"y","more":{"d":1000}}]}""", post.Meta?.ToJsonString());
    }

    [Theory]
    [InlineData("title = Rain, at last", "Rain, at last")]
    [InlineData("title = \"The \"great\" flood\"", "The \"great\" flood")]
    [InlineData("title = \"C:\\wind\"", "C:\\wind")]
    [InlineData("title: \"Yes\"", "Yes")]
    [InlineData("title: Yes, of course", "Yes, of course")]
    [InlineData("title = \"Open", "Open")]
    [InlineData("title = \"\\ud83d\\ude00\"", "😀")]
    public void A_broken_line_is_read_as_it_was_meant_and_told(string line, string title)
    {
        var reading = Read($"tags = [\n  \"a\"\n]\n{line}\ndraft = false");

        Assert.Equal(title, reading.Post?.Title);
        Assert.Equal(["a"], reading.Post!.Tags);
        if (title != "😀")
        {
            Assert.Equal(
                (ProblemCodes.FrontMatterRepaired, 5), reading.Problems.Select(problem => (problem.Code, problem.Line!.Value)).Single());
        }
    }

    [Theory]
    [InlineData("[[[", ProblemCodes.FrontMatterInvalid, 2)]
    [InlineData("title = \"a\"\nlist = [1,\n2", ProblemCodes.FrontMatterInvalid, 5)]
    [InlineData("x = [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", ProblemCodes.YamlDepth, 2)]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s = 1", ProblemCodes.YamlDepth, 2)]
    public void What_cannot_be_repaired_is_held_with_its_line(string toml, string code, int line)
    {
        var reading = Read(toml);

        Assert.Null(reading.Post);
        Assert.Equal(
            (code, line),
            reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)
                .Select(problem => (problem.Code, problem.Line!.Value))
                .Single());
    }

    [Fact]
    public void Size_and_number_of_values_are_bounded()
    {
        Assert.Equal(ProblemCodes.FrontMatterTooLarge, Read($"x = \"{new string('a', 70_000)}\"").Problems[0].Code);
        Assert.Equal(
            ProblemCodes.FrontMatterTooLarge,
            Read(string.Join('\n', Enumerable.Range(0, 600).Select(i => $"k{i} = {i}"))).Problems[0].Code);
    }

    [Fact]
    public void A_repeated_key_is_told_and_the_last_one_counts()
    {
        var reading = Read("title = 'a'\ntitle = 'b'");

        Assert.Equal("b", reading.Post?.Title);
        Assert.Equal(ProblemCodes.DuplicateKey, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Without_an_end_the_post_is_held()
    {
        foreach (var text in new[] { "+++\ntitle = 'a'\n\nBody.\n", "+", "++", "+++" })
        {
            var reading = folder.ReadPost(text);
            Assert.Null(reading.Post);
            Assert.Equal(ProblemCodes.FrontMatterUnclosed, Assert.Single(reading.Problems).Code);
        }

        Assert.Contains("+++", folder.ReadPost("+++\na = 1\n").Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forbidden_characters_are_dropped_and_told()
    {
        var reading = Read("title = \"a\\u0001b\"");

        Assert.Equal("ab", reading.Post?.Title);
        Assert.Equal(
            (ProblemCodes.ForbiddenCharacters, 2), reading.Problems.Select(problem => (problem.Code, problem.Line!.Value)).Single());
    }

    [Fact]
    public void No_text_between_the_fences_makes_reading_throw()
    {
        var piece = Gen.OneOf(Gen.String[0, 8], Gen.OneOf([.. Fragments.Select(Gen.Const)]));
        piece.Array[0, 40].Sample(
            pieces => Assert.DoesNotContain(Read(string.Concat(pieces)).Problems, problem => problem.Code == ProblemCodes.Unexpected),
            iter: 3000,
            threads: 1);
    }

    private PostReading Read(string toml) => folder.ReadPost($"+++\n{toml}\n+++\nBody.\n");

    private Post Shown(string toml) => Read(toml).Post ?? throw new InvalidOperationException("The post is held.");
}
