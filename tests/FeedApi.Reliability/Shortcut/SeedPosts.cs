using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering.Markdown;

namespace FeedApi.Reliability.Shortcut;

/// <summary>The bodies of real posts as HTML, before they are read.</summary>
internal static class SeedPosts
{
    /// <summary>The bodies of the posts below some folders, in an order that is always the same.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> folders) => [.. folders.SelectMany(OfFolder)];

    private static IEnumerable<string> OfFolder(string folder)
    {
        var site = SiteReader.Read(folder, null, provisionalUrl: "http://localhost:5000");
        var reader = new PostReader(site);
        var markdown = MarkdownRenderer.For(site);
        var names = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(name => Path.GetExtension(name) is ".md" or ".markdown" or ".html").Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var file = new PostFile(Path.GetRelativePath(folder, name), 0, 0);
            if (reader.Read(file, CancellationToken.None).Post is not { } post) continue;
            yield return post.Format == PostFormat.Markdown ? markdown.Render(post.Body) : post.Body;
        }
    }
}
