using System.Diagnostics;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Files;

public sealed class PostFilesTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Posts_are_below_any_posts_folder()
    {
        string[] posts = ["_posts/a.md", "_posts/deep/b.MARKDOWN", "sub/_posts/c.html", "_posts/_x/d.htm", "_posts/e.mkdn"];
        string[] others =
        [
            "index.md", "_posts/a.txt", "_posts/.hidden.md", "_posts/.git/b.md", "_posts/c.md~",
            "_posts/#d.md#", "_posts/e.md.swp", "_posts/4913", "_drafts/f.md"
        ];
        foreach (var path in posts.Concat(others)) folder.With(path, "x");

        Assert.Equal(posts.Order(), Listed());
        var files = new PostFiles(folder.Path);
        Assert.All(posts, path => Assert.True(files.IsPostPath(path)));
        Assert.All(others, path => Assert.False(files.IsPostPath(path)));
    }

    [Fact]
    public void Without_a_posts_folder_every_plain_file_is_a_post()
    {
        foreach (var path in new[] { "a.md", "deep/b.html", "_data/c.md", ".git/d.md", "_e.md" }) folder.With(path, "x");

        Assert.Equal(["a.md", "deep/b.html"], Listed());
        Assert.True(new PostFiles(folder.Path).IsPostPath("deep/new.md"));
        Assert.False(new PostFiles(folder.Path).IsPostPath("_data/c.md"));
    }

    [Fact]
    public void Of_a_bundle_only_its_index_is_a_post()
    {
        string[] posts = ["index.md", "b.md", "posts/name/index.md", "posts/a.md"];
        string[] others = ["posts/name/b.md", "posts/name/deep/c.html", "posts/_index.md"];
        foreach (var path in posts.Concat(others)) folder.With(path, "x");

        Assert.Equal(posts.Order(), Listed());
        Assert.All(posts, path => Assert.True(new PostFiles(folder.Path).IsPostPath(path)));
        Assert.All(others, path => Assert.False(new PostFiles(folder.Path).IsPostPath(path)));
    }

    [Fact]
    public void Below_a_posts_folder_an_index_is_a_post_like_others()
    {
        folder.With("_posts/x/index.md", "x").With("_posts/x/a.md", "x");

        Assert.Equal(["_posts/x/a.md", "_posts/x/index.md"], Listed());
        Assert.Equal("index", PostFileNameOf("_posts/x/index.md"));
    }

    [Fact]
    public void The_rule_follows_the_folder()
    {
        var files = new PostFiles(folder.With("a.md", "x").Path);
        Assert.True(files.IsPostPath("a.md"));

        folder.With("_posts/b.md", "x");

        Assert.True(files.IsPostPath("_posts/b.md"));
        Assert.Equal("_posts/b.md", Assert.Single(files.List(CancellationToken.None).Files).Path);
        Assert.False(files.IsPostPath("a.md"));
    }

    [Fact]
    public void Size_and_time_are_those_of_the_file()
    {
        folder.With("_posts/a.md", "12345");
        var time = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddTicks(1_234_567);
        File.SetLastWriteTimeUtc(folder.Full("_posts/a.md"), time);
        var expected = new PostFile("_posts/a.md", 5, time.Ticks);
        var files = new PostFiles(folder.Path);

        Assert.Equal(expected, Assert.Single(files.List(CancellationToken.None).Files));
        Assert.Equal(expected, files.Stat("_posts/a.md"));
        Assert.Equal(expected, folder.Read("_posts/a.md").Stamp.File);
        Assert.Null(files.Stat("_posts/missing.md"));
        Assert.Null(files.Stat("_posts/../_posts/a.md"));
    }

    [Fact]
    public void What_is_no_regular_file_inside_the_folder_is_refused_without_being_opened()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Pipes and links are made as on Linux.");
        using var outside = new ContentFolder();
        outside.With("secret.md", "---\ntitle: secret\n---\n");
        folder.With("_posts/real.md", "x").With("_posts/dir.md/x.md", "x").With("notes/n.md", "x");
        Process.Start("mkfifo", folder.Full("_posts/pipe.md")).WaitForExit();
        File.CreateSymbolicLink(folder.Full("_posts/out.md"), outside.Full("secret.md"));
        File.CreateSymbolicLink(folder.Full("_posts/loop.md"), folder.Full("_posts/loop.md"));
        File.CreateSymbolicLink(folder.Full("_posts/device.md"), "/dev/zero");
        File.CreateSymbolicLink(folder.Full("_posts/in.md"), "real.md");
        Directory.CreateSymbolicLink(folder.Full("_posts/away"), outside.Path);
        Directory.CreateSymbolicLink(folder.Full("_posts/circle"), "..");
        Directory.CreateSymbolicLink(folder.Full("_posts/linked"), folder.Full("notes"));
        string[] refused =
            ["_posts/away", "_posts/circle", "_posts/device.md", "_posts/dir.md", "_posts/loop.md", "_posts/out.md", "_posts/pipe.md"];

        var files = new PostFiles(folder.Path);
        var listing = files.List(CancellationToken.None);

        Assert.Equal(
            ["_posts/in.md", "_posts/linked/n.md", "_posts/real.md"],
            listing.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal(refused, listing.Problems.Select(problem => problem.File).Order(StringComparer.Ordinal));
        Assert.All(listing.Problems, problem => Assert.Equal(ProblemCodes.NotRegular, problem.Code));
        foreach (var path in refused.Append("_posts/away/secret.md"))
        {
            Assert.Null(files.Stat(path));
            var reading = folder.Read(path);
            Assert.Null(reading.Post);
            Assert.NotEmpty(reading.Problems);
        }
    }

    [Fact]
    public void Names_that_cannot_be_an_address_are_refused()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux has names of any bytes.");
        folder.With("_posts/new\nline.md", "x").With("_posts/中文 😀.md", "x");
        Process.Start("/bin/sh", ["-c", $"printf x > \"$(printf '{folder.Full("_posts")}/bad\\377.md')\""]).WaitForExit();

        var listing = new PostFiles(folder.Path).List(CancellationToken.None);

        Assert.Equal("_posts/中文 😀.md", Assert.Single(listing.Files).Path);
        Assert.Equal([ProblemCodes.BadName, ProblemCodes.BadName], listing.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Missing_large_and_unreadable_files_are_problems_and_not_exceptions()
    {
        folder.With("_posts/2024-01-01-big.md", new byte[PostReader.PostBytes + 1])
            .With("_posts/2024-01-01-full.md", Enumerable.Repeat((byte)'a', PostReader.PostBytes).ToArray());

        Assert.Equal(ProblemCodes.Unreadable, folder.Read("_posts/gone.md").Problems[0].Code);
        Assert.Equal("", folder.Read("_posts/gone.md").Stamp.Hash);
        Assert.Equal(ProblemCodes.PostTooLarge, folder.Read("_posts/2024-01-01-big.md").Problems[0].Code);
        Assert.Equal(64, folder.Read("_posts/2024-01-01-big.md").Stamp.Hash.Length);
        Assert.NotNull(folder.Read("_posts/2024-01-01-full.md").Post);
    }

    [Fact]
    public void A_folder_that_is_gone_is_a_problem()
    {
        var listing = new PostFiles(folder.Full("missing")).List(CancellationToken.None);

        Assert.Empty(listing.Files);
        Assert.Equal(ProblemCodes.Unreadable, Assert.Single(listing.Problems).Code);
    }

    private string PostFileNameOf(string path) => folder.With(path, "---\ndate: 2024-01-01\n---\nx\n").Read(path).Post!.Id;

    private string[] Listed() => [.. new PostFiles(folder.Path).List(CancellationToken.None).Files.Select(file => file.Path).Order()];
}
