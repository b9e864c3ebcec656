using System.Diagnostics;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Dates of commits: <c>enableGitInfo</c> and <c>:git</c>.</summary>
public sealed class HugoGitTests
{
    [Fact]
    public void The_newest_commit_dates_a_change_where_the_site_asks_for_it()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/git")) Assert.Skip("Install git to read its dates.");
        using var folder = new ContentFolder();
        folder.With("site/hugo.toml", "baseURL = 'https://tides.example/'\nenableGitInfo = true\n")
            .With("site/content/posts/潮.md", "---\ndate: 2024-01-02\n---\nx\n")
            .With("site/content/posts/new.md", "---\ndate: 2024-01-03\nlastmod: 2024-01-04\n---\nx\n");
        Git(folder, "2024-02-01T00:00:00Z", "init", "-q");
        Commit(folder, "2024-02-01T00:00:00Z", "site/content/posts/潮.md");
        folder.With("site/content/posts/潮.md", "---\ndate: 2024-01-02\n---\ny\n");
        Commit(folder, "2024-03-01T10:00:00+08:00", "site/content/posts/潮.md");

        var site = FeedApi.Content.SiteReader.Read(folder.Full("site"), null, provisionalUrl: null);
        var reader = new FeedApi.Content.Posts.PostReader(site);

        Assert.Equal(DateTimeOffset.Parse("2024-03-01T02:00:00Z", null), Read("潮").Updated);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero), Read("潮").Published);
        Assert.Equal(new DateTimeOffset(2024, 1, 4, 0, 0, 0, TimeSpan.Zero), Read("new").Updated);

        Post Read(string name) =>
            reader.Read(new PostFile($"content/posts/{name}.md", 0, 0), TestContext.Current.CancellationToken).Post!;
    }

    private static void Commit(ContentFolder folder, string date, string path)
    {
        Git(folder, date, "add", path);
        string[] identity = ["-c", "user.name=Mara", "-c", "user.email=mara@tides.example", "-c", "commit.gpgsign=false"];
        Git(folder, date, [.. identity, "commit", "-q", "-m", "x"]);
    }

    private static void Git(ContentFolder folder, string date, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/git", ["-C", folder.Path, .. arguments]);
        start.Environment["GIT_AUTHOR_DATE"] = date;
        start.Environment["GIT_COMMITTER_DATE"] = date;
        using var git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
