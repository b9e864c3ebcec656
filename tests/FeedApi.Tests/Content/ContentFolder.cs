using System.Text;
using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Content;

/// <summary>A content folder in the temporary folder, gone when disposed.</summary>
public sealed class ContentFolder : IDisposable
{
    private const string Config = "_config.yml";
    private const string ShortPermalinks = "permalink: /articles/:id\n";

    public ContentFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "feedapi-content-" + Guid.NewGuid().ToString("n"));

    /// <summary>
    /// Writes a file. A site that says nothing of permalinks gets the short ones that most tests ask for;
    /// <see cref="WithExactly"/> adds nothing.
    /// </summary>
    public ContentFolder With(string path, string text)
    {
        if (path is Config)
        {
            return WithExactly(
                path,
                text.Contains("permalink", StringComparison.Ordinal) || !IsMapping(text) ? text : $"{text.TrimEnd()}\n{ShortPermalinks}");
        }

        if (path.StartsWith("_posts/", StringComparison.Ordinal) && !File.Exists(Full(Config))) WithExactly(Config, ShortPermalinks);
        return WithExactly(path, text);
    }

    public ContentFolder WithExactly(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Writes a file, which comes to its place whole: a server that watches never meets half of it, however slow the machine is.
    /// </summary>
    public ContentFolder With(string path, byte[] bytes)
    {
        var full = Full(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        var elsewhere = Path + "-" + Guid.NewGuid().ToString("n");
        File.WriteAllBytes(elsewhere, bytes);
        File.Move(elsewhere, full, overwrite: true);
        return this;
    }

    public string Full(string path) => System.IO.Path.Combine(Path, path);

    internal SiteConfig Site(string? url = "https://example.org", string? provisionalUrl = null) =>
        SiteReader.Read(Path, url, provisionalUrl);

    internal PostReading Read(string path) => new PostReader(Site()).Read(new PostFile(path, 0, 0), TestContext.Current.CancellationToken);

    internal PostReading ReadPost(string text, string name = "2024-05-06-a-post.md") => With("_posts/" + name, text).Read("_posts/" + name);

    internal PostReading ReadPost(byte[] bytes, string name = "2024-05-06-a-post.md") =>
        With("_posts/" + name, bytes).Read("_posts/" + name);

    internal Post Shown(string frontMatter, string name = "2024-05-06-a-post.md") =>
        ReadPost($"---\n{frontMatter}\n---\nBody.\n", name).Post ?? throw new InvalidOperationException("The post is held.");

    // Below a list, or what is no YAML, a key would only make another fault.
    private static bool IsMapping(string text) => text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] is '#');

    public void Dispose()
    {
        // .NET cannot name, and so not delete, a file whose name is not UTF-8.
        if (OperatingSystem.IsLinux()) System.Diagnostics.Process.Start("rm", ["-rf", Path]).WaitForExit();
        else Directory.Delete(Path, recursive: true);
    }
}
