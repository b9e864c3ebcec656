using FeedApi.Publishing.Pipeline;
using Xunit;

namespace FeedApi.Tests.Publishing.Pipeline;

public sealed class FileMovesTests
{
    [Fact]
    public void A_file_that_arrives_elsewhere_under_its_name_has_moved()
    {
        var moves = new FileMoves(["_posts/a/one.md", "_posts/a/two.md"], ["_posts/b/one.md", "_posts/b/three.md"]);

        Assert.Equal(["_posts/a/one.md"], moves.Moved);
        Assert.Equal(["_posts/a/two.md"], moves.Deleted);
    }

    [Theory]
    [InlineData("_posts/a/one.md", true)]
    [InlineData("_posts/b/one.md", true)]
    [InlineData("_posts/a/two.md", false)]
    [InlineData("_posts/b/three.md", false)]
    public void Both_paths_of_a_move_belong_to_it(string path, bool isIncluded)
    {
        var moves = new FileMoves(["_posts/a/one.md", "_posts/a/two.md"], ["_posts/b/one.md", "_posts/b/three.md"]);

        Assert.Equal(isIncluded, moves.Includes(path));
    }

    [Fact]
    public void The_new_path_gives_the_old_ones()
    {
        var moves = new FileMoves(["x/one.md", "y/one.md", "x/two.md"], ["z/one.md", "z/three.md"]);

        Assert.Equal(["x/one.md", "y/one.md"], moves.OldPathsOf("z/one.md"));
        Assert.Empty(moves.OldPathsOf("z/three.md"));
    }

    [Fact]
    public void A_move_may_change_the_extension_but_not_the_letter_case() =>
        Assert.Equal(["a/One.md"], new FileMoves(["a/one.md", "a/One.md"], ["b/One.html"]).Moved);

    [Fact]
    public void A_bundle_goes_by_the_name_of_its_folder()
    {
        var moves = new FileMoves(["posts/one/index.md", "posts/two/index.md"], ["other/one/index.md", "posts/two.md"]);

        Assert.Equal(["posts/one/index.md", "posts/two/index.md"], moves.Moved);
    }

    [Fact]
    public void Paths_keep_their_order()
    {
        var moves = new FileMoves(["c/1.md", "a/2.md", "b/3.md", "a/4.md"], ["d/4.md", "d/1.md"]);

        Assert.Equal(["c/1.md", "a/4.md"], moves.Moved);
        Assert.Equal(["a/2.md", "b/3.md"], moves.Deleted);
    }

    [Fact]
    public void What_arrives_is_not_enumerated_when_nothing_is_deleted()
    {
        var moves = new FileMoves([], Unwanted());

        Assert.Empty(moves.Moved);
        Assert.False(moves.Includes("a/one.md"));
        Assert.Empty(moves.OldPathsOf("a/one.md"));

        static IEnumerable<string> Unwanted()
        {
            Assert.Fail("It was enumerated.");
            yield return "";
        }
    }
}
