using CsCheck;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

public sealed class JsonFrontMatterTests : IDisposable
{
    private static readonly string[] Fragments =
    [
        "\"title\"", ":", ",", "{", "}", "[", "]", "\"", "\\", "\\ud800", "\\u0001",
        "\n", "1e999", "-", "null", "true", "//", "/*", "a", "é", "\ud83d", "\t"
    ];

    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Fields_are_read_as_from_yaml()
    {
        var post = folder.ReadPost("""
            {
              "title": "A } title",
              "date": "2024-05-06T07:08:09+08:00",
              "tags": ["a", "b"],
              "author": { "name": "Ann", },
              "weight": 10, "x": null, "emoji": "\ud83d\ude00" // a remark
            }

            Body with \ud83d.
            """).Post;

        Assert.NotNull(post);
        Assert.Equal("A } title", post.Title);
        Assert.Equal(TimeSpan.FromHours(8), post.Published.Offset);
        Assert.Equal(["a", "b"], post.Tags);
        Assert.Equal("Ann", Assert.Single(post.Authors).Name);
        Assert.Equal((10L, "😀"), ((long)post.Meta!["weight"]!, (string)post.Meta["emoji"]!));
        Assert.Equal(("\nBody with \\ud83d.", 8), (post.Body, post.BodyLine));
    }

    [Theory]
    [InlineData("{\n  \"title\": \"a\",\n  \"date\": 2024-01-01\n}\nBody.\n", ProblemCodes.FrontMatterInvalid, 3)]
    [InlineData("{ \"title\": \"a\", ", ProblemCodes.FrontMatterUnclosed, 1)]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}\n", ProblemCodes.YamlDepth, 1)]
    [InlineData("{", ProblemCodes.FrontMatterUnclosed, 1)]
    public void What_is_no_whole_object_is_held_with_its_line(string text, string code, int line)
    {
        var reading = folder.ReadPost(text);

        Assert.Null(reading.Post);
        Assert.Equal((code, line), reading.Problems.Select(problem => (problem.Code, problem.Line!.Value)).Single());
    }

    [Theory]
    [InlineData("{% include x.html %}\n")]
    [InlineData("{: .note}\ntext\n")]
    [InlineData("{{ page.title }}\n")]
    public void A_brace_that_begins_something_else_belongs_to_the_body(string text)
    {
        var reading = folder.ReadPost(text);

        Assert.Equal(text, reading.Post?.Body);
        Assert.Equal(ProblemCodes.FrontMatterMissing, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void No_text_makes_reading_throw()
    {
        var piece = Gen.OneOf(Gen.String[0, 8], Gen.OneOf([.. Fragments.Select(Gen.Const)]));
        piece.Array[0, 40].Sample(
            pieces => Assert.DoesNotContain(
                folder.ReadPost("{\"" + string.Concat(pieces)).Problems, problem => problem.Code == ProblemCodes.Unexpected),
            iter: 3000,
            threads: 1);
    }
}
